import type { Command } from 'commander';
import { confirmNil, showText, type TextGiven } from './text.command.js';
import { wholeNumber, type Within } from './within.js';

/** The words of the report. */
export function addReportText(program: Command, within: Within): void {
  program
    .command('text')
    .description('年度报告的文字：编辑用的，填好数字的，或者与上一年度对照')
    .argument('<年度>', '报告年度', wholeNumber)
    .option('--bound', '填好数字的')
    .option('--last', '与上一年度的文字逐段对照')
    .option('--html', '对照写成网页')
    .option('--figures', '文字里可以用的名字和现在的数字')
    .option('--out <文件>', '写到文件，改好以后用 draft 交回')
    .action((year: number, options: TextGiven) =>
      within('read', (session, output, { agency }) =>
        showText(session, output, { ...options, year, agency }),
      ),
    );
  program
    .command('nil')
    .description('零报告：一次确认全年没有申请、案件、文件和决定，并起草文字')
    .argument('<年度>', '报告年度', wholeNumber)
    .option('--signed-on <日期>', '成文日期，不写为今天')
    .action((year: number, { signedOn }: { signedOn?: string }) =>
      within('write', (session, output, { agency }) =>
        confirmNil(session, output, { year, signedOn, agency }),
      ),
    );
}
