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

/**
 * What the form of 国办公开办函〔2019〕60号 asks for besides, and no single fact gives: 2019 and 2020 only. The
 * `_items` and `_public` are balances, of which the newest counts; the others are sums of their months.
 */
export const FORM_2019_COUNTS = [
  'regulations_published', // 规章 newly published, 件
  'regulations_public', // 规章 published in all
  'normative_documents_published', // 规范性文件 newly published, 件
  'normative_documents_public', // 规范性文件 published in all
  'licensing_items', // 行政许可, items that the agency has
  'other_services', // 其他对外管理服务事项, decisions
  'other_services_items', // 其他对外管理服务事项, items
  'punishment_items', // 行政处罚, items
  'coercion_items', // 行政强制, items
  'fees_items', // 行政事业性收费, items
  'procurement', // 政府集中采购, projects
  'procurement_fen', // 政府集中采购, in 分; printed in 元
] as const;
export type Form2019Count = (typeof FORM_2019_COUNTS)[number];

export const FORM_2019_COUNT_LABELS: Readonly<Record<Form2019Count, string>> = {
  regulations_published: '规章新公开数量',
  regulations_public: '规章对外公开总数量',
  normative_documents_published: '规范性文件新公开数量',
  normative_documents_public: '规范性文件对外公开总数量',
  licensing_items: '行政许可项目数量',
  other_services: '其他对外管理服务事项',
  other_services_items: '其他对外管理服务事项项目数量',
  punishment_items: '行政处罚项目数量',
  coercion_items: '行政强制项目数量',
  fees_items: '行政事业性收费项目数量',
  procurement: '政府集中采购',
  procurement_fen: '政府集中采购总金额',
};

/** 叙述性计数: a counter that only the text of the report uses, under the name the agency gives it. */
export type NarrativeCount = `narrative:${string}`;
export type CountCategory = StatutoryCount | Form2019Count | NarrativeCount;

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
