import { downloadOf, usualPlace, webListing } from '../../src/annual-reports/web-listing.js';
import type { AnnualReportFacts } from '../../src/annual-reports/domain/annual-report.events.js';
import { NO_REPORT } from '../../src/annual-reports/domain/annual-report.events.js';
import { dinghaiView } from '../support/print/dinghai.js';

const filed: AnnualReportFacts = {
  ...NO_REPORT,
  filed: {
    on: '2022-01-18',
    edition: 1,
    position: '9',
    digest: '',
    publishedOn: '2022-01-20',
    url: null,
  },
};

describe('webListing 信息公开页面的著录项', () => {
  it('has the entries that websites of the government have, in their order', () => {
    const place = { ...usualPlace({ report: filed }), indexNumber: '330902/2022-00001' };
    expect(webListing(dinghaiView(), place).entries).toEqual([
      { name: '索引号', value: '330902/2022-00001' },
      { name: '主题分类', value: '政府信息公开年度报告' },
      { name: '发布机构', value: '舟山市定海区机关事务管理中心' },
      { name: '成文日期', value: '2022年1月10日' },
      { name: '发布日期', value: '2022年1月20日' },
      { name: '有效性', value: '有效' },
      { name: '公开方式', value: '主动公开' },
      { name: '名称', value: '2021年定海区机关事务管理中心政府信息公开工作年度报告' },
    ]);
  });

  it('leaves out a day of publication that is not known, and calls a draft one', () => {
    const { entries } = webListing(dinghaiView({ draft: true }), usualPlace({ report: NO_REPORT }));
    const named = Object.fromEntries(entries.map(({ name, value }) => [name, value]));
    expect(named).not.toHaveProperty('发布日期');
    expect(named).toMatchObject({ 索引号: '', 有效性: '草稿' });
  });
});

describe('downloadOf 下载', () => {
  it.each([
    ['report.docx', '下载Word'],
    ['../2021/报告.PDF', '下载PDF'],
    ['https://www.example.invalid/a.xlsx?v=2', '下载Excel'],
    ['/files/report.json#top', '下载JSON'],
  ])('links to %s as %s', (href, label) => {
    expect(downloadOf(href)).toEqual({ label, href });
  });

  it.each([
    'javascript:alert(1)//.pdf',
    'JavaScript:alert(1).pdf',
    'data:text/html,x.pdf',
    'file:///etc/passwd.pdf',
    'report.exe',
    'report',
    'a b.pdf',
    '',
  ])('links to no %j', (href) => {
    expect(downloadOf(href)).toBeNull();
  });
});
