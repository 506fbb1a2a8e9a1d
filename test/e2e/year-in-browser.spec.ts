import type { Browser, Page } from 'puppeteer';
import { emptyFolder } from '../support/e2e/gongkai.js';
import { endProcess, servedProcess, type ServedProcess } from '../support/e2e/served-process.js';
import { answer, logIn, picture, register, takeStep, type Answers } from '../support/web/hands.js';
import {
  openBrowser,
  openPage,
  press,
  reads,
  show,
  titled,
  type Watched,
} from '../support/web/page.js';

/** The year that is over: what happened in it is logged late, and it can be closed. */
const YEAR = new Date().getUTCFullYear() - 1;
const on = (day: string): string => `${String(YEAR)}-${day}`;
const PASSWORD = '春江潮水连海平海上明月共潮生';
const AGENCY = '某市某区机关事务管理中心';

let served: ServedProcess;
let browser: Browser;
const watched: Watched[] = [];
let clerk: Page;
let head: Page;
let agencyId: string;

async function sitDown(loginName: string): Promise<Page> {
  const seat = await openPage(browser, served.url);
  watched.push(seat);
  await logIn(seat.page, served.url, loginName, PASSWORD);
  return seat.page;
}

/** Asks the server as whoever sits at a page: what no screen of this test is about. */
async function ask(page: Page, method: string, path: string, body?: object): Promise<unknown> {
  const sent = body === undefined ? 'undefined' : JSON.stringify(JSON.stringify(body));
  const said: unknown = await page.evaluate(`fetch(${JSON.stringify(path)}, {
    method: ${JSON.stringify(method)}, body: ${sent},
    headers: ${sent === 'undefined' ? '{}' : `{ 'content-type': 'application/json' }`},
  }).then(async (response) => ({ status: response.status, body: await response.json().catch(() => null) }))`);
  const { status, body: answered } = said as { status: number; body: unknown };
  if (status >= 300)
    throw new Error(`${method} ${path}: ${String(status)} ${JSON.stringify(answered)}`);
  return answered;
}

beforeAll(async () => {
  served = await servedProcess(emptyFolder());
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser.close();
  await endProcess(served.child);
});

const request = (number: string, applicant: string, more: Answers = {}): Answers => ({
  登记编号: `${String(YEAR)}-${number}`,
  怎样提交的: '当面提交',
  收到日期: on('03-03'),
  谁来申请: '个人',
  姓名或者名称: applicant,
  证件号码: '330902199001011234',
  联系方式: '13812345678',
  要什么信息: `${number}号地块的征收补偿安置方案`,
  ...more,
});

const assigned = (page: Page): Promise<void> =>
  takeStep(page, '分办', { 分办之日: on('03-04'), 承办人: '王科员' });
const decided = (page: Page, outcome: string, more: Answers = {}): Promise<void> =>
  takeStep(page, '作出答复', { 办理结果: outcome, 作出答复之日: on('03-20'), ...more });
const servedOn = (page: Page, day = '03-21'): Promise<void> =>
  takeStep(page, '送达答复', { 送达之日: on(day), 送达方式: '直接送达' });

describe('经办人的一年', () => {
  it('begins: the agency and the first accounts are opened with the secret of the terminal', async () => {
    const seat = await openPage(browser, served.url);
    watched.push(seat);
    clerk = seat.page;
    await show(clerk, `${served.url}/`);
    await reads(clerk, '第一次使用');
    const login = {
      clerk: 'wang',
      'system-admin': 'xitong',
      'security-admin': 'anquan',
      'audit-admin': 'shenji',
    };
    const people = Object.entries(login).map(([key, loginName]): Answers => ({
      [`${key}-name`]: key === 'clerk' ? '王科员' : loginName,
      [`${key}-login`]: loginName,
      [`${key}-password`]: PASSWORD,
    }));
    await answer(
      clerk,
      Object.assign({ secret: served.firstRunSecret, agency: AGENCY }, ...people) as Answers,
    );
    await picture(clerk, '01-first-run');
    await press(clerk, '开始使用');
    await titled(clerk, '登录');
    await logIn(clerk, served.url, 'wang', PASSWORD);
    await reads(clerk, '今日');
    await reads(clerk, AGENCY);
  });

  it('opens an account for the head, and gives the role', async () => {
    const admin = await sitDown('xitong');
    const [agency] = (await ask(admin, 'GET', '/v1/agencies')) as { agencyId: string }[];
    agencyId = agency!.agencyId;
    const opened = (await ask(admin, 'POST', '/v1/accounts', {
      ...{ agencyId, name: '张主任', loginName: 'zhang' },
    })) as { accountId: string; password: string };
    const security = await sitDown('anquan');
    const roles = ['leader', 'auditor'];
    await ask(security, 'POST', `/v1/accounts/${opened.accountId}/roles`, { roles });
    const seat = await openPage(browser, served.url);
    watched.push(seat);
    await show(seat.page, `${served.url}/`);
    await answer(seat.page, { loginName: 'zhang', password: opened.password });
    await press(seat.page, '登录');
    await reads(seat.page, '现在的密码是别人代设的');
    await answer(seat.page, { before: opened.password, after: PASSWORD });
    await press(seat.page, '修改密码，各处重新登录');
    await titled(seat.page, '登录');
    await logIn(seat.page, served.url, 'zhang', PASSWORD);
    head = seat.page;
  });

  it('答复、归档：a request from the counter to the archive', async () => {
    await register(clerk, served.url, request('01', '欧阳小明'));
    await reads(clerk, '下一步：分办给承办人');
    await assigned(clerk);
    await picture(clerk, '03-request');
    await decided(clerk, 'granted');
    await servedOn(clerk);
    await takeStep(clerk, '归档', { 归档之日: on('04-10'), 档号: `${String(YEAR)}-1`, 页数: '12' });
    await reads(clerk, '并已归档');
  });

  it('补正：an e-mail that is confirmed, supplemented and partly granted', async () => {
    const arrival = { 怎样提交的: '电子邮件', 到达日期: on('03-02') };
    const { 收到日期: _received, ...rest } = request('02', '王五', arrival);
    await register(clerk, served.url, rest);
    await takeStep(clerk, '确认收到', { 确认之日: on('03-03'), 怎样确认: '电话' });
    await assigned(clerk);
    await takeStep(clerk, '告知补正', {
      补正告知书送达之日: on('03-06'),
      为什么要补正: '所需信息说得不明确',
      请申请人在哪一天以前补正: on('03-20'),
      需要补正的事项: '请写明文号或者时间范围',
    });
    await reads(clerk, '等待申请人补正');
    await takeStep(clerk, '收到补正', { 收到补正之日: on('03-12'), 补正的内容: '上年三月的批复' });
    await decided(clerk, 'partly_granted');
    await servedOn(clerk);
  });

  it('征求意见：a third party objects, and is followed', async () => {
    await register(clerk, served.url, request('03', '某某商贸公司', { 谁来申请: '公司、企业' }));
    await assigned(clerk);
    await takeStep(clerk, '征求意见', {
      ...{ 征求意见书发出之日: on('03-05'), 向谁征求: '第三方', 对方的名称: '某餐饮公司' },
    });
    await takeStep(clerk, '对方已收到', { 对方收到之日: on('03-06') });
    await takeStep(clerk, '收到意见', { 收到意见之日: on('03-14'), 意见: '不同意公开' });
    await picture(clerk, '04-consultation');
    await decided(clerk, 'denied_third_party');
    await servedOn(clerk);
  });

  it('延期和签批：the head agrees to an extension and to the reply, and objects once', async () => {
    await register(clerk, served.url, request('04', '赵六', { 谁来申请: '高校、研究院所' }));
    await assigned(clerk);
    await takeStep(clerk, '送签', {
      ...{ 送签什么: '延期', 拟延长几个工作日: '10', 理由: '档案不在本处，需要调取' },
    });
    await head.goto(`${served.url}/approvals`);
    await reads(head, '第33条');
    await picture(head, '05-approval');
    await press(head, '同意');
    await press(head, '批示同意');
    await reads(head, '没有待批的');
    await show(clerk, `${served.url}/requests/${String(YEAR)}-04`);
    await reads(clerk, '张主任 同意');
    await takeStep(clerk, '延长期限', {
      延期答复告知书送达之日: on('03-20'),
      延长几个工作日: '10',
      同意延期的负责人: '张主任',
      延期的理由: '档案不在本处，需要调取',
    });
    await decided(clerk, 'unable_not_held', {
      作出答复之日: on('04-08'),
      为什么不掌握: '信息不存在',
    });
    await servedOn(clerk, '04-09');
  });

  it('收费、不掌握、信访、撤回、逾期不补正：the other ways a request ends', async () => {
    await register(clerk, served.url, request('05', '某某基金会', { 谁来申请: '社团、基金会' }));
    await assigned(clerk);
    await takeStep(clerk, '收费通知', {
      ...{
        申请人收到通知之日: on('03-05'),
        怎样计费: '按件',
        件数或者页数: '11',
        '金额（元）': '100',
      },
    });
    await takeStep(clerk, '已缴费', { 缴清之日: on('03-10'), '金额（元）': '100' });
    await decided(clerk, 'granted');
    await servedOn(clerk);
    await register(clerk, served.url, request('06', '某某律师事务所', { 谁来申请: '律师事务所' }));
    await decided(clerk, 'reject_petition');
    await servedOn(clerk);
    await register(clerk, served.url, request('07', '村民委员会', { 谁来申请: '其他单位' }));
    await takeStep(clerk, '申请人撤回', { 撤回之日: on('03-12') });
    await register(clerk, served.url, request('08', '孙七'));
    await takeStep(clerk, '告知补正', {
      ...{ 补正告知书送达之日: on('03-06'), 为什么要补正: '身份证明' },
      ...{ 请申请人在哪一天以前补正: on('03-20'), 需要补正的事项: '身份证明' },
    });
    await decided(clerk, 'other_no_correction', { 作出答复之日: on('03-24') });
    await register(clerk, served.url, request('09', '周八', { 怎样提交的: '网站' }));
    await decided(clerk, 'reject_repeat');
    await servedOn(clerk);
    // Received on the last day of the year: carried over into the next.
    await register(clerk, served.url, request('10', '吴九', { 收到日期: on('12-31') }));
    await reads(clerk, '下一步：分办给承办人');
  });

  it('文书、附件：a letter is previewed, numbered and printed', async () => {
    await show(clerk, `${served.url}/requests/${String(YEAR)}-10`);
    await answer(clerk, { 哪一种: '登记表' });
    await press(clerk, '编号并制发');
    await reads(clerk, '重印');
    await press(clerk, '重印');
    await reads(clerk, '打开 PDF');
  });

  it('复议：an appeal is logged and concluded', async () => {
    await show(clerk, `${served.url}/appeals`);
    await press(clerk, '登记案件');
    await answer(clerk, {
      哪一种: '行政复议',
      案号: `某复〔${String(YEAR)}〕3号`,
      关联的登记编号: `${String(YEAR)}-03`,
      受理日期: on('05-06'),
    });
    await clerk.evaluate(`document.querySelector('main form button[type=submit]').click()`);
    await reads(clerk, '尚未审结');
    await press(clerk, '登记审结');
    await answer(clerk, { 结果: '结果维持', 审结日期: on('06-30') });
    await clerk.evaluate(`document.querySelector('.ant-modal form button[type=submit]').click()`);
    await reads(clerk, '结果维持（');
    await picture(clerk, '06-appeals');
  });

  it('主动公开：documents and monthly counts', async () => {
    await show(clerk, `${served.url}/publications`);
    await answer(clerk, {
      类别: '行政规范性文件',
      文号: `某机〔${String(YEAR)}〕5号`,
      标题: '公务用车管理办法',
      制发日期: on('04-01'),
    });
    await press(clerk, '登记文件');
    await reads(clerk, '现行有效');
    await answer(clerk, { 哪一项: '行政许可', 月份: on('04'), 数量: '12', 看哪一年: String(YEAR) });
    await press(clerk, '上报');
    await reads(clerk, on('04'));
    await picture(clerk, '07-publications');
  });
});
