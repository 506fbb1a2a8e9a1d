import type { Command } from 'commander';
import { draftReport } from './draft.command.js';
import { compileReport, listCases, writeReport } from './report.command.js';
import { demonstrate } from './sample.js';
import { wholeNumber, type Within } from './within.js';

/** The commands around the annual report. */
export function addReports(program: Command, within: Within): void {
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
    .action(() => within('write', demonstrate));
}
