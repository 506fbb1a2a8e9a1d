import { unreachable, type Command, type Decider, type Refusal } from '../../kernel/decider.js';
import { isReportFigure } from '../../annual-reports/domain/annual-report.events.js';
import { lastDayOfMonth, type LocalDate, type YearMonth } from '../../kernel/local-date.js';
import {
  countFacts,
  NO_COUNTS,
  type CountEvent,
  type CountFacts,
  type MonthlyCountCorrected,
  type MonthlyCountReported,
  type OpeningBalanceCorrected,
  type OpeningBalanceStated,
} from './count.events.js';

/** 上报月度数量. */
export type ReportMonthlyCount = Command<'ReportMonthlyCount', MonthlyCountReported['data']>;

/** 更正月度数量. */
export type CorrectMonthlyCount = Command<
  'CorrectMonthlyCount',
  Omit<MonthlyCountCorrected['data'], 'was'>
>;

/** 登记期初现行有效件数. */
export type StateOpeningBalance = Command<'StateOpeningBalance', OpeningBalanceStated['data']>;

/** 更正期初现行有效件数. */
export type CorrectOpeningBalance = Command<
  'CorrectOpeningBalance',
  Omit<OpeningBalanceCorrected['data'], 'was'>
>;

export type CountCommand =
  ReportMonthlyCount | CorrectMonthlyCount | StateOpeningBalance | CorrectOpeningBalance;

export type CountRefusal = Refusal<
  | 'count/not-a-quantity'
  | 'count/category-missing'
  | 'count/month-in-future'
  | 'count/already-reported'
  | 'count/not-reported'
  | 'count/nothing-to-correct'
  | 'count/correction-reason-missing'
  | 'count/opening-already-stated'
  | 'count/opening-not-stated'
  | 'count/name-taken'
>;

const BASIS = '《条例》第20条第（五）、（六）、（八）项';
const OPENING_BASIS = '《条例》第20条第（一）项';
const LEDGER_RULE = '台账规则：一个类别每月上报一次，更正另记';
const NAME_RULE = '台账规则：报告文字引用的每个数字只有一个名称';

export const countDecider: Decider<CountFacts, CountCommand, CountEvent, CountRefusal> = {
  initialState: NO_COUNTS,
  decide,
  evolve: countFacts,
};

function decide(command: CountCommand, state: CountFacts): readonly CountEvent[] | CountRefusal {
  switch (command.type) {
    case 'ReportMonthlyCount':
      return report(command, state);
    case 'CorrectMonthlyCount':
      return correct(command, state);
    case 'StateOpeningBalance':
      return stateOpening(command, state);
    case 'CorrectOpeningBalance':
      return correctOpening(command, state);
    default:
      return unreachable(command);
  }
}

function report(
  { data, today }: ReportMonthlyCount,
  state: CountFacts,
): readonly MonthlyCountReported[] | CountRefusal {
  const { month, category, quantity } = data;
  if (!isQuantity(quantity)) return notAQuantity(quantity);
  if (category.trim() === '' || category.trim() === 'narrative:') {
    return { refused: 'count/category-missing', basis: BASIS };
  }
  const name = category.replace(/^narrative:/, '').trim();
  if (name !== category && isReportFigure(name)) {
    return { refused: 'count/name-taken', basis: NAME_RULE, facts: { name } };
  }
  if (month > today.slice(0, 7)) return inFuture(month, today);
  const known = state.monthly.get(month)?.get(category);
  if (known !== undefined) {
    const facts = { month, reported: known };
    return { refused: 'count/already-reported', basis: LEDGER_RULE, facts };
  }
  const end = lastDayOfMonth(month);
  return [{ type: 'MonthlyCountReported', occurredOn: end < today ? end : today, data }];
}

function correct(
  { data, today }: CorrectMonthlyCount,
  state: CountFacts,
): readonly MonthlyCountCorrected[] | CountRefusal {
  const { month, category, quantity, reason } = data;
  if (!isQuantity(quantity)) return notAQuantity(quantity);
  if (reason.trim() === '')
    return { refused: 'count/correction-reason-missing', basis: LEDGER_RULE };
  const was = state.monthly.get(month)?.get(category);
  if (was === undefined) return { refused: 'count/not-reported', basis: LEDGER_RULE };
  if (was === quantity) return { refused: 'count/nothing-to-correct', basis: LEDGER_RULE };
  return [{ type: 'MonthlyCountCorrected', occurredOn: today, data: { ...data, was } }];
}

function stateOpening(
  { data, today }: StateOpeningBalance,
  state: CountFacts,
): readonly OpeningBalanceStated[] | CountRefusal {
  const { month, kind, inForce } = data;
  if (!isQuantity(inForce)) return notAQuantity(inForce, OPENING_BASIS);
  if (month > today.slice(0, 7)) return inFuture(month, today, OPENING_BASIS);
  const stated = state.opening.get(month)?.get(kind);
  if (stated !== undefined) {
    const facts = { month, reported: stated };
    return { refused: 'count/opening-already-stated', basis: OPENING_BASIS, facts };
  }
  return [{ type: 'OpeningBalanceStated', occurredOn: `${month}-01` as LocalDate, data }];
}

function correctOpening(
  { data, today }: CorrectOpeningBalance,
  state: CountFacts,
): readonly OpeningBalanceCorrected[] | CountRefusal {
  const { month, kind, inForce, reason } = data;
  if (!isQuantity(inForce)) return notAQuantity(inForce, OPENING_BASIS);
  if (reason.trim() === '') {
    return { refused: 'count/correction-reason-missing', basis: LEDGER_RULE };
  }
  const was = state.opening.get(month)?.get(kind);
  if (was === undefined) {
    return { refused: 'count/opening-not-stated', basis: OPENING_BASIS, facts: { month } };
  }
  if (was === inForce) return { refused: 'count/nothing-to-correct', basis: LEDGER_RULE };
  return [{ type: 'OpeningBalanceCorrected', occurredOn: today, data: { ...data, was } }];
}

/** Counts and 分 are whole and exact; beyond 2⁵³ a JSON number is neither. */
function isQuantity(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function notAQuantity(value: number, basis = BASIS): CountRefusal {
  return { refused: 'count/not-a-quantity', basis, facts: { quantity: String(value) } };
}

function inFuture(month: YearMonth, today: LocalDate, basis = BASIS): CountRefusal {
  return { refused: 'count/month-in-future', basis, facts: { month, today } };
}
