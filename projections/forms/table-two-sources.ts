import { isWithin, lastDayOfMonth, type Period } from '../../src/kernel/local-date.js';
import type { CountCategory } from '../../src/publications/domain/count.events.js';
import type { DocumentKind } from '../../src/publications/domain/document.events.js';
import type { DocumentRow } from '../document-register.projection.js';
import type { CountRow } from '../monthly-counts.projection.js';
import { documentsCounted, monthsOf, openingOf, type DocumentFigure } from '../table-two.js';

/** 元 and 万元, into which 分 are printed; 件 is the unit of everything else. */
export type Unit = 'item' | 'yuan' | 'wan-yuan';

/** Where a cell of table two has its figure from. */
export type TableTwoSource =
  | Readonly<{ documents: DocumentKind; figure: DocumentFigure }>
  /** The sum of what the months of the period reported. */
  | Readonly<{ sum: CountCategory; unit?: Unit }>
  /** A balance: the newest that was reported up to the end of the period, or up to its beginning. */
  | Readonly<{ newest: CountCategory; upTo: 'end' | 'beginning' }>
  /** What the balance at the end has more, or less, than that at the beginning. */
  | Readonly<{ change: CountCategory }>;

/** What table two is counted from. */
export type Published = Readonly<{
  documents: readonly DocumentRow[];
  counts: readonly CountRow[];
}>;

/** One thing behind a figure of table two, and what it adds, in the unit that is stored. */
export type Contribution = Readonly<{
  kind: 'document' | 'monthly-count' | 'opening-balance';
  /** 文号, the month, or the first day that an opening balance is for. */
  id: string;
  counts: number;
}>;

/** Everything behind a figure; together they are the figure before it is rounded. */
export function contributionsOf(
  source: TableTwoSource,
  { documents, counts }: Published,
  period: Period,
): readonly Contribution[] {
  if ('documents' in source) {
    const { documents: kind, figure } = source;
    const counted = documentsCounted(documents, counts, { kind, figure }, period)
      .map(({ document, counts: added }) => ofDocument(document, added))
      .sort((left, right) => (left.id < right.id ? -1 : 1));
    return source.figure === 'valid'
      ? [...openingBalance(counts, source.documents, period), ...counted]
      : counted;
  }
  if ('sum' in source) return monthsOf(counts, source.sum, period).map(monthly);
  if ('newest' in source) return balance(counts, source.newest, period, source.upTo);
  const before = balance(counts, source.change, period, 'beginning');
  const less = before.map((month) => ({ ...month, counts: -month.counts }));
  return [...less, ...balance(counts, source.change, period, 'end')];
}

function ofDocument({ documentNumber }: DocumentRow, counts: number): Contribution {
  return { kind: 'document', id: documentNumber, counts };
}

function openingBalance(
  counts: readonly CountRow[],
  kind: DocumentKind,
  period: Period,
): readonly Contribution[] {
  const { from, inForce } = openingOf(counts, kind, period);
  return inForce === 0 ? [] : [{ kind: 'opening-balance', id: from, counts: inForce }];
}

function monthly({ month, quantity }: ReturnType<typeof monthsOf>[number]): Contribution {
  return { kind: 'monthly-count', id: month, counts: quantity };
}

function balance(
  counts: readonly CountRow[],
  category: CountCategory,
  { from, to }: Period,
  upTo: 'end' | 'beginning',
): readonly Contribution[] {
  const known = monthsOf(counts, category, { from: '1900-01-01', to });
  const last = known.findLast(
    ({ month }) => upTo === 'end' || !isWithin(lastDayOfMonth(month), { from, to }),
  );
  return last === undefined ? [] : [monthly(last)];
}
