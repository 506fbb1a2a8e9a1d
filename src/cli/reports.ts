import type { Command } from 'commander';
import { checkReport, overrideCheck } from './check.command.js';
import { addClosing } from './closing.js';
import { compareFigures } from './diff.command.js';
import { draftReport } from './draft.command.js';
import { addFigures } from './figures.command.js';
import { fileReport, type FilingGiven } from './file.command.js';
import type { TimeGiven } from './given.js';
import { addHistory } from './history.command.js';
import { compileReport, listCases, writeReport } from './report.command.js';
import type { PageGiven } from './report-formats.js';
import { listCellChildren } from './roll-up.command.js';
import { demonstrate } from './sample.js';
import { addReportText } from './texts-of-report.js';
import { wholeNumber, type Within } from './within.js';

/** The commands around the annual report. */
export function addReports(program: Command, within: Within): void {
  addReading(program, within);
  addSteps(program, within);
  addClosing(program, within);
  addFigures(program, within);
  addHistory(program, within);
  addReportText(program, within);
}

type ReportOptions = TimeGiven & PageGiven & Readonly<{ format: string; out?: string }>;

const AS_OF = [
  '--as-of <位置>',
  '按第几条为止的台账；closed 为封账时，filed 为报送时，now 为现在',
  'now',
] as const;

const ROLL_UP = ['--rollup', '汇总：各下级报告之和', false] as const;

const EDITION = ['--edition <第几版>', '封账的第几版；closed 为最新的一版'] as const;

type RollUpGiven = Readonly<{ rollup: boolean }>;

type OverrideGiven = RollUpGiven & Readonly<{ reason: string; cell?: string }>;

function addReading(program: Command, within: Within): void {
  program
    .command('report')
    .description('打印年度报告')
    .argument('<年度>', '报告年度', wholeNumber)
    .option('--format <格式>', 'pdf、docx、xlsx、html 或 json', 'pdf')
    .option('--out <文件>', '写到哪里，不写则在数据文件夹的 reports/')
    .option(...AS_OF)
    .option(...EDITION)
    .option('--index-number <索引号>', '网页的索引号')
    .option('--topic <分类>', '网页的主题分类')
    .option('--published-on <日期>', '网页的发布日期，不写为登记的公布日期')
    .option(
      '--download <网址>',
      '网页上供下载的文件，如 report.docx；可以写几次',
      (href: string, before: readonly string[] | undefined) => [...(before ?? []), href],
    )
    .option(...ROLL_UP)
    .action((year: number, options: ReportOptions & RollUpGiven) =>
      within('read', (session, output, { agency }) => {
        const { format, out, asOf, edition, rollup, ...page } = options;
        const time = { asOf, ...(edition === undefined ? {} : { edition }) };
        return writeReport(session, output, { year, format, out, agency, time, page, rollup });
      }),
    );
  program
    .command('diff')
    .description('比较台账两个位置的数字，列出每个变化背后的事实')
    .argument('<位置甲>', '第几条；写了年度时可以写 closed（封账时）、filed（报送时）')
    .argument('<位置乙>', '第几条，或者 now（现在）')
    .option('--year <年度>', '只比较这一年', wholeNumber)
    .action((from: string, to: string, { year }: { year?: number }) =>
      within('read', (session, output, { agency }) =>
        compareFigures(session, output, { from, to, year, agency }),
      ),
    );
  program
    .command('cases')
    .description('下钻：报告里一个数字背后的案件，如 cases 2021 table3.granted.total')
    .argument('<年度>', '报告年度', wholeNumber)
    .argument('<单元格>')
    .option(...AS_OF)
    .option(...EDITION)
    .option(...ROLL_UP)
    .action((year: number, cell: string, { rollup, ...time }: TimeGiven & RollUpGiven) =>
      within('read', (session, output, { agency }) =>
        rollup
          ? listCellChildren(session, output, { year, cell, agency })
          : listCases(session, output, { year, cell, agency, time }),
      ),
    );
}

/** The steps that a year's report goes through. */
function addSteps(program: Command, within: Within): void {
  program
    .command('check')
    .description('校验：按勾稽关系和口径核对一年的报告，随时可以运行')
    .argument('<年度>', '报告年度', wholeNumber)
    .option('--closed', '校验封账的一版，与现在的台账对照', false)
    .option(...ROLL_UP)
    .action((year: number, { closed, rollup }: RollUpGiven & { closed: boolean }) =>
      within('read', (session, output, { agency }) => {
        const of = rollup ? 'roll-up' : closed ? 'closed' : 'now';
        return checkReport(session, output, { year, of, agency });
      }),
    );
  program
    .command('override')
    .description('放行：校验的一处错误查过没有错，写明理由，不再妨碍正式打印和封账')
    .argument('<年度>', '报告年度', wholeNumber)
    .argument('<规则>', '校验规则，如 T3-08')
    .requiredOption('--reason <理由>', '为什么查过没有错，不写申请人的姓名')
    .option('--cell <单元格>', '只放行涉及这个数字的，不写为这条规则现在的全部错误')
    .option(...ROLL_UP)
    .action((year: number, check: string, { rollup, ...options }: OverrideGiven) =>
      within('write', (session, output, { agency }) =>
        overrideCheck(session, output, {
          ...{ year, check, cell: undefined, agency, ...options },
          of: rollup ? 'roll-up' : 'now',
        }),
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
    .command('file')
    .description(
      '报送公布：封账的最新一版已经报送，记下日期和网址；公布晚于报送的，公布以后再记一次',
    )
    .argument('<年度>', '报告年度', wholeNumber)
    .option('--on <日期>', '报送日期，不写为今天')
    .option('--published-on <日期>', '公布日期')
    .option('--url <网址>', '公布的网址')
    .action((year: number, options: FilingGiven) =>
      within('write', (session, output, { agency }) =>
        fileReport(session, output, { year, agency, ...options }),
      ),
    );
  program
    .command('demo')
    .description('载入示例机关并打印它的 2021 年度报告')
    .action(() => within('write', demonstrate));
}
