import { Command, CommanderError } from 'commander';
import { closedYears, touchedYears } from '../annual-reports/touched-years.js';
import { addAccounts } from './accounts.js';
import { addAgencies } from './agencies.js';
import { addAttachments } from './attachments.js';
import { addBackups, type Backups } from './backup.command.js';
import { addDeadlines } from './deadlines.js';
import { addCalendar } from './calendar.js';
import { addCorrections } from './corrections.js';
import { addEvidence } from './evidence.js';
import { EXIT, failureOf } from './exit-codes.js';
import { showFee } from './fee.command.js';
import { previewColumns } from './columns.command.js';
import { importFile, type ImportGiven } from './import.command.js';
import { Output } from './output.js';
import { addLetters } from './letters.js';
import { addSignOffs } from './sign-offs.js';
import { addPersonalData } from './personal-data.js';
import { moveBetween, type Move } from './move.command.js';
import { replay } from './replay.command.js';
import { addRecordCorrections } from './record-corrections.js';
import { addReports } from './reports.js';
import { receiveReport, type ReceivedGiven } from './roll-up.command.js';
import { addRollUps } from './roll-ups.js';
import { addRequests } from './requests.js';
import type { OpenSession, Session } from './session.js';
import { firstRunWords } from '../words/first-run.zh-CN.js';
import { addTransparency } from './transparency.js';
import { addVoids } from './voids.js';
import { wholeNumber, type Globals, type Within, type Work } from './within.js';
import { countWorkday } from './workday.command.js';

/** What the composition root lends to the command line. */
export type Root = Backups &
  Readonly<{
    open: OpenSession;
    serve: (
      dataDir: string,
      port: number,
    ) => Promise<Readonly<{ url: string; firstRunSecret: string | null }>>;
    move: (from: string, to: string) => Promise<Move>;
  }>;

/** Runs one command line and answers with the exit code. */
export async function runCli(argv: readonly string[], root: Root): Promise<number> {
  let exit: number = EXIT.done;
  let reading = false;
  const json = argv.includes('--json');
  const within: Within = async (mode, work: Work, newWitness = false) => {
    const globals = program.opts<Globals>();
    reading = mode === 'read';
    const session = await root.open(globals.data, mode, newWitness);
    try {
      if (session.vault.away !== null) warnOfKeys(session.vault.away);
      const output = new Output(globals.json);
      const before = reading ? [] : await closedYears(session.models, session.clock.today());
      const code = await work(session, output, globals);
      if (typeof code === 'number') exit = code;
      if (before.length > 0) await warnOfTouched(session, output, before);
    } finally {
      await session.close();
    }
  };
  const program = frame(json);
  addAccounts(program, within);
  addAgencies(program, within);
  addLedgerCommands(program, within);
  addRequests(program, within);
  addDeadlines(program, within);
  addCalendar(program, within);
  addRecordCorrections(program, within);
  addCorrections(program, within);
  addVoids(program, within);
  addAttachments(program, within);
  addPersonalData(program, within);
  addSignOffs(program, within);
  addLetters(program, within);
  addReports(program, within);
  addRollUps(program, within);
  addTransparency(program, within);
  addMove(program, root);
  addBackups(program, root);
  addEvidence(program, within, (code) => (exit = code));
  addServe(program, root);
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done;
    const failure = failureOf(error, reading);
    const { code, says, basis } = failure;
    new Output(json).failure(
      { code, says, basis },
      basis === undefined ? says : `${says}（${basis}）`,
    );
    if (failure.exit === EXIT.internal && error instanceof Error) {
      process.stderr.write(`${String(error.stack)}\n`);
    }
    return failure.exit;
  }
}

/** 已公布数据受影响: what was entered moved the figures of a year that was closed. */
async function warnOfTouched(
  { models, clock }: Session,
  output: Output,
  before: Awaited<ReturnType<typeof closedYears>>,
): Promise<void> {
  const touched = touchedYears(before, await closedYears(models, clock.today()));
  output.warn(
    touched.map(
      ({ agency, year }) =>
        `已公布数据受影响：${agency} ${year} 年度已经封账，这次登记改变了它的数字；` +
        `逐条见 gongkai affected ${year}。`,
    ),
  );
}

function warnOfKeys(folder: string): void {
  process.stderr.write(
    `注意：“${folder}”里没有这本台账的密钥（缺失、损坏或者没有权限读），个人信息显示为「密钥缺失」，数字不受影响；请从密钥的备份恢复。\n`,
  );
}

const HELP_TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '共同的选项：',
  'Commands:': '命令：',
};

function frame(json: boolean): Command {
  return new Command('gongkai')
    .description('公开台账：政府信息公开台账和年度报告')
    .option('--data <目录>', '数据文件夹', './data')
    .option('--agency <机关>', '机关的全称、简称或编号；只有一个机关时不必写')
    .option('--json', '输出 JSON，供程序读取', false)
    .helpOption('-h, --help', '看用法')
    .helpCommand('help [命令]', '看一个命令的用法')
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => HELP_TITLES[title] ?? title,
    })
    .configureOutput({
      // Every failure is told in one place, in Chinese or as JSON.
      outputError: () => undefined,
      writeErr: (help) => json || process.stderr.write(help),
    })
    .exitOverride();
}

function collected(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function addLedgerCommands(program: Command, within: Within): void {
  program
    .command('import')
    .description(
      '导入台账：requests 依申请公开，appeals 复议诉讼，publications 文件，counts 月度数量；' +
        'report 为下级的年度报告（--parent 指明上级）',
    )
    .argument('<台账>')
    .argument('<文件>', 'CSV 或者 .xlsx；report 为 .json、.xlsx 或 .docx')
    .option('--all-or-nothing', '有一行退回就一行也不登记', false)
    .option('--dry-run', '试导：逐行核对，什么也不登记', false)
    .option(
      '--map <对照>',
      '文件里的列名不同时写明，如 登记编号=受理编号；可以写几次',
      collected,
      [],
    )
    .option(
      '--value <对照>',
      '文件里的用词不同时写明，如 申请人类型=自然人=公民；可以写几次',
      collected,
      [],
    )
    .option('--rejects <文件.csv>', '把退回的行连同原因写成一个文件，改好以后再导')
    .option('--parent <上级>', '收下级报告的机关')
    .option('--year <年度>', '下级报告的年度，不写按文件', wholeNumber)
    .option('--on <日期>', '收到下级报告的日期，不写为今天')
    .action((register: string, file: string, options: ImportGiven & ReceivedGiven) =>
      within('write', (session, output, { agency }) => {
        const named = { register, file, agency };
        return register === 'report'
          ? receiveReport(session, output, { ...named, ...options })
          : importFile(session, output, { ...named, ...options });
      }),
    );
  program
    .command('columns')
    .description('看一个文件的列各是什么：列名、前几行、建议的对照，什么也不登记')
    .argument('<台账>', 'requests、appeals、publications 或 counts')
    .argument('<文件>', 'CSV 或者 .xlsx')
    .action((register: string, file: string) =>
      within('read', (session, output, { agency }) =>
        previewColumns(session, output, { register, file, ...(agency && { agency }) }),
      ),
    );
  program
    .command('replay')
    .description('从第一条事实重放，核对散列和勾稽关系')
    .option('--to <位置>', '只重放到第几条')
    .action(({ to }: { to?: string }) =>
      within('read', (session, output) => replay(session, output, to)),
    );
  program
    .command('workday')
    .description('某日之后第几个工作日')
    .argument('<日期>')
    .argument('<天数>', '工作日数', wholeNumber)
    .action((date: string, days: number) => {
      countWorkday(new Output(program.opts<Globals>().json), date, days);
    });
  program
    .command('fee')
    .description('信息处理费：按件（同一申请人一个自然月）或者按页（一件申请）')
    .option('--items <件数>', '该申请人本月的件数', wholeNumber)
    .option('--pages <页数>', '这件申请提供的页数', wholeNumber)
    .action((asked: { items?: number; pages?: number }) => {
      showFee(new Output(program.opts<Globals>().json), asked);
    });
}

function addMove(program: Command, root: Root): void {
  program
    .command('move')
    .description('搬迁：把台账从一个存储逐条搬到另一个，编号、顺序、散列都不变')
    .requiredOption('--from <地址>', '来源，如 sqlite:data/ledger.db')
    .requiredOption('--to <地址>', '目标，如 esdb://用户:密码@主机:2113?tlsCAFile=ca.crt')
    .action(async ({ from, to }: { from: string; to: string }) => {
      await moveBetween(await root.move(from, to), new Output(program.opts<Globals>().json));
    });
}

function addServe(program: Command, root: Root): void {
  program
    .command('serve')
    .description('在本机提供 HTTP 服务')
    .option('--port <端口>', '端口', wholeNumber, 3000)
    .action(async ({ port }: { port: number }) => {
      const { data, json } = program.opts<Globals>();
      const { url, firstRunSecret } = await root.serve(data, port);
      const started = `公开台账已启动：${url}/api （按 Ctrl+C 停止）`;
      const first = firstRunSecret === null ? [] : [firstRunWords(firstRunSecret)];
      new Output(json).answer({ url, firstRunSecret }, [started, ...first]);
    });
}
