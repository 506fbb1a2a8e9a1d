import { isEdition, positionOf } from '../annual-reports/as-of.js';
import { CompareFigures, type ChangedCell } from '../annual-reports/compare-figures.query.js';
import type { Position } from '../ledger/ledger.js';
import { cellWords } from '../words/cells.zh-CN.js';
import { moveWords } from '../words/figure-moves.zh-CN.js';
import { Usage } from './exit-codes.js';
import { asOfGiven } from './given.js';
import type { Output } from './output.js';
import { agencyMeant, type Session } from './session.js';

/** `gongkai diff A B [--year YEAR]`: which figures changed, and by which events. */
export async function compareFigures(
  session: Session,
  output: Output,
  given: Readonly<{
    from: string;
    to: string;
    year: number | undefined;
    agency: string | undefined;
  }>,
): Promise<void> {
  const { agencyId, name } = await agencyMeant(session, given.agency);
  const { year } = given;
  const place = (text: string): Promise<Position> => {
    const asOf = asOfGiven(text);
    if (isEdition(asOf) && year === undefined) {
      throw new Usage(`${text} 是一年的报告报送或者封账的时候，请用 --year 写明年度。`);
    }
    return positionOf(session.ledger, session.models, { agencyId, year: year ?? 0 }, asOf);
  };
  const [from, to] = [await place(given.from), await place(given.to)];
  const changed = await session.queries.execute(
    new CompareFigures(agencyId, from, to, year ?? null),
  );
  const cells = changed.map(worded);
  const head = `${name} 从第 ${from} 条到第 ${to} 条：${cells.length} 个数字有变化。`;
  output.answer({ from, to, cells }, [head, ...cells.flatMap(linesOf)]);
}

type WordedCell = ChangedCell & Readonly<{ words: string }>;

function worded(changed: ChangedCell): WordedCell {
  return { ...changed, words: cellWords(changed.cell) };
}

function linesOf({ year, cell, words, before, after, events }: WordedCell): readonly string[] {
  return [
    `${year} 年 ${words}（${cell}）：${before} → ${after}`,
    ...events.map((event) => `  ${moveWords(event)}`),
  ];
}
