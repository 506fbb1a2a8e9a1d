import { isLocalDate } from '../kernel/local-date.js';
import { stateCouncilCalendar } from '../calendar/state-council-calendar.js';
import { Usage } from './exit-codes.js';
import type { Output } from './output.js';

/**
 * `gongkai workday DATE N`: the last day of a period of N working days; the day itself is not
 * counted.
 */
export function countWorkday(output: Output, date: string, days: number): void {
  if (!isLocalDate(date)) throw new Usage(`“${date}”不是日期，请写成 2022-09-30 的样子。`);
  if (days < 1) throw new Usage('工作日数不小于 1。');
  const { on: last, provisional } = stateCouncilCalendar.workingDayAfter(date, days);
  const answer = { date, days, last, provisional, calendar: stateCouncilCalendar.edition };
  output.answer(answer, provisional ? `${last}（待节假日安排公布）` : last);
}
