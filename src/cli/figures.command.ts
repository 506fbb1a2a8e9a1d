import type { Command } from 'commander';
import { CELLS } from '../../projections/form-figures.js';
import { CountPeriod, type CountedPeriod } from '../annual-reports/period-figures.query.js';
import { periodBetween } from '../kernel/period.js';
import { CHANNEL_LABELS } from '../requests/domain/outcome-labels.js';
import { CHANNELS } from '../requests/domain/request.events.js';
import { periodCellWords } from '../words/cells.zh-CN.js';
import { Usage } from './exit-codes.js';
import type { Output } from './output.js';
import { agencyMeant, type Session } from './session.js';
import type { Within } from './within.js';

/** 任意期间的统计. */
export function addFigures(program: Command, within: Within): void {
  program
    .command('figures')
    .description('任意期间的统计：三张表的口径，加渠道、逾期和办理用时；如 figures 2026Q1')
    .argument('<起>', '2026、2026H1（半年）、2026Q1（季度）、2026-03（月）或者一个日期')
    .argument('[止]', '写法同上，到它的最后一天；不写则只是前一个期间')
    .action((first: string, last: string | undefined) =>
      within('read', (session, output, { agency }) =>
        printFigures(session, output, { first, last: last ?? first, agency }),
      ),
    );
}

/** `gongkai figures FROM [TO]`. */
async function printFigures(
  session: Session,
  output: Output,
  { first, last, agency }: Readonly<{ first: string; last: string; agency: string | undefined }>,
): Promise<void> {
  const period = periodBetween(first, last);
  if (period === null) {
    throw new Usage(
      `“${first === last ? first : `${first} ${last}`}”不是期间，` +
        '请写成 2026、2026H1、2026Q1、2026-03 或者两个日期，较早的在前。',
    );
  }
  const { agencyId, name } = await agencyMeant(session, agency);
  const counted = await session.queries.execute(new CountPeriod(agencyId, period));
  output.answer(counted, [
    `${name} ${period.from} 至 ${period.to}（没有列出的为 0）：`,
    ...CELLS.filter((cell) => counted.figures[cell] !== 0).map(
      (cell) => `${periodCellWords(cell)}：${counted.figures[cell]}`,
    ),
    ...besides(counted),
  ]);
  output.warn(counted.warnings);
}

function besides({ channels, overdue, days }: CountedPeriod): readonly string[] {
  const received = CHANNELS.filter((channel) => channels[channel] > 0).map(
    (channel) => `${CHANNEL_LABELS[channel][0] ?? channel} ${channels[channel]} 件`,
  );
  const took =
    days === null
      ? '没有办结的'
      : `中位数 ${days.median} 日，最长 ${days.max} 日（自收到之日，日历日）`;
  return [
    `新收渠道：${received.length === 0 ? '没有新收的' : received.join('、')}`,
    `逾期办结：${listed(overdue.endedLate)}`,
    `期末逾期未办：${listed(overdue.open)}`,
    `办理用时：${took}`,
  ];
}

function listed(numbers: readonly string[]): string {
  return numbers.length === 0 ? '0 件' : `${numbers.length} 件（${numbers.join('、')}）`;
}
