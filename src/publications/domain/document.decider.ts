import { unreachable, type Command, type Decider, type Refusal } from '../../kernel/decider.js';
import type { LocalDate } from '../../kernel/local-date.js';
import {
  documentFacts,
  type DocumentEvent,
  type DocumentFacts,
  type DocumentIssued,
  type DocumentRepealed,
} from './document.events.js';

/** 登记制发规章、行政规范性文件. */
export type IssueDocument = Command<
  'IssueDocument',
  DocumentIssued['data'] & { issuedOn: LocalDate }
>;

/** 登记废止. */
export type RepealDocument = Command<
  'RepealDocument',
  DocumentRepealed['data'] & { repealedOn: LocalDate }
>;

export type DocumentCommand = IssueDocument | RepealDocument;

export type DocumentRefusal = Refusal<
  | 'document/number-missing'
  | 'document/title-missing'
  | 'document/already-issued'
  | 'document/not-issued'
  | 'document/already-repealed'
  | 'document/repealed-before-issued'
  | 'document/date-in-future'
>;

export type DocumentState = DocumentFacts | null;

const BASIS = '《条例》第20条第（一）项';
const LEDGER_RULE = '台账规则：一个文号登记一份文件，事实只增不改';

export const documentDecider: Decider<
  DocumentState,
  DocumentCommand,
  DocumentEvent,
  DocumentRefusal
> = { initialState: null, decide, evolve: documentFacts };

function decide(
  command: DocumentCommand,
  state: DocumentState,
): readonly DocumentEvent[] | DocumentRefusal {
  switch (command.type) {
    case 'IssueDocument':
      return issue(command, state);
    case 'RepealDocument':
      return repeal(command, state);
    default:
      return unreachable(command);
  }
}

function issue(
  { data, today }: IssueDocument,
  state: DocumentState,
): readonly DocumentIssued[] | DocumentRefusal {
  const { issuedOn, ...issued } = data;
  if (data.documentNumber.trim() === '')
    return { refused: 'document/number-missing', basis: BASIS };
  if (data.title.trim() === '') return { refused: 'document/title-missing', basis: BASIS };
  if (state !== null) return { refused: 'document/already-issued', basis: LEDGER_RULE };
  if (issuedOn > today) return inFuture(issuedOn, today);
  return [{ type: 'DocumentIssued', occurredOn: issuedOn, data: issued }];
}

function repeal(
  { data, today }: RepealDocument,
  state: DocumentState,
): readonly DocumentRepealed[] | DocumentRefusal {
  const { repealedOn, ...repealed } = data;
  if (state === null) return { refused: 'document/not-issued', basis: LEDGER_RULE };
  if (state.repealedOn !== null) {
    return {
      refused: 'document/already-repealed',
      basis: LEDGER_RULE,
      facts: { on: state.repealedOn },
    };
  }
  if (repealedOn > today) return inFuture(repealedOn, today);
  if (repealedOn < state.issuedOn) {
    return {
      refused: 'document/repealed-before-issued',
      basis: BASIS,
      facts: { on: repealedOn, issuedOn: state.issuedOn },
    };
  }
  return [{ type: 'DocumentRepealed', occurredOn: repealedOn, data: repealed }];
}

function inFuture(on: LocalDate, today: LocalDate): DocumentRefusal {
  return { refused: 'document/date-in-future', basis: BASIS, facts: { on, today } };
}
