import type { Command } from 'commander';
import { showDuplicates } from './duplicates.command.js';
import { decideRequest, registerRequest, serveReply, withdrawRequest } from './request.command.js';
import type { Within } from './within.js';

/** The steps of one request. */
export function addRequests(program: Command, within: Within): void {
  program
    .command('register')
    .description('登记一件申请：各项写在文件里，一行一项，如“申请人：张三”')
    .requiredOption('--from <文件>', '各项所在的文件，- 为标准输入；个人信息不写在命令行上')
    .action(({ from }: { from: string }) =>
      within('write', (session, output, { agency }) =>
        registerRequest(session, output, from, agency),
      ),
    );
  program
    .command('duplicates')
    .description('疑似重复申请，同一申请人本月、本年的件数和按件应收的信息处理费')
    .argument('<登记编号>')
    .action((number: string) =>
      within('read', (session, output, { agency }) =>
        showDuplicates(session, output, number, agency),
      ),
    );
  program
    .command('decide')
    .description('作出答复')
    .argument('<登记编号>')
    .argument('<结果>', '办理结果，表三的行')
    .requiredOption('--on <日期>', '答复日期')
    .option('--document-number <文号>', '答复文号')
    .action((number: string, outcome: string, options: { on: string; documentNumber?: string }) =>
      within('write', (session, output, { agency }) =>
        decideRequest(session, output, { number, outcome, ...options }, agency),
      ),
    );
  program
    .command('serve-reply')
    .description('送达答复')
    .argument('<登记编号>')
    .requiredOption('--on <日期>', '送达日期：签收，或者交邮')
    .requiredOption('--way <方式>', '直接送达、委托送达、邮寄送达、电子送达')
    .action((number: string, options: { on: string; way: string }) =>
      within('write', (session, output, { agency }) =>
        serveReply(session, output, { number, ...options }, agency),
      ),
    );
  program
    .command('withdraw')
    .description('申请人撤回申请')
    .argument('<登记编号>')
    .requiredOption('--on <日期>', '书面撤回之日')
    .action((number: string, { on }: { on: string }) =>
      within('write', (session, output, { agency }) =>
        withdrawRequest(session, output, { number, on }, agency),
      ),
    );
}
