import type { Command } from 'commander';
import {
  correctAppeal,
  correctCount,
  correctDocument,
  correctRequest,
  type CorrectOptions,
} from './correct.command.js';
import { withReason, type Reason } from './reason.js';
import { wholeNumber, type Within } from './within.js';

/** The commands that mend what was logged wrong. */
export function addCorrections(program: Command, within: Within): void {
  withReason(program.command('correct'))
    .description(
      '更正登记：一件申请登记错了；原登记保留。申请人、证件号码、联系方式、所需信息等只写在 --from 里',
    )
    .argument('<登记编号>')
    .option('--received-on <日期>', '收到日期')
    .option('--decided-on <日期>', '答复日期')
    .option('--served-on <日期>', '送达日期')
    .option('--withdrawn-on <日期>', '撤回日期')
    .option('--kind <类型>', '申请人类型')
    .option('--channel <渠道>', '渠道')
    .option('--outcome <结果>', '办理结果')
    .action((number: string, options: CorrectOptions) =>
      within('write', (session, output, { agency }) =>
        correctRequest(session, output, number, agency, options),
      ),
    );
  program
    .command('recount')
    .description('更正月度数量、期初现行有效件数；原数保留')
    .argument('<类别>')
    .argument('<月份>')
    .argument('<数量>', '数量；收费写 fees_fen，以分为单位', wholeNumber)
    .requiredOption('--reason <理由>', '原数错在哪里')
    .action((category: string, month: string, quantity: number, { reason }: { reason: string }) =>
      within('write', (session, output, { agency }) =>
        correctCount(session, output, { category, month, quantity, reason }, agency),
      ),
    );
  withReason(program.command('correct-appeal'))
    .description('更正案件登记；原登记保留')
    .argument('<案号>')
    .option('--kind <类型>', '行政复议、未经复议直接起诉、复议后起诉')
    .option('--role <角色>', '被申请人、被告、共同被告；复议机关（作共同被告的，不计）')
    .option('--requests <登记编号>', '关联登记编号，几个用顿号隔开')
    .option('--accepted-on <日期>', '受理日期')
    .option('--outcome <结果>', '结果维持、结果纠正、其他结果')
    .option('--concluded-on <日期>', '审结日期')
    .action((caseNumber: string, options: Reason) =>
      within('write', (session, output, { agency }) =>
        correctAppeal(session, output, caseNumber, agency, options),
      ),
    );
  withReason(program.command('correct-document'))
    .description('更正文件登记；原登记保留')
    .argument('<文号>')
    .option('--kind <类别>', '规章、行政规范性文件')
    .option('--title <标题>', '标题')
    .option('--issued-on <日期>', '制发日期')
    .option('--repealed-on <日期>', '废止日期')
    .action((documentNumber: string, options: Reason) =>
      within('write', (session, output, { agency }) =>
        correctDocument(session, output, documentNumber, agency, options),
      ),
    );
}
