import type { Browser, Page } from 'puppeteer';
import { emptyFolder } from '../support/e2e/gongkai.js';
import { endProcess, servedProcess, type ServedProcess } from '../support/e2e/served-process.js';
import { answer, logIn, picture, register, takeStep, type Answers } from '../support/web/hands.js';
import {
  openBrowser,
  openPage,
  press,
  reads,
  settled,
  show,
  titled,
  type Watched,
} from '../support/web/page.js';

/** The year that is over: what happened in it is logged late, and it can be closed. */
const YEAR = new Date().getUTCFullYear() - 1;
const on = (day: string): string => `${String(YEAR)}-${day}`;
const PASSWORD = '春江潮水连海平海上明月共潮生';
const AGENCY = '某市某区机关事务管理中心';
const SUPERIOR = '某市某区人民政府';
const ADMINS = { system: 'xitong', security: 'anquan', audit: 'shenji' };

let served: ServedProcess;
let browser: Browser;
const watched: Watched[] = [];
let clerk: Page;
let head: Page;
let security: Page;

async function sitDown(loginName: string): Promise<Page> {
  const seat = await openPage(browser, served.url);
  watched.push(seat);
  await logIn(seat.page, served.url, loginName, PASSWORD);
  return seat.page;
}

type Colleague = Readonly<{
  name: string;
  loginName: string;
  roles: readonly string[];
  agency?: string;
}>;

/** 开通账户, 授予角色, and the first log-in with a password that was set by somebody else. */
async function openColleague(
  admin: Page,
  { name, loginName, roles, agency }: Colleague,
): Promise<Page> {
  await show(admin, `${served.url}/accounts/new`);
  await answer(admin, { ...(agency === undefined ? {} : { 哪个机关: agency }), name, loginName });
  await press(admin, '开通');
  await reads(admin, '代设的密码');
  const password = await admin.evaluate(`document.querySelector('code.token').innerText`);
  const opened = (await admin.evaluate(
    `document.querySelector('main a[href^="/accounts/"]').getAttribute('href')`,
  )) as string;
  await show(security, served.url + opened);
  for (const role of roles) await answer(security, { 业务角色: role });
  await press(security, '变更角色');
  await reads(security, roles[0] ?? '');
  const seat = await openPage(browser, served.url);
  watched.push(seat);
  await show(seat.page, `${served.url}/`);
  await answer(seat.page, { loginName, password: String(password) });
  await press(seat.page, '登录');
  await titled(seat.page, '先修改密码');
  await answer(seat.page, { before: String(password), after: PASSWORD, again: PASSWORD });
  await press(seat.page, '修改密码');
  await titled(seat.page, '登录');
  await logIn(seat.page, served.url, loginName, PASSWORD);
  return seat.page;
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
    const people = Object.entries({ clerk: 'wang', ...ADMINS }).map(
      ([key, loginName]): Answers => ({
        [`${key}.name`]: key === 'clerk' ? '王科员' : loginName,
        [`${key}.loginName`]: loginName,
        [`${key}.password`]: PASSWORD,
      }),
    );
    const office = { secret: String(served.firstRunSecret), agency: AGENCY };
    await answer(clerk, Object.assign(office, ...people) as Answers);
    await picture(clerk, '01-first-run');
    await press(clerk, '开通并去登录');
    await titled(clerk, '登录');
    await logIn(clerk, served.url, 'wang', PASSWORD);
    await reads(clerk, '今日');
    await reads(clerk, AGENCY);
  });

  it("账户：one opens the head's, another gives the role, he chooses a password", async () => {
    const admin = await sitDown('xitong');
    security = await sitDown('anquan');
    head = await openColleague(admin, { name: '张主任', loginName: 'zhang', roles: ['负责人'] });
    await reads(head, '待批');
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
    await clerk.evaluate(`document.querySelector('dialog form button[type=submit]').click()`);
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

  it('年度报告：the words are saved, the checks are quiet, the year is closed and printed', async () => {
    const report = `${served.url}/reports/${String(YEAR)}`;
    await show(head, `${report}/text`);
    await answer(head, { 成文日期: `${String(YEAR + 1)}-01-20` });
    await press(head, '保存文字');
    await reads(head, '已起草');
    await picture(head, '08-text');
    await show(head, `${report}/checks`);
    await picture(head, '09-checks');
    await show(head, report);
    await reads(head, '没有改正的错误 0 处');
    await picture(head, '10-report');
    await show(head, `${report}/close`);
    await press(head, '封账……');
    await press(head, '封账');
    await reads(head, '第 1 版');
    await answer(head, {
      报送日期: `${String(YEAR + 1)}-01-25`,
      公布的网址: 'https://www.example.gov.cn/1',
    });
    await press(head, '记下报送和公布');
    await reads(head, '已记下报送和公布');
    await picture(head, '11-closed');
    await show(head, `${report}/print`);
    const printed = await head.evaluate(`fetch(document.querySelector('main a[href$="/pdf"]').href)
      .then(async (response) => [response.status, (await response.arrayBuffer()).byteLength])`);
    expect(printed).toEqual([200, expect.any(Number)]);
    expect((printed as number[])[1]).toBeGreaterThan(50_000);
    await picture(head, '12-print');
  });

  it('更正：what is corrected afterwards shows beside what was published', async () => {
    await show(clerk, `${served.url}/requests/${String(YEAR)}-10`);
    await takeStep(clerk, '申请人撤回', { 撤回之日: on('12-31') });
    await show(head, `${served.url}/reports/${String(YEAR)}/close`);
    await reads(head, '已公布数据受影响');
  });
});

describe('审计的来访', () => {
  it('reads all, from a printed number to the proof of a fact, and changes nothing', async () => {
    const admin = await sitDown('xitong');
    const auditor = await openColleague(admin, {
      name: '钱审计',
      loginName: 'qian',
      roles: ['审计'],
    });
    await show(auditor, `${served.url}/reports/${String(YEAR)}`);
    await auditor.evaluate(
      `document.querySelector('main td a.figure[aria-label*="予以公开"][aria-label*="自然人"]').click()`,
    );
    await reads(auditor, '共 1 条');
    await auditor.evaluate(`document.querySelector('main .cases a').click()`);
    await reads(auditor, '经过');
    expect(await auditor.$('[aria-label="办理"]')).toBeNull();
    await show(auditor, `${served.url}/facts/request/${String(YEAR)}-03`);
    await reads(auditor, '收到意见');
    await picture(auditor, '13-facts');
    await auditor.evaluate(`document.querySelector('main a[href^="/proofs/"]').click()`);
    await reads(auditor, '检查点');
    await picture(auditor, '14-proof');
    await show(auditor, `${served.url}/ledger`);
    await press(auditor, '现在核验');
    await reads(auditor, '✓ 完好');
    await reads(auditor, '征求意见书送达');
    await picture(auditor, '15-ledger');
    await show(auditor, `${served.url}/replay`);
    await answer(auditor, { 年度: String(YEAR) });
    await press(auditor, '封账时和现在');
    await reads(auditor, '撤回申请');
    await picture(auditor, '16-replay');
  });
});

describe('上级的汇总', () => {
  it('collects what its children hand in, sends it back, and adds it up', async () => {
    const admin = await sitDown('xitong');
    await show(admin, `${served.url}/agencies`);
    await answer(admin, { 机关全称: SUPERIOR, 部门还是人民政府: '人民政府' });
    await press(admin, '建账');
    await reads(admin, SUPERIOR);
    await answer(admin, { 上级机关: SUPERIOR, 从哪天起: on('01-01') });
    await press(admin, '登记隶属关系');
    await settled(admin);
    await picture(admin, '17-agencies');
    await show(head, `${served.url}/reports/${String(YEAR)}/close`);
    await press(head, '出更正版……');
    await answer(head, { 更正的理由: '申请人年底撤回，封账以后才登记' });
    await press(head, '出更正版');
    await reads(head, '第 2 版');
    await press(head, '向上级报送封账的一版');
    await reads(head, '已向上级报送');
    const chief = await openColleague(admin, {
      ...{ name: '冯区长', loginName: 'feng', roles: ['负责人', '统计'], agency: SUPERIOR },
    });
    await show(chief, `${served.url}/roll-up/${String(YEAR)}`);
    await reads(chief, '已报送');
    await picture(chief, '18-children');
    await press(chief, `退回${AGENCY}`);
    await answer(chief, { 错在哪里: '表三与表二口径不一致，请核对' });
    await press(chief, '退回');
    await reads(chief, '已退回');
    await press(head, '向上级报送封账的一版');
    await settled(head);
    await show(chief, `${served.url}/roll-up/${String(YEAR)}/sum`);
    await press(chief, '把汇总记入台账');
    await reads(chief, '汇总已记入台账');
    await picture(chief, '19-roll-up');
  });

  it('nobody saw a fault, a breach of the policy or an outside request', () => {
    expect(watched.flatMap(({ faults }) => faults)).toEqual([]);
  });
});
