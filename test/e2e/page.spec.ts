import type { Browser, Page } from 'puppeteer';
import { passesFor, type Desk } from '../support/e2e/accounts.js';
import { emptyFolder } from '../support/e2e/gongkai.js';
import { endProcess, servedProcess, type ServedProcess } from '../support/e2e/served-process.js';
import { layOut } from '../support/web/desk.js';
import {
  barriersOf,
  fill,
  isTooWide,
  openBrowser,
  openPage,
  press,
  reads,
  show,
  typed,
  WIDTHS,
  type Watched,
} from '../support/web/page.js';

const CLERKS = [
  '/today',
  '/requests',
  '/requests?scope=mine',
  '/requests?scope=closed',
  '/requests/new',
  '/requests/%E7%94%B2-1',
  '/requests/%E7%94%B2-3',
  '/requests/%E6%B2%A1%E6%9C%89',
  '/appeals',
  '/publications',
  '/imports',
  '/approvals',
  '/reports',
  '/reports/2026/text',
  '/reports/2026/checks',
  '/reports/2026/print',
  '/reports/2026/close',
  '/reports/2026/cells/a1',
  '/roll-up',
  '/roll-up/2026',
  '/roll-up/2026/sum',
  '/tree',
  '/facts/request/%E7%94%B2-1',
  '/ledger',
  '/replay',
  '/proofs/3',
  '/account',
  '/no-such-screen',
];
const ADMINS = ['/', '/account', '/no-such-screen'];
const SCREENS = [
  ...CLERKS.map((screen) => [screen, 'clerk'] as const),
  ...ADMINS.map((screen) => [screen, 'admin'] as const),
];

/** What a first visit may take over the wire, all of it. */
const FIRST_LOAD_MAX = 450_000;

let desk: Desk;
let shown: Readonly<Record<'clerk' | 'admin', Watched>>;
let served: ServedProcess;
let browser: Browser;

beforeAll(async () => {
  const dataDir = emptyFolder();
  desk = await passesFor(dataDir, '某市某区机关事务管理中心');
  served = await servedProcess(dataDir);
  await layOut(served.url, desk);
  browser = await openBrowser();
  shown = {
    clerk: await openPage(browser, served.url, { pass: desk.clerk }),
    admin: await openPage(browser, served.url, { pass: desk.admin }),
  };
}, 60_000);

afterAll(async () => {
  await browser.close();
  await endProcess(served.child);
});

describe('网页', () => {
  it.each(SCREENS)(
    'shows %s to the %s at both widths without a barrier, a breach of the policy or an outside request',
    async (screen, who) => {
      const { page, faults } = shown[who];
      await show(page, served.url + screen);
      for (const width of WIDTHS) {
        await page.setViewport({ width, height: 800 });
        expect({ width, barriers: await barriersOf(page) }).toEqual({ width, barriers: [] });
        expect({ width, wide: await isTooWide(page) }).toEqual({ width, wide: false });
      }
      expect(faults).toEqual([]);
    },
  );

  it('would see a breach of the policy', async () => {
    const { page, faults } = await openPage(browser, served.url, { pass: desk.clerk });
    await show(page, `${served.url}/today`);
    await page.evaluate(`document.body.insertAdjacentHTML('beforeend',
      '<img src="x" onerror="window.ran = true"><p style="color: red">x</p>')`);
    await page.evaluate('new Promise((done) => setTimeout(done, 100))');
    expect(faults.join()).toMatch(/policy: script-src-attr/);
    expect(await page.evaluate('window.ran')).toBeUndefined();
    await page.browserContext().close();
  });

  it('loads for the first time within 450 kB', async () => {
    const { page } = await openPage(browser, served.url, { pass: desk.clerk });
    await show(page, `${served.url}/today`);
    const bytes = await page.evaluate(`performance.getEntriesByType('resource')
      .concat(performance.getEntriesByType('navigation'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(FIRST_LOAD_MAX);
    await page.browserContext().close();
  });

  it('keeps what has a hash in its name for ever, compressed, and the page itself never', async () => {
    const html = await fetch(`${served.url}/today`, { headers: { accept: 'text/html' } });
    expect(html.headers.get('cache-control')).toBe('no-store');
    const policy = html.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).not.toMatch(/unsafe/);
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(await html.text())?.[1] ?? '';
    const asset = await fetch(served.url + script, { headers: { 'accept-encoding': 'gzip' } });
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(asset.headers.get('content-encoding')).toBe('gzip');
  });

  // A number of a request may hold a dot, so that a dot alone does not make a file.
  it('answers a wrong address of the interface or of a file with 404, not with the page', async () => {
    for (const path of ['/v1/nothing', '/assets/nothing.js']) {
      const { status } = await fetch(served.url + path, { headers: { accept: 'text/html' } });
      expect([path, status]).toEqual([path, 404]);
    }
    const { status } = await fetch(`${served.url}/today`, { headers: { accept: '*/*' } });
    expect(status).toBe(404);
  });
});

describe('登录', () => {
  it.each([
    ['登录', false],
    ['第一次使用', true],
  ])('shows %s without a barrier where the server has accounts', async (title, open) => {
    const { page, faults } = await openPage(browser, served.url, {
      answer: (request) => {
        if (new URL(request.url()).pathname !== '/v1/first-run') return false;
        void request.respond({ status: 200, body: JSON.stringify({ open }) });
        return true;
      },
    });
    for (const width of WIDTHS) {
      await show(page, `${served.url}/`, width);
      await reads(page, title);
      expect(await barriersOf(page)).toEqual([]);
    }
    expect(faults).toEqual([]);
    await page.browserContext().close();
  });
});

describe('经办', () => {
  let watched: Watched;
  let page: Page;

  beforeAll(async () => {
    watched = await openPage(browser, served.url, { pass: desk.clerk });
    ({ page } = watched);
  });

  it('registers by the keyboard alone, and keeps what was typed over a reload', async () => {
    await show(page, `${served.url}/requests/new`);
    await page.focus('input[name=number]');
    await page.keyboard.type('2026-0042');
    await page.reload({ waitUntil: 'networkidle0' });
    expect(await typed(page, 'number')).toBe('2026-0042');
    expect(await page.evaluate('JSON.stringify(localStorage)')).not.toContain('2026-0042');
    await page.focus('input[name=applicant]');
    await page.keyboard.type('欧阳小明');
    for (const text of [
      '330902199001011234',
      '13812345678',
      '',
      '2020年办公用房维修项目的验收报告',
    ]) {
      await page.keyboard.press('Tab');
      await page.keyboard.type(text);
    }
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await reads(page, '下一步：分办给承办人');
    await reads(page, '同一申请人');
    await reads(page, '330902'.slice(0, 2));
    expect(page.url()).toContain('/requests/2026-0042');
    // The number of the document is masked until somebody says what for.
    expect(await page.evaluate('document.body.innerText')).not.toContain('330902199001011234');
  });

  it('says what is missing where it is missing', async () => {
    await press(page, '分办');
    const before = await page.$$('main form .actions button[type=submit]');
    await before[0]?.click();
    await reads(page, '请填写这一项');
    expect(await barriersOf(page)).toEqual([]);
  });

  it('takes a request to its end: 分办, 作出答复, 送达, 归档', async () => {
    const submit = async (): Promise<void> => page.click('main form .actions button[type=submit]');
    await fill(page, '承办人', '李科员');
    await submit();
    await reads(page, '由 李科员 审查并作出答复');
    await press(page, '作出答复');
    await page.select('select[name=outcome]', 'granted');
    await submit();
    await reads(page, '下一步：送达答复');
    await press(page, '送达答复');
    await submit();
    await reads(page, '下一步：归档');
    await press(page, '归档');
    await fill(page, '档号', '2026-1');
    await fill(page, '页数', '3');
    await submit();
    await reads(page, '并已归档');
  });

  it('shows a refusal with what to do, and keeps what was typed', async () => {
    await show(page, `${served.url}/requests/%E7%94%B2-1`);
    await press(page, '延长期限');
    await fill(page, '延期答复告知书送达之日', '');
    await fill(page, '同意延期的负责人', '张主任');
    await fill(page, '延期的理由', '需要征求多个部门意见');
    await page.click('main form .actions button[type=submit]');
    await page.waitForSelector('main form [role=alert]');
    expect(await typed(page, 'approvedBy')).toBe('张主任');
    expect(await barriersOf(page)).toEqual([]);
  });

  it('did nothing it must not do', () => {
    expect(watched.faults).toEqual([]);
  });
});
