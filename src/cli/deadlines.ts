import type { Command } from 'commander';
import { explain, remind, showDeadlines } from './deadlines.command.js';
import { wholeNumber, type Within } from './within.js';

type Asked = Readonly<{ within?: number; handler?: string }>;

/** What is due, and who is told. */
export function addDeadlines(program: Command, within: Within): void {
  const [soon, whose] = ['--within <工作日>', '--handler <承办人>'];
  program
    .command('due')
    .description('期限看板：逾期未办、即将逾期、暂停计时、逾期已办')
    .option(soon, '几个工作日以内为即将逾期，不写为 5', wholeNumber)
    .option(whose, '只看一名承办人的')
    .option('--ics <文件>', '另写一份日历文件，供日历软件订阅')
    .action((options: Asked & Readonly<{ ics?: string }>) =>
      within('read', (session, output, { agency }) =>
        showDeadlines(session, output, { ...options, agency }),
      ),
    );
  program
    .command('explain')
    .description('说明一件申请的答复期限怎样算出：起算、不计入的日子、中止、延长，各附依据')
    .argument('<登记编号>')
    .action((number: string) =>
      within('read', (session, output, { agency }) => explain(session, output, number, agency)),
    );
  program
    .command('remind')
    .description('把逾期未办和即将逾期的发邮件提醒，没有则不发；可以每天定时运行')
    .requiredOption('--to <邮箱>', '收件地址，可以写几次', several)
    .option(soon, '几个工作日以内为即将逾期，不写为 5', wholeNumber)
    .option(whose, '只提醒一名承办人的')
    .action((options: Asked & Readonly<{ to: readonly string[] }>) =>
      within('read', (session, output, { agency }) =>
        remind(session, output, { ...options, agency }),
      ),
    );
}

function several(address: string, before: readonly string[] = []): readonly string[] {
  return [...before, address];
}
