import type { CountRow } from '../../projections/monthly-counts.projection.js';
import { monthsOf } from '../../projections/table-two.js';
import { isYearMonth, lastDayOf, yearPeriod, type LocalDate } from '../kernel/local-date.js';
import type { AnnualReportFacts } from './domain/annual-report.events.js';
import type { CheckId } from './domain/checks.events.js';
import { STATUTORY_COUNT_LABELS, STATUTORY_COUNTS } from '../publications/domain/count.events.js';

/** A sum that is not nothing and prints as 0 would read as nothing collected. */
export function feesLost(fen: number, printed: number | null): readonly string[] {
  if (fen === 0 || printed !== 0) return [];
  return [
    `行政事业性收费 ${String(fen / 100)} 元不足以万元计，印成了 0；可以增加小数位数（gongkai rules --fee-decimals）。`,
  ];
}

/** The facts moved on after the year was closed: what is printed is not what was published. */
export function changedSince(edition: number, year: number): string {
  return (
    `已公布数据受影响：${year} 年度报告第 ${edition} 版封账以后有变化，这里是现在的数字和文字；` +
    `逐条见 gongkai affected ${year}，出更正版用 gongkai close ${year} --reason。`
  );
}

/**
 * 草稿: why what the ledger says of a year is not handed out yet; null when it may be. A year that still
 * runs gets more facts, a report without words is none, and nobody answers for an error in it.
 */
export function draftReason(
  {
    report,
    year,
    openErrors,
    missing,
  }: Readonly<{
    report: AnnualReportFacts;
    year: number;
    openErrors: readonly CheckId[];
    /** Of a 汇总 alone. */
    missing?: readonly string[];
  }>,
  today: LocalDate,
): string | null {
  if (report.text === null) return '还没有起草文字，按草稿打印；起草用 gongkai draft。';
  if (lastDayOf(year) >= today) return `${year} 年还没有结束，数字还会变，按草稿打印。`;
  if (openErrors.length > 0) {
    const rolledUp = missing === undefined ? '' : ' --rollup';
    return (
      `校验还有没有改正的错误（${openErrors.join('、')}），按草稿打印；逐条见 gongkai check ${year}${rolledUp}，` +
      '请改正，查过没有错的用 gongkai override 写明理由放行。'
    );
  }
  if (report.editions.length === 0) return null;
  return '与封账的不同，按草稿打印；封账的用 --edition closed 打印。';
}

/**
 * Months that are over and were not reported, in a row that counts something in the year: they
 * print as 0. A row with nothing in it all year is a nil return, which one zero or none states.
 */
export function monthsMissing(
  counts: readonly CountRow[],
  year: number,
  today: LocalDate,
): readonly string[] {
  const over = monthsOfYear(year).filter((month) => month < today.slice(0, 7));
  return STATUTORY_COUNTS.flatMap((category) => {
    const reported = monthsOf(counts, category, yearPeriod(year));
    if (reported.every(({ quantity }) => quantity === 0)) return [];
    const missing = over.filter((month) => !reported.some((known) => known.month === month));
    if (missing.length === 0) return [];
    const months = missing.map((month) => String(Number(month.slice(5)))).join('、');
    return [
      `${STATUTORY_COUNT_LABELS[category]}：${year} 年 ${months} 月没有上报，按 0 计；没有的月份请上报 0。`,
    ];
  });
}

function monthsOfYear(year: number): readonly string[] {
  const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'));
  return months.map((month) => `${year}-${month}`).filter(isYearMonth);
}
