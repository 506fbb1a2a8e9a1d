import type { Command } from 'commander';
import { showDuplicates } from './duplicates.command.js';
import { enterRequest, type Entered } from './request.command.js';
import { addSteps } from './steps.js';
import type { Within } from './within.js';

/** The entry of one request, and its steps. */
export function addRequests(program: Command, within: Within): void {
  for (const [name, says, entered] of [
    ['register', '登记一件申请：各项写在文件里，一行一项，如“申请人：张三”', 'RegisterRequest'],
    [
      'arrive',
      '登记到达：信函、电子邮件、传真等，收到须与申请人确认；写法同 register',
      'LogArrival',
    ],
  ] as const satisfies readonly (readonly [string, string, Entered])[]) {
    program
      .command(name)
      .description(says)
      .requiredOption('--from <文件>', '各项所在的文件，- 为标准输入；个人信息不写在命令行上')
      .action(({ from }: { from: string }) =>
        within('write', (session, output, { agency }) =>
          enterRequest(session, output, { entered, from }, agency),
        ),
      );
  }
  program
    .command('duplicates')
    .description('疑似重复申请，同一申请人本月、本年的件数和按件应收的信息处理费')
    .argument('<登记编号>')
    .action((number: string) =>
      within('read', (session, output, { agency }) =>
        showDuplicates(session, output, number, agency),
      ),
    );
  addSteps(program, within);
}
