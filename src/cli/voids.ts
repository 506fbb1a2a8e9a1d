import type { Command } from 'commander';
import { withReason, type Reason } from './reason.js';
import { voidAppeal, voidDocument, voidRequest } from './void.command.js';
import type { Within } from './within.js';

type Options = Reason & Readonly<{ step?: string }>;

/** The commands that void what was logged by mistake. */
export function addVoids(program: Command, within: Within): void {
  withReason(program.command('void'))
    .description('作废登记：登记重了、登错了的申请不再计数，原登记保留')
    .argument('<登记编号>')
    .option(
      '--step <步骤>',
      '只作废一步：答复（连同送达）、送达、撤回、并案、告知补正、征求意见、延期、归档等；不写为整件',
    )
    .action((number: string, options: Options) =>
      within('write', (session, output, { agency }) =>
        voidRequest(session, output, number, agency, options),
      ),
    );
  withReason(program.command('void-appeal'))
    .description('作废案件登记；原登记保留')
    .argument('<案号>')
    .option('--step <步骤>', '只作废一步：审结；不写为整件')
    .action((caseNumber: string, options: Options) =>
      within('write', (session, output, { agency }) =>
        voidAppeal(session, output, caseNumber, agency, options),
      ),
    );
  withReason(program.command('void-document'))
    .description('作废文件登记；原登记保留')
    .argument('<文号>')
    .option('--step <步骤>', '只作废一步：废止；不写为整份')
    .action((documentNumber: string, options: Options) =>
      within('write', (session, output, { agency }) =>
        voidDocument(session, output, documentNumber, agency, options),
      ),
    );
}
