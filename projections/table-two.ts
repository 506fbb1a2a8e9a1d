import { assert } from '../src/kernel/decider.js';
import {
  isWithin,
  lastDayOfMonth,
  type LocalDate,
  type Period,
  type YearMonth,
} from '../src/kernel/local-date.js';
import {
  STATUTORY_COUNTS,
  type CountCategory,
  type StatutoryCount,
} from '../src/publications/domain/count.events.js';
import { DOCUMENT_KINDS, type DocumentKind } from '../src/publications/domain/document.events.js';
import type { DocumentRow } from './document-register.projection.js';
import type { CountRow } from './monthly-counts.projection.js';

/** 本年制发件数、本年废止件数、现行有效件数. */
export const DOCUMENT_FIGURES = ['made', 'repealed', 'valid'] as const;
export type DocumentFigure = (typeof DOCUMENT_FIGURES)[number];
type DocumentCounts = Readonly<Record<DocumentFigure, number>>;

/** 表二: 主动公开政府信息情况. Fees in 分. */
export type TableTwo = Readonly<Record<DocumentKind, DocumentCounts>> &
  Readonly<Record<StatutoryCount, number>>;

/** 期初现行有效: the newest balance stated for a month up to the period's end, or none since ever. */
type Opening = Readonly<{ from: LocalDate; inForce: number }>;

const SINCE_EVER: Opening = { from: '1900-01-01', inForce: 0 };

export function tableTwo(
  documents: Iterable<DocumentRow>,
  counts: readonly CountRow[],
  period: Period,
): TableTwo {
  const table = countTableTwo(documents, counts, period);
  assertTableTwo(table);
  return table;
}

/** The table as the facts add up, whether or not it may be printed. */
export function countTableTwo(
  documents: Iterable<DocumentRow>,
  counts: readonly CountRow[],
  period: Period,
): TableTwo {
  const rows = [...documents];
  return {
    regulations: documentCounts(rows, counts, 'regulations', period),
    normative_documents: documentCounts(rows, counts, 'normative_documents', period),
    licensing: countIn(counts, 'licensing', period),
    punishment: countIn(counts, 'punishment', period),
    coercion: countIn(counts, 'coercion', period),
    fees_fen: countIn(counts, 'fees_fen', period),
  };
}

/**
 * No count is negative: more repealed than was ever in force means that an opening balance is
 * missing.
 */
export function assertTableTwo(table: TableTwo): void {
  for (const kind of DOCUMENT_KINDS) {
    for (const figure of DOCUMENT_FIGURES) {
      assert(table[kind][figure] >= 0, `表二：${kind} ${figure} 不小于零，请核对期初现行有效件数`);
    }
  }
  for (const count of STATUTORY_COUNTS) assert(table[count] >= 0, `表二：${count} 不小于零`);
}

/** The documents of a kind that a figure counts, and what each adds to it. */
export function documentsCounted(
  documents: readonly DocumentRow[],
  counts: readonly CountRow[],
  { kind, figure }: Readonly<{ kind: DocumentKind; figure: DocumentFigure }>,
  period: Period,
): readonly Readonly<{ document: DocumentRow; counts: number }>[] {
  const opening = openingOf(counts, kind, period);
  return documents
    .filter((document) => document.kind === kind)
    .map((document) => ({ document, counts: weighs(document, figure, opening, period) }))
    .filter((counted) => counted.counts !== 0);
}

/**
 * The quantity of one category in each month that was reported and ends within the period: a month's
 * count is known when the month is over, so that any two halves of a period add up to it.
 */
export function monthsOf(
  counts: readonly CountRow[],
  category: CountCategory,
  period: Period,
): readonly Readonly<{ month: YearMonth; quantity: number }>[] {
  return counts
    .flatMap(({ monthly }) => [...monthly])
    .filter(([month]) => isWithin(lastDayOfMonth(month), period))
    .flatMap(([month, quantities]) => {
      const quantity = quantities.get(category);
      return quantity === undefined ? [] : [{ month, quantity }];
    })
    .sort((left, right) => (left.month < right.month ? -1 : 1));
}

/** The narrative counters of the period by name, summed over its months. */
export function narrativeCounts(
  counts: readonly CountRow[],
  period: Period,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { monthly } of counts) {
    for (const [month, quantities] of monthly) {
      if (!isWithin(lastDayOfMonth(month), period)) continue;
      for (const [category, quantity] of quantities) {
        if (!category.startsWith('narrative:')) continue;
        const name = category.slice('narrative:'.length);
        sums.set(name, (sums.get(name) ?? 0) + quantity);
      }
    }
  }
  return sums;
}

export function openingOf(
  counts: readonly CountRow[],
  kind: DocumentKind,
  { to }: Pick<Period, 'to'>,
): Opening {
  let newest = SINCE_EVER;
  for (const { opening } of counts) {
    for (const [month, stated] of opening) {
      const inForce = stated.get(kind);
      const from: LocalDate = `${month}-01` as LocalDate;
      if (inForce === undefined || from > to || from < newest.from) continue;
      newest = { from, inForce };
    }
  }
  return newest;
}

function documentCounts(
  documents: readonly DocumentRow[],
  counts: readonly CountRow[],
  kind: DocumentKind,
  period: Period,
): DocumentCounts {
  const opening = openingOf(counts, kind, period);
  const total = (figure: DocumentFigure): number =>
    documentsCounted(documents, counts, { kind, figure }, period).reduce(
      (sum, counted) => sum + counted.counts,
      0,
    );
  return {
    made: total('made'),
    repealed: total('repealed'),
    valid: opening.inForce + total('valid'),
  };
}

/**
 * What a document adds to a figure: one, nothing, or minus one for a document the opening balance
 * counted. A voided one adds nothing anywhere.
 */
function weighs(
  { issuedOn, repealedOn, voidedOn }: DocumentRow,
  figure: DocumentFigure,
  opening: Opening,
  period: Period,
): number {
  if (voidedOn !== null) return 0;
  const within = (on: LocalDate | null, from: LocalDate): number =>
    isWithin(on, { from, to: period.to }) ? 1 : 0;
  switch (figure) {
    case 'made':
      return within(issuedOn, period.from);
    case 'repealed':
      return within(repealedOn, period.from);
    case 'valid':
      return within(issuedOn, opening.from) - within(repealedOn, opening.from);
  }
}

function countIn(counts: readonly CountRow[], category: StatutoryCount, period: Period): number {
  return monthsOf(counts, category, period).reduce((sum, { quantity }) => sum + quantity, 0);
}
