import { unreachable, type Command, type Decider, type Refusal } from '../../kernel/decider.js';
import { weighCorrection } from '../../kernel/correction.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { isAddressable } from '../../kernel/text.js';
import {
  documentFacts,
  type DocumentCorrections,
  type DocumentEntryCorrected,
  type DocumentEntryVoided,
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

/** 更正文件登记. */
export type CorrectDocument = Command<
  'CorrectDocument',
  DocumentEntryCorrected['data'],
  { reason: string }
> & { readonly sealed: { readonly reason: string } };

/** 作废文件登记. */
export type VoidDocument = Command<
  'VoidDocument',
  DocumentEntryVoided['data'],
  { reason: string }
> & { readonly sealed: { readonly reason: string } };

export type DocumentCommand = IssueDocument | RepealDocument | CorrectDocument | VoidDocument;

export type DocumentRefusal = Refusal<
  | 'document/number-missing'
  | 'document/title-missing'
  | 'document/already-issued'
  | 'document/not-issued'
  | 'document/already-repealed'
  | 'document/repealed-before-issued'
  | 'document/date-in-future'
  | 'document/nothing-to-correct'
  | 'document/correction-reason-missing'
  | 'document/correction-of-nothing'
  | 'document/correction-out-of-order'
  | 'document/voided'
  | 'document/void-reason-missing'
  | 'document/nothing-to-void'
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
  if (command.type === 'IssueDocument') return issue(command, state);
  if (state === null) return { refused: 'document/not-issued', basis: LEDGER_RULE };
  if (state.voidedOn !== null) {
    return { refused: 'document/voided', basis: LEDGER_RULE, facts: { on: state.voidedOn } };
  }
  switch (command.type) {
    case 'RepealDocument':
      return repeal(command, state);
    case 'CorrectDocument':
      return correct(command, state);
    case 'VoidDocument':
      return voidDocument(command, state);
    default:
      return unreachable(command);
  }
}

function issue(
  { data, today }: IssueDocument,
  state: DocumentState,
): readonly DocumentIssued[] | DocumentRefusal {
  const { issuedOn, ...issued } = data;
  if (!isAddressable(data.documentNumber))
    return { refused: 'document/number-missing', basis: BASIS };
  if (data.title.trim() === '') return { refused: 'document/title-missing', basis: BASIS };
  if (state !== null) return { refused: 'document/already-issued', basis: LEDGER_RULE };
  if (issuedOn > today) return inFuture(issuedOn, today);
  return [{ type: 'DocumentIssued', occurredOn: issuedOn, data: issued }];
}

function repeal(
  { data, today }: RepealDocument,
  state: DocumentFacts,
): readonly DocumentRepealed[] | DocumentRefusal {
  const { repealedOn, ...repealed } = data;
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

function correct(
  { data, sealed, today }: CorrectDocument,
  state: DocumentFacts,
): readonly DocumentEntryCorrected[] | DocumentRefusal {
  if (sealed.reason.trim() === '') {
    return { refused: 'document/correction-reason-missing', basis: LEDGER_RULE };
  }
  const { changes, absent } = weighCorrection<DocumentCorrections>(data.corrected, state);
  if (changes.title?.trim() === '') return { refused: 'document/title-missing', basis: BASIS };
  if (Object.keys(changes).length === 0) {
    return { refused: 'document/nothing-to-correct', basis: LEDGER_RULE };
  }
  if (absent !== null) {
    const facts = { field: absent };
    return { refused: 'document/correction-of-nothing', basis: LEDGER_RULE, facts };
  }
  const { issuedOn, repealedOn } = { ...state, ...changes };
  const last = repealedOn ?? issuedOn;
  if (issuedOn > today || last > today) return inFuture(issuedOn > today ? issuedOn : last, today);
  if (last < issuedOn) {
    const facts = { issuedOn, on: last };
    return { refused: 'document/correction-out-of-order', basis: BASIS, facts };
  }
  const corrected = { ...data, corrected: changes };
  return [{ type: 'DocumentEntryCorrected', occurredOn: today, data: corrected, sealed }];
}

function voidDocument(
  { data, sealed, today }: VoidDocument,
  state: DocumentFacts,
): readonly DocumentEntryVoided[] | DocumentRefusal {
  if (sealed.reason.trim() === '') {
    return { refused: 'document/void-reason-missing', basis: LEDGER_RULE };
  }
  if (data.step === 'repeal' && state.repealedOn === null) {
    return { refused: 'document/nothing-to-void', basis: LEDGER_RULE };
  }
  return [{ type: 'DocumentEntryVoided', occurredOn: today, data, sealed }];
}

function inFuture(on: LocalDate, today: LocalDate): DocumentRefusal {
  return { refused: 'document/date-in-future', basis: BASIS, facts: { on, today } };
}
