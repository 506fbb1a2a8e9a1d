import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'puppeteer';
import { serve, type Served } from '../../src/serve.js';
import { emptyFolder, removeFolders } from '../support/e2e/gongkai.js';
import {
  barriersOf,
  fill,
  isTooWide,
  openBrowser,
  openPage,
  press,
  reads,
  show,
  WIDTHS,
  type Watched,
} from '../support/web/page.js';

const PASSWORD = '春天里的第一场小雨下了一夜';
const STEP_MS = 30_000;

let served: Served;
let browser: Browser;
/** Whoever sits at which machine. */
const desks = new Map<string, Watched>();

beforeAll(async () => {
  served = await serve(emptyFolder(), 0);
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser.close();
  await served.app.close();
  removeFolders();
});

/** A machine of somebody's own, with what it did that it must not do. */
async function deskOf(loginName: string): Promise<Page> {
  const known = desks.get(loginName);
  if (known !== undefined) return known.page;
  const watched = await openPage(browser, served.url);
  desks.set(loginName, watched);
  return watched.page;
}

async function logIn(loginName: string, password = PASSWORD): Promise<Page> {
  const page = await deskOf(loginName);
  await show(page, served.url);
  await fill(page, '登录名', loginName);
  await fill(page, '密码', password);
  await press(page, '登录');
  return page;
}

async function requireOpenToAll(page: Page): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewport({ width, height: 800 });
    expect({ width, barriers: await barriersOf(page) }).toEqual({ width, barriers: [] });
    expect({ width, wide: await isTooWide(page) }).toEqual({ width, wide: false });
  }
  await page.setViewport({ width: 1280, height: 800 });
}

async function textOf(page: Page, selector: string): Promise<string> {
  return (await page.evaluate(`document.querySelector('${selector}')?.textContent`)) as string;
}

async function menuOf(page: Page): Promise<readonly string[]> {
  await page.waitForSelector('#menu a');
  return (await page.evaluate(
    "[...document.querySelectorAll('#menu a')].map((link) => link.textContent)",
  )) as readonly string[];
}

describe('首次启用', () => {
  it('leads through 三员 and the first clerk with one press', async () => {
    const page = await deskOf('ouyang');
    await show(page, served.url);
    await reads(page, '三员分立');
    await requireOpenToAll(page);
    await fill(page, '启用口令', served.firstRunSecret ?? '');
    await fill(page, '机关全称', '某市某区机关事务管理中心');
    for (const [key, name] of Object.entries({
      ...{ system: '赵一', security: '钱二', audit: '孙三', clerk: '欧阳' },
    })) {
      await page.type(`input[name="${key}.name"]`, name);
      await page.type(`input[name="${key}.password"]`, PASSWORD);
    }
    await page.type('input[name="clerk.loginName"]', 'ouyang');
    await press(page, '开通并去登录');
    await page.waitForSelector('input[name=loginName]');
    await requireOpenToAll(page);
  });

  it('lets the clerk in to the day, with every part of the work of a small office', async () => {
    const page = await logIn('ouyang');
    const menu = await menuOf(page);
    expect(page.url()).toBe(`${served.url}/today`);
    expect(menu).toEqual(expect.arrayContaining(['登记申请', '待批', '年度报告', '口径和规则']));
    expect(menu).not.toContain('账户和角色');
  });
});

describe('登录', () => {
  it('says what to do after a wrong password, and stays where it is', async () => {
    const page = await logIn('xitong', '不是这个密码不是');
    await reads(page, '登录名或者密码不对');
    await requireOpenToAll(page);
  });
});

describe('系统管理员', () => {
  it.each(['/accounts', '/accounts/new', '/agencies', '/settings', '/calendar', '/backup'])(
    'opens %s at both widths without a barrier',
    async (path) => {
      if (path === '/accounts') await reads(await logIn('xitong'), '一人一个账户');
      const page = await deskOf('xitong');
      await show(page, served.url + path);
      await requireOpenToAll(page);
    },
  );

  it('sees what it may do, and nothing of the requests', async () => {
    const menu = await menuOf(await deskOf('xitong'));
    expect(menu).toEqual(['账户和角色', '机关', '口径和规则', '工作日历', '备份', '我的账户']);
  });

  it('decides a setting, and sees since when it holds', async () => {
    const page = await deskOf('xitong');
    await show(page, `${served.url}/settings`);
    await press(page, '重新确定统计口径');
    await page.click('input[name=splitParts][value=original]');
    await requireOpenToAll(page);
    await press(page, '确定');
    await page.waitForFunction("document.querySelector('main strong')?.textContent === '只计原件'");
    expect(await textOf(page, 'main tbody tr')).toMatch(/各件都计.*\d日$/);
  });

  it('opens an account, whose password is shown once', async () => {
    const page = await deskOf('xitong');
    await show(page, `${served.url}/accounts/new`);
    await fill(page, '姓名', '李四');
    await fill(page, '登录名', 'lisi');
    await press(page, '开通');
    await reads(page, '只显示这一次');
    await requireOpenToAll(page);
  });
});

describe('安全管理员', () => {
  it('grants a role, which who opens accounts cannot', async () => {
    const page = await logIn('anquan');
    await reads(page, '李四');
    expect(await menuOf(page)).toEqual(['账户和角色', '我的账户']);
    await page.evaluate(
      "[...document.querySelectorAll('main a')].find((link) => link.textContent.includes('李四')).click()",
    );
    await reads(page, '三员各由一人专任');
    await requireOpenToAll(page);
    await page.evaluate("document.querySelector('input[name=roles]').click()");
    await press(page, '变更角色');
    await page.waitForFunction("document.querySelector('dl.facts')?.innerText.includes('经办人')");
  });

  it('says what a measure means before it is taken', async () => {
    const page = await deskOf('anquan');
    await press(page, '停用');
    await reads(page, '各处的登录立即退出');
    await requireOpenToAll(page);
    await press(page, '取消');
  });
});

describe('审计管理员', () => {
  it('looks at the accounts, the ledger and the backup, and can change none of them', async () => {
    const page = await logIn('shenji');
    expect(await menuOf(page)).toEqual(['台账和检查点', '账户和角色', '备份', '我的账户']);
    await show(page, `${served.url}/accounts`);
    await page.evaluate("document.querySelector('main tbody a').click()");
    await reads(page, '越权被拒');
    expect(await page.$$('main form, main button')).toEqual([]);
    await requireOpenToAll(page);
  });
});

describe('代设的密码', () => {
  it('is good for choosing one of his own, and for nothing more', async () => {
    const given = await textOf(await deskOf('xitong'), 'code.token');
    const page = await logIn('lisi', given);
    await reads(page, '先修改密码');
    await requireOpenToAll(page);
    await fill(page, '现在的密码', given);
    await fill(page, '新密码', PASSWORD);
    await fill(page, '再写一遍新密码', `${PASSWORD}。`);
    await press(page, '修改密码');
    await reads(page, '两遍不一样');
    await fill(page, '再写一遍新密码', PASSWORD);
    await press(page, '修改密码');
    await page.waitForSelector('input[name=loginName]');
    await menuOf(await logIn('lisi'));
    expect(page.url()).toBe(`${served.url}/today`);
  });
});

describe('动态口令', () => {
  it('is bound by a code, asked for only then, and a wrong code logs nobody out', async () => {
    const page = await deskOf('lisi');
    await show(page, `${served.url}/account`);
    await requireOpenToAll(page);
    await press(page, '绑定（换手机的重新绑定）');
    await page.waitForSelector('svg.qr');
    await requireOpenToAll(page);
    const text = await textOf(page, 'code.token');
    const totp = new TOTP({ secret: Secret.fromBase32(text.replaceAll(' ', '')) });
    await fill(page, '动态口令', '000000');
    await press(page, '绑定');
    await reads(page, '动态口令不对');
    await fill(page, '动态口令', totp.generate());
    await press(page, '绑定');
    await reads(page, '已经绑定');

    await page.evaluate("document.querySelector('.whose button').click()");
    await page.waitForSelector('input[name=loginName]');
    await logIn('lisi');
    await page.waitForSelector('input[name=code]');
    await requireOpenToAll(page);
    // The code that bound it is used up; the next one is taken a little early.
    await fill(page, '动态口令', totp.generate({ timestamp: Date.now() + STEP_MS }));
    await press(page, '登录');
    await menuOf(page);
  });

  it('did nothing on any machine that a page must not do', () => {
    expect([...desks.values()].flatMap(({ faults }) => faults)).toEqual([]);
  });
});
