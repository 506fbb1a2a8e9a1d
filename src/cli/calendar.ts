import type { Command } from 'commander';
import { announceDaysOff, listCalendar, recomputeDeadlines } from './calendar.command.js';
import { wholeNumber, type Within } from './within.js';

/** 工作日历. */
export function addCalendar(program: Command, within: Within): void {
  const calendar = program
    .command('calendar')
    .description('工作日历：查看、录入节假日安排、重算期限');
  calendar
    .command('list')
    .description('有哪些年份的安排，依据是什么')
    .action(() =>
      within('read', (session, output, { agency }) => listCalendar(session, output, agency)),
    );
  calendar
    .command('announce')
    .description('录入一年的节假日安排，并重算在办申请的期限，列出变动')
    .argument('<年份>', '哪一年', wholeNumber)
    .requiredOption('--from <文件>', '一天一行，如“2027-01-01,放假”“2027-02-06,上班”')
    .requiredOption('--notice <依据>', '文件的名称和文号')
    .option('--local', '是地方安排，不是国务院的安排')
    .action((year: number, options: { from: string; notice: string; local?: boolean }) =>
      within('write', (session, output, { agency }) =>
        announceDaysOff(session, output, { year, ...options }, agency),
      ),
    );
  calendar
    .command('recompute')
    .description('按现在的日历和办理规则重算在办申请的期限，列出变动')
    .action(() =>
      within('write', (session, output, { agency }) => recomputeDeadlines(session, output, agency)),
    );
}
