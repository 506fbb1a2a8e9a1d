import type { Command } from 'commander';
import { closeYear, listAffected, listCarried } from './closing.command.js';
import { wholeNumber, type Within } from './within.js';

/** 封账, and what comes of it. */
export function addClosing(program: Command, within: Within): void {
  program
    .command('close')
    .description('封账：照现在的样子存下一年的报告，以后照存下来的打印；再封账一次为更正版')
    .argument('<年度>', '报告年度', wholeNumber)
    .option('--reason <理由>', '更正版的理由，第二版起必填', '')
    .action((year: number, { reason }: { reason: string }) =>
      within('write', (session, output, { agency }) =>
        closeYear(session, output, { year, reason, agency }),
      ),
    );
  program
    .command('affected')
    .description('已公布数据受影响：封账以后变了的数字和文字，和每个变化背后的事实')
    .argument('<年度>', '报告年度', wholeNumber)
    .option('--edition <第几版>', '第几版，closed 为最新的一版，filed 为报送的一版', 'closed')
    .action((year: number, { edition }: { edition: string }) =>
      within('read', (session, output, { agency }) =>
        listAffected(session, output, { year, edition, agency }),
      ),
    );
  program
    .command('carried')
    .description('结转：封账的年度结转出去的申请，与下一年度结转进来的逐件核对')
    .argument('<年度>', '封账的报告年度', wholeNumber)
    .option('--edition <第几版>', '第几版，closed 为最新的一版，filed 为报送的一版', 'closed')
    .action((year: number, { edition }: { edition: string }) =>
      within('read', (session, output, { agency }) =>
        listCarried(session, output, { year, edition, agency }),
      ),
    );
}
