import type { Command } from 'commander';
import {
  abolishAgency,
  listChildren,
  placeAgency,
  returnReport,
  rollUp,
  showTree,
  submitReport,
} from './roll-up.command.js';
import { wholeNumber, type Within } from './within.js';

/** The tree of agencies, and what goes up and down in it. */
export function addRollUps(program: Command, within: Within): void {
  addTree(program, within);
  program
    .command('submit')
    .description('向上级报送：封账的最新一版；--rollup 为最新的汇总')
    .argument('<年度>', '报告年度', wholeNumber)
    .option('--on <日期>', '报送日期，不写为今天')
    .option('--rollup', '报送汇总，不是本机关自己的报告', false)
    .action((year: number, { on, rollup }: { on?: string; rollup: boolean }) =>
      within('write', (session, output, { agency }) =>
        submitReport(session, output, { year, on, rollup, agency }),
      ),
    );
  program
    .command('return')
    .description('退回下级报告：--agency 指明下级，改正以后再报送')
    .argument('<年度>', '报告年度', wholeNumber)
    .requiredOption('--reason <理由>', '错在哪里')
    .option('--on <日期>', '退回日期，不写为今天')
    .action((year: number, options: { reason: string; on?: string }) =>
      within('write', (session, output, { agency }) =>
        returnReport(session, output, { year, agency, ...options }),
      ),
    );
  program
    .command('children')
    .description('下级报送情况：谁报了、何时、第几版、有没有错误')
    .argument('<年度>', '报告年度', wholeNumber)
    .action((year: number) =>
      within('read', (session, output, { agency }) =>
        listChildren(session, output, { year, agency }),
      ),
    );
  program
    .command('rollup')
    .description('汇总下级报告：把各单元格之和记入台账，并记下汇总了谁的哪一份')
    .argument('<年度>', '报告年度', wholeNumber)
    .action((year: number) =>
      within('write', (session, output, { agency }) => rollUp(session, output, { year, agency })),
    );
}

function addTree(program: Command, within: Within): void {
  program
    .command('tree')
    .description('机关树：谁向谁报送')
    .action(() => within('read', showTree));
  program
    .command('place')
    .description('登记隶属关系')
    .argument('<机关>', '全称、简称或编号')
    .option('--under <上级>', '上级机关；不写为没有上级')
    .option('--from <日期>', '从哪天起，不写为今天')
    .action((child: string, options: { under?: string; from?: string }) =>
      within('write', (session, output) => placeAgency(session, output, { child, ...options })),
    );
  program
    .command('abolish')
    .description('登记撤并：当年的报告还要报，结转的申请从下一年起由承接的机关办理')
    .argument('<机关>', '全称、简称或编号')
    .requiredOption('--on <日期>', '撤并之日')
    .option('--into <机关>', '并入哪个机关')
    .action((gone: string, options: { on: string; into?: string }) =>
      within('write', (session, output) => abolishAgency(session, output, { gone, ...options })),
    );
}
