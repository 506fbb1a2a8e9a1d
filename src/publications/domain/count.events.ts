import { CorruptStream, unreachable, type Event } from '../../kernel/decider.js';
import type { YearMonth } from '../../kernel/local-date.js';
import type { DocumentKind } from './document.events.js';

/**
 * The counted rows of table two (《条例》第20条第（五）（六）（八）项): decisions made in the month, published or
 * not, and fees collected. Identifiers are those of the cells' keys, with the unit that is stored.
 */
export const STATUTORY_COUNTS = [
  'licensing', // 行政许可, 件
  'punishment', // 行政处罚, 件
  'coercion', // 行政强制, 件
  'fees_fen', // 行政事业性收费, in 分, so that sums are exact; printed in 万元
] as const;
export type StatutoryCount = (typeof STATUTORY_COUNTS)[number];

/** The counted rows as the form names them. */
export const STATUTORY_COUNT_LABELS: Readonly<Record<StatutoryCount, string>> = {
  licensing: '行政许可',
  punishment: '行政处罚',
  coercion: '行政强制',
  fees_fen: '行政事业性收费',
};

/** 叙述性计数: a counter that only the text of the report uses, under the name the agency gives it. */
export type NarrativeCount = `narrative:${string}`;
export type CountCategory = StatutoryCount | NarrativeCount;

/** The counts of one agency and one calendar year. */
export type CountKey = Readonly<{ agencyId: string; month: YearMonth }>;

/** 月度数量已上报; `occurredOn` is the last day of the month, or the day of reporting within it. */
export type MonthlyCountReported = Event<
  'MonthlyCountReported',
  CountKey & { category: CountCategory; quantity: number }
>;

/** 月度数量已更正; `occurredOn` is the day of the correction. */
export type MonthlyCountCorrected = Event<
  'MonthlyCountCorrected',
  CountKey & { category: CountCategory; was: number; quantity: number; reason: string }
>;

/** 期初现行有效件数: documents in force as the month began; `occurredOn` is the first day of that month. */
export type OpeningBalanceStated = Event<
  'OpeningBalanceStated',
  CountKey & { kind: DocumentKind; inForce: number }
>;

/** 期初现行有效件数已更正; `occurredOn` is the day of the correction. */
export type OpeningBalanceCorrected = Event<
  'OpeningBalanceCorrected',
  CountKey & { kind: DocumentKind; was: number; inForce: number; reason: string }
>;

export type CountEvent =
  MonthlyCountReported | MonthlyCountCorrected | OpeningBalanceStated | OpeningBalanceCorrected;

/** Quantities of one agency by month and category. */
export type CountFacts = Readonly<{
  monthly: ReadonlyMap<YearMonth, ReadonlyMap<CountCategory, number>>;
  opening: ReadonlyMap<YearMonth, ReadonlyMap<DocumentKind, number>>;
}>;

export const NO_COUNTS: CountFacts = { monthly: new Map(), opening: new Map() };

export function countFacts(facts: CountFacts, event: CountEvent): CountFacts {
  const { month } = event.data;
  switch (event.type) {
    case 'MonthlyCountReported':
    case 'MonthlyCountCorrected': {
      const { category, quantity } = event.data;
      const known = facts.monthly.get(month)?.get(category);
      if ((known === undefined) !== (event.type === 'MonthlyCountReported')) {
        throw new CorruptStream(`${event.type} of ${category} for ${month} out of order`);
      }
      return { ...facts, monthly: put(facts.monthly, month, category, quantity) };
    }
    case 'OpeningBalanceStated':
    case 'OpeningBalanceCorrected': {
      const { kind, inForce } = event.data;
      const known = facts.opening.get(month)?.get(kind);
      if ((known === undefined) !== (event.type === 'OpeningBalanceStated')) {
        throw new CorruptStream(`${event.type} of ${kind} for ${month} out of order`);
      }
      return { ...facts, opening: put(facts.opening, month, kind, inForce) };
    }
    default:
      return unreachable(event);
  }
}

function put<Name>(
  months: ReadonlyMap<YearMonth, ReadonlyMap<Name, number>>,
  month: YearMonth,
  name: Name,
  value: number,
): ReadonlyMap<YearMonth, ReadonlyMap<Name, number>> {
  return new Map(months).set(month, new Map(months.get(month)).set(name, value));
}
