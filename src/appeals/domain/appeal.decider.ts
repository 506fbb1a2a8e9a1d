import { unreachable, type Command, type Decider, type Refusal } from '../../kernel/decider.js';
import type { LocalDate } from '../../kernel/local-date.js';
import {
  appealFacts,
  type AppealConcluded,
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

export type AppealCommand = FileAppeal | ConcludeAppeal;

export type AppealRefusal = Refusal<
  | 'appeal/case-number-missing'
  | 'appeal/already-filed'
  | 'appeal/not-filed'
  | 'appeal/already-concluded'
  | 'appeal/concluded-before-accepted'
  | 'appeal/date-in-future'
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
  switch (command.type) {
    case 'FileAppeal':
      return fileAppeal(command, state);
    case 'ConcludeAppeal':
      return conclude(command, state);
    default:
      return unreachable(command);
  }
}

function fileAppeal(
  { data, today }: FileAppeal,
  state: AppealState,
): readonly AppealFiled[] | AppealRefusal {
  const { acceptedOn, ...filed } = data;
  if (data.caseNumber.trim() === '') {
    return { refused: 'appeal/case-number-missing', basis: '年度报告格式表四' };
  }
  if (state !== null) return { refused: 'appeal/already-filed', basis: LEDGER_RULE };
  if (acceptedOn > today) return inFuture(acceptedOn, today);
  return [{ type: 'AppealFiled', occurredOn: acceptedOn, data: filed }];
}

function conclude(
  { data, today }: ConcludeAppeal,
  state: AppealState,
): readonly AppealConcluded[] | AppealRefusal {
  const { concludedOn, ...concluded } = data;
  if (state === null) return { refused: 'appeal/not-filed', basis: LEDGER_RULE };
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

function inFuture(on: LocalDate, today: LocalDate): AppealRefusal {
  return { refused: 'appeal/date-in-future', basis: '年度报告格式表四', facts: { on, today } };
}
