import type { Command, Refusal } from '../../kernel/decider.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { isAddressable } from '../../kernel/text.js';
import { refuseDate, type DateRefusal } from './dates.rules.js';
import { LEDGER_RULE, particularsMissing, type ReceiptRefusal } from './receipt.rules.js';
import type {
  RecordCorrectionDecided,
  RecordCorrectionDetails,
  RecordCorrectionRequested,
} from './record-correction.events.js';
import type { RequestFacts } from './request.facts.js';

/** 登记更正申请: a record about the applicant that the agency gave out is said to be wrong (第41条). */
export type RegisterRecordCorrection = Command<
  'RegisterRecordCorrection',
  RecordCorrectionRequested['data'] & { receivedOn: LocalDate },
  RecordCorrectionDetails
> & { readonly sealed: RecordCorrectionDetails };

/** 答复更正申请. */
export type DecideRecordCorrection = Command<
  'DecideRecordCorrection',
  RecordCorrectionDecided['data'] & { decidedOn: LocalDate },
  { reasons?: string }
>;

export type RecordCorrectionCommand = RegisterRecordCorrection | DecideRecordCorrection;

export type RecordCorrectionRefusal =
  | DateRefusal
  | ReceiptRefusal
  | Refusal<
      | 'request/evidence-missing'
      | 'request/is-record-correction'
      | 'request/not-record-correction'
      | 'request/competent-organ-missing'
    >;

const ARTICLE = '《条例》第41条';

export function registerRecordCorrection(
  { data, sealed, today }: RegisterRecordCorrection,
  state: RequestFacts | null,
): readonly [RecordCorrectionRequested] | RecordCorrectionRefusal {
  const { receivedOn, ...requested } = data;
  if (!isAddressable(data.number)) {
    return { refused: 'request/number-missing', basis: '《条例》第45条' };
  }
  if (state !== null) return { refused: 'request/already-registered', basis: LEDGER_RULE };
  const missing = particularsMissing(sealed);
  if (missing !== null) return missing;
  if (sealed.evidence.trim() === '') return { refused: 'request/evidence-missing', basis: ARTICLE };
  const misdated = refuseDate(receivedOn, today, ARTICLE, { receivedOn: null });
  if (misdated !== null) return misdated;
  return [{ type: 'RecordCorrectionRequested', occurredOn: receivedOn, data: requested, sealed }];
}

export function decideRecordCorrection(
  { data, sealed, today }: DecideRecordCorrection,
  state: RequestFacts,
): readonly [RecordCorrectionDecided] | RecordCorrectionRefusal {
  const { decidedOn, ...decided } = data;
  const elsewhere = data.result === 'forwarded' || data.result === 'redirected';
  if (elsewhere && (data.organ ?? '').trim() === '') {
    return { refused: 'request/competent-organ-missing', basis: ARTICLE };
  }
  const misdated = refuseDate(decidedOn, today, ARTICLE, state);
  if (misdated !== null) return misdated;
  const reasons = sealed === undefined ? {} : { sealed };
  return [{ type: 'RecordCorrectionDecided', occurredOn: decidedOn, data: decided, ...reasons }];
}

/** The steps that a 更正申请 takes, and no other; and the one that only it takes. */
export function refuseOtherSubject(
  step: string,
  { subject }: RequestFacts,
): RecordCorrectionRefusal | null {
  const asked = subject === 'record-correction';
  if (step === 'DecideRecordCorrection') {
    return asked ? null : { refused: 'request/not-record-correction', basis: ARTICLE };
  }
  if (!asked || STEPS.includes(step)) return null;
  return { refused: 'request/is-record-correction', basis: ARTICLE };
}

const STEPS: readonly string[] = [
  'AssignRequest',
  'RecordReview',
  'WithdrawRequest',
  'ArchiveRequest',
];
