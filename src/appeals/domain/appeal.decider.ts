import { unreachable, type Command, type Decider, type Refusal } from '../../kernel/decider.js';
import { weighCorrection } from '../../kernel/correction.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { isAddressable } from '../../kernel/text.js';
import {
  appealFacts,
  type AppealConcluded,
  type AppealCorrections,
  type AppealEntryCorrected,
  type AppealEntryVoided,
  type AppealEvent,
  type AppealFacts,
  type AppealFiled,
} from './appeal.events.js';

/** 登记复议、诉讼案件. */
export type FileAppeal = Command<'FileAppeal', AppealFiled['data'] & { acceptedOn: LocalDate }>;

/** 登记审结. */
export type ConcludeAppeal = Command<
  'ConcludeAppeal',
  AppealConcluded['data'] & { concludedOn: LocalDate }
>;

/** 更正案件登记. */
export type CorrectAppeal = Command<
  'CorrectAppeal',
  AppealEntryCorrected['data'],
  { reason: string }
> & { readonly sealed: { readonly reason: string } };

/** 作废案件登记. */
export type VoidAppeal = Command<'VoidAppeal', AppealEntryVoided['data'], { reason: string }> & {
  readonly sealed: { readonly reason: string };
};

export type AppealCommand = FileAppeal | ConcludeAppeal | CorrectAppeal | VoidAppeal;

export type AppealRefusal = Refusal<
  | 'appeal/case-number-missing'
  | 'appeal/already-filed'
  | 'appeal/not-filed'
  | 'appeal/already-concluded'
  | 'appeal/concluded-before-accepted'
  | 'appeal/date-in-future'
  | 'appeal/nothing-to-correct'
  | 'appeal/correction-reason-missing'
  | 'appeal/correction-of-nothing'
  | 'appeal/correction-out-of-order'
  | 'appeal/voided'
  | 'appeal/void-reason-missing'
  | 'appeal/nothing-to-void'
>;

export type AppealState = AppealFacts | null;

const LEDGER_RULE = '台账规则：一个案号登记一件案件，事实只增不改';

export const appealDecider: Decider<AppealState, AppealCommand, AppealEvent, AppealRefusal> = {
  initialState: null,
  decide,
  evolve: appealFacts,
};

function decide(
  command: AppealCommand,
  state: AppealState,
): readonly AppealEvent[] | AppealRefusal {
  if (command.type === 'FileAppeal') return fileAppeal(command, state);
  if (state === null) return { refused: 'appeal/not-filed', basis: LEDGER_RULE };
  if (state.voidedOn !== null) {
    return { refused: 'appeal/voided', basis: LEDGER_RULE, facts: { on: state.voidedOn } };
  }
  switch (command.type) {
    case 'ConcludeAppeal':
      return conclude(command, state);
    case 'CorrectAppeal':
      return correct(command, state);
    case 'VoidAppeal':
      return voidAppeal(command, state);
    default:
      return unreachable(command);
  }
}

function fileAppeal(
  { data, today }: FileAppeal,
  state: AppealState,
): readonly AppealFiled[] | AppealRefusal {
  const { acceptedOn, ...filed } = data;
  if (!isAddressable(data.caseNumber)) {
    return { refused: 'appeal/case-number-missing', basis: '年度报告格式表四' };
  }
  if (state !== null) return { refused: 'appeal/already-filed', basis: LEDGER_RULE };
  if (acceptedOn > today) return inFuture(acceptedOn, today);
  return [{ type: 'AppealFiled', occurredOn: acceptedOn, data: filed }];
}

function conclude(
  { data, today }: ConcludeAppeal,
  state: AppealFacts,
): readonly AppealConcluded[] | AppealRefusal {
  const { concludedOn, ...concluded } = data;
  if (state.concluded !== null) {
    const { on, outcome } = state.concluded;
    return { refused: 'appeal/already-concluded', basis: LEDGER_RULE, facts: { on, outcome } };
  }
  if (concludedOn > today) return inFuture(concludedOn, today);
  if (concludedOn < state.filedOn) {
    return {
      refused: 'appeal/concluded-before-accepted',
      basis: '年度报告格式表四',
      facts: { on: concludedOn, acceptedOn: state.filedOn },
    };
  }
  return [{ type: 'AppealConcluded', occurredOn: concludedOn, data: concluded }];
}

function correct(
  { data, sealed, today }: CorrectAppeal,
  state: AppealFacts,
): readonly AppealEntryCorrected[] | AppealRefusal {
  if (sealed.reason.trim() === '') {
    return { refused: 'appeal/correction-reason-missing', basis: LEDGER_RULE };
  }
  const { kind, role, requestNumbers, filedOn, concluded } = state;
  const entry = {
    kind,
    role,
    requestNumbers,
    acceptedOn: filedOn,
    concludedOn: concluded?.on ?? null,
    outcome: concluded?.outcome ?? null,
  };
  const { changes, absent } = weighCorrection<AppealCorrections>(data.corrected, entry, ['role']);
  if (Object.keys(changes).length === 0) {
    return { refused: 'appeal/nothing-to-correct', basis: LEDGER_RULE };
  }
  if (absent !== null) {
    const facts = { field: absent };
    return { refused: 'appeal/correction-of-nothing', basis: LEDGER_RULE, facts };
  }
  const { acceptedOn, concludedOn } = { ...entry, ...changes };
  if (acceptedOn > today || (concludedOn ?? acceptedOn) > today) {
    return inFuture(acceptedOn > today ? acceptedOn : (concludedOn ?? acceptedOn), today);
  }
  if (concludedOn !== null && concludedOn < acceptedOn) {
    const facts = { acceptedOn, on: concludedOn };
    return { refused: 'appeal/correction-out-of-order', basis: '年度报告格式表四', facts };
  }
  const corrected = { ...data, corrected: changes };
  return [{ type: 'AppealEntryCorrected', occurredOn: today, data: corrected, sealed }];
}

function voidAppeal(
  { data, sealed, today }: VoidAppeal,
  state: AppealFacts,
): readonly AppealEntryVoided[] | AppealRefusal {
  if (sealed.reason.trim() === '') {
    return { refused: 'appeal/void-reason-missing', basis: LEDGER_RULE };
  }
  if (data.step === 'conclusion' && state.concluded === null) {
    return { refused: 'appeal/nothing-to-void', basis: LEDGER_RULE };
  }
  return [{ type: 'AppealEntryVoided', occurredOn: today, data, sealed }];
}

function inFuture(on: LocalDate, today: LocalDate): AppealRefusal {
  return { refused: 'appeal/date-in-future', basis: '年度报告格式表四', facts: { on, today } };
}
