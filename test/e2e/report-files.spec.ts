import { removeFolders } from '../support/e2e/gongkai.js';
import { startServer, type Running } from '../support/e2e/server.js';
import { docxText } from '../support/letters/read-docx.js';
import { readXlsx } from '../support/print/read-xlsx.js';
import { htmlWords, jsonWords } from '../support/print/report-words.js';
import { schemaFaults } from '../support/print/report-schema.js';

let running: Running;
beforeAll(async () => {
  running = await startServer();
  const { http, at } = running;
  const words = { overview: '一年。', problems: '问题。', otherMatters: '没有收取信息处理费。' };
  const text = { ...words, signedOn: '2022-01-10' };
  await http.put(at('/reports/2021/draft')).send(text).expect(200);
  await http.post(at('/reports/2021/closings')).send({}).expect(201);
  const filing = { filedOn: '2022-01-18', publishedOn: '2022-01-20' };
  await http.post(at('/reports/2021/filing')).send(filing).expect(200);
});
afterAll(async () => {
  await running.close();
  removeFolders();
});

const NAME = encodeURIComponent('2021年某区机关事务管理中心政府信息公开工作年度报告');
const OFFICE = 'application/vnd.openxmlformats-officedocument';

async function file(path: string) {
  const { headers, body } = await running.http
    .get(running.at(`/reports/2021/${path}`))
    .responseType('blob')
    .expect(200);
  return { headers: headers as Record<string, string>, bytes: body as Buffer };
}

describe('the files of a report over HTTP', () => {
  it('gives the report as Word, to be saved under its name', async () => {
    const { headers, bytes } = await file('docx');
    expect(headers['content-type']).toBe(`${OFFICE}.wordprocessingml.document`);
    expect(headers['content-disposition']).toBe(
      `attachment; filename="report-2021.docx"; filename*=UTF-8''${NAME}.docx`,
    );
    expect(docxText(bytes)).toContain('一年。');
    expect(docxText(bytes)).toContain('台账检查点：');
  });

  it('gives the report as Excel, to be saved under its name', async () => {
    const { headers, bytes } = await file('xlsx');
    expect(headers['content-type']).toBe(`${OFFICE}.spreadsheetml.sheet`);
    expect(headers['content-disposition']).toBe(
      `attachment; filename="report-2021.xlsx"; filename*=UTF-8''${NAME}.xlsx`,
    );
    expect(readXlsx(bytes).map(({ cells }) => cells.length > 10)).toEqual([true, true, true, true]);
  });

  it('lists the page as a website does, with the day of filing and links to its files', async () => {
    const { text } = await running.http
      .get(running.at('/reports/2021/html?indexNumber=330902-1&topic=%E5%B9%B4%E6%8A%A5'))
      .expect(200);
    const entries = [...text.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/g)].map(([, a, b]) => [a, b]);
    expect(Object.fromEntries(entries)).toMatchObject({
      索引号: '330902-1',
      主题分类: '年报',
      发布日期: '2022年1月20日',
    });
    const links = [...text.matchAll(/href="(.*?)"/g)].map(([, href = '']) => href);
    expect(links).toEqual(['docx', 'pdf', 'xlsx']);
    for (const link of links) await file(link);
  });

  it('links to the files of then on a page of then', async () => {
    const { text } = await running.http
      .get(running.at('/reports/2021/html?asOf=filed&publishedOn=2022-01-31'))
      .expect(200);
    expect(text).toContain('<dd>2022年1月31日</dd>');
    expect(text).toContain('href="docx?asOf=filed"');
    await file('docx?asOf=filed');
    await file('xlsx?asOf=2');
    await file('docx?edition=1');
  });

  it.each(['publishedOn=gestern', `topic=${'长'.repeat(600)}`, 'nothing=1'])(
    'refuses %.20s',
    async (query) => {
      const { body } = await running.http
        .get(running.at(`/reports/2021/html?${encodeURI(query)}`))
        .expect(400);
      expect(body.code).toBe('input/invalid');
    },
  );

  it('gives JSON of the same words, and the schema it goes by at a place that stays', async () => {
    const { body } = await running.http.get(running.at('/reports/2021')).expect(200);
    const html = await running.http.get(running.at('/reports/2021/html')).expect(200);
    expect(htmlWords(html.text)).toEqual(jsonWords(body));
    expect(schemaFaults(body)).toEqual([]);
    const schema = await running.http.get('/v1/schemas/annual-report.json').expect(200);
    expect(schema.headers['content-type']).toBe('application/schema+json; charset=utf-8');
    expect(JSON.parse(schema.text)).toMatchObject({ title: '政府信息公开工作年度报告' });
  });
});
