import { Command, CommanderError } from 'commander';
import { compileReport, listCases, writeReport } from './report.command.js';
import { addCorrections } from './corrections.js';
import { draftReport } from './draft.command.js';
import { EXIT, failureOf } from './exit-codes.js';
import { importFile } from './import.command.js';
import { establishAgency } from './init.command.js';
import { Output } from './output.js';
import { countingRules } from './rules.command.js';
import { replay } from './replay.command.js';
import { loadSample } from './sample.js';
import type { OpenSession } from './session.js';
import { wholeNumber, type Globals, type Within, type Work } from './within.js';
import { countWorkday } from './workday.command.js';

/** What the composition root lends to the command line. */
export type Root = Readonly<{
  open: OpenSession;
  serve: (dataDir: string, port: number) => Promise<Readonly<{ url: string }>>;
}>;

/** Runs one command line and answers with the exit code. */
export async function runCli(argv: readonly string[], root: Root): Promise<number> {
  let exit: number = EXIT.done;
  const json = argv.includes('--json');
  const within = async (mode: 'read' | 'write', work: Work): Promise<void> => {
    const globals = program.opts<Globals>();
    const session = await root.open(globals.data, mode);
    try {
      const code = await work(session, new Output(globals.json), globals);
      if (typeof code === 'number') exit = code;
    } finally {
      await session.close();
    }
  };
  const program = frame();
  addLedgerCommands(program, within);
  addCorrections(program, within);
  addReportCommands(program, within);
  addServe(program, root);
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    const failure = failureOf(error);
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

function frame(): Command {
  return new Command('gongkai')
    .description('公开台账：政府信息公开台账和年度报告')
    .option('--data <目录>', '数据文件夹', './data')
    .option('--agency <机关>', '机关的全称、简称或编号；只有一个机关时不必写')
    .option('--json', '输出 JSON，供程序读取', false)
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('（用 gongkai --help 看用法）')
    .exitOverride();
}

function addLedgerCommands(program: Command, within: Within): void {
  program
    .command('init')
    .description('建账')
    .requiredOption('--name <全称>', '机关全称')
    .option('--short-name <简称>', '报告标题用的简称，不写同全称')
    .option('--government', '人民政府（3月31日前公布），不写为部门', false)
    .action((options: { name: string; shortName?: string; government: boolean }) =>
      within('write', (session, output) => establishAgency(session, output, options)),
    );
  program
    .command('import')
    .description(
      '导入台账：requests 依申请公开，appeals 复议诉讼，publications 文件，counts 月度数量',
    )
    .argument('<台账>')
    .argument('<文件.csv>')
    .option('--all-or-nothing', '有一行退回就一行也不登记', false)
    .action((register: string, file: string, options: { allOrNothing: boolean }) =>
      within('write', (session, output, { agency }) =>
        importFile(session, output, { register, file, agency, ...options }),
      ),
    );
  program
    .command('rules')
    .description('统计口径：查看，或者确定格式没有规定的口径')
    .option('--fee-decimals <位数>', '行政事业性收费（万元）的小数位数，0 至 6', wholeNumber)
    .action(({ feeDecimals }: { feeDecimals?: number }) =>
      within(feeDecimals === undefined ? 'read' : 'write', (session, output, { agency }) =>
        countingRules(session, output, { feeDecimals, agency }),
      ),
    );
  program
    .command('replay')
    .description('从第一条事实重放，核对散列和勾稽关系')
    .action(() => within('read', replay));
  program
    .command('workday')
    .description('某日之后第几个工作日')
    .argument('<日期>')
    .argument('<天数>', '工作日数', wholeNumber)
    .action((date: string, days: number) => {
      countWorkday(new Output(program.opts<Globals>().json), date, days);
    });
}

function addReportCommands(program: Command, within: Within): void {
  program
    .command('report')
    .description('打印年度报告')
    .argument('<年度>', '报告年度', wholeNumber)
    .option('--format <格式>', 'pdf、html 或 json', 'pdf')
    .option('--out <文件>', '写到哪里，不写则在数据文件夹的 reports/')
    .action((year: number, { format, out }: { format: string; out?: string }) =>
      within('read', (session, output, { agency }) =>
        writeReport(session, output, { year, format, out, agency }),
      ),
    );
  program
    .command('cases')
    .description('下钻：报告里一个数字背后的案件，如 cases 2021 table3.granted.total')
    .argument('<年度>', '报告年度', wholeNumber)
    .argument('<单元格>')
    .action((year: number, cell: string) =>
      within('read', (session, output, { agency }) =>
        listCases(session, output, { year, cell, agency }),
      ),
    );
  program
    .command('draft')
    .description('起草年度报告文字：文件里六个部分的标题各占一行')
    .argument('<年度>', '报告年度', wholeNumber)
    .argument('<文件.txt>')
    .option('--signed-on <日期>', '成文日期，不写为今天')
    .action((year: number, file: string, { signedOn }: { signedOn?: string }) =>
      within('write', (session, output, { agency }) =>
        draftReport(session, output, { year, file, signedOn, agency }),
      ),
    );
  program
    .command('compile')
    .description('汇编：把一年的数字记入台账')
    .argument('<年度>', '报告年度', wholeNumber)
    .action((year: number) =>
      within('write', (session, output, { agency }) =>
        compileReport(session, output, { year, agency }),
      ),
    );
  program
    .command('demo')
    .description('载入示例机关并打印它的 2021 年度报告')
    .action(() =>
      within('write', async (session, output) => {
        const { name, year } = await loadSample(session);
        await writeReport(session, output, { year, format: 'pdf', out: undefined, agency: name });
      }),
    );
}

function addServe(program: Command, root: Root): void {
  program
    .command('serve')
    .description('在本机提供 HTTP 服务')
    .option('--port <端口>', '端口', wholeNumber, 3000)
    .action(async ({ port }: { port: number }) => {
      const { data, json } = program.opts<Globals>();
      const { url } = await root.serve(data, port);
      new Output(json).answer({ url }, `公开台账已启动：${url}/api （按 Ctrl+C 停止）`);
    });
}
