import type { StepCommand } from './request.decider.js';

type Of<Type extends StepCommand['type']> = Extract<StepCommand, { type: Type }>['data'];
type Member<Type extends StepCommand['type']> = Exclude<keyof Of<Type>, 'agencyId' | 'number'>;

/** Whose name an office writes there, or what it calls a thing: a number of its own may be long. */
type Clear = 'person' | 'thing';

/**
 * Every text of a step that a clerk writes freely and that stays in the clear for ever. The compiler
 * asks for a place here when a step is added.
 */
const CLEAR_TEXTS: {
  readonly [Type in StepCommand['type']]: Readonly<Partial<Record<Member<Type>, Clear>>>;
} = {
  LogContactAttempt: {},
  ConfirmReceipt: {},
  RequestSupplement: {},
  ReceiveSupplement: {},
  AssignRequest: { handler: 'person', section: 'person' },
  SeekOpinion: {},
  RecordOpinionReceipt: {},
  RecordOpinion: {},
  InformThirdParty: {},
  AskReasons: {},
  JudgeReasons: {},
  DelayReply: {},
  ExtendDeadline: { approvedBy: 'person' },
  ServeFeeNotice: {},
  RecordPayment: { receipt: 'thing' },
  RecordReview: { by: 'person' },
  RecomputeDeadline: {},
  DecideRequest: { documentNumber: 'thing' },
  DecideRecordCorrection: { organ: 'thing', documentNumber: 'thing' },
  ServeReply: { trackingNumber: 'thing' },
  WithdrawRequest: {},
  MergeRequest: { into: 'thing' },
  OrderRedecision: { caseNumber: 'thing' },
  MakeRedecision: { documentNumber: 'thing' },
  ServeRedecision: { trackingNumber: 'thing' },
  PublishInformation: { url: 'thing' },
  ArchiveRequest: { fileNumber: 'thing' },
};

/** What a step would leave in the clear. */
export function clearTexts({
  type,
  data,
}: StepCommand): Readonly<Record<Clear, readonly string[]>> {
  const kinds: Readonly<Record<string, Clear | undefined>> = CLEAR_TEXTS[type];
  const written = (kind: Clear): readonly string[] =>
    Object.entries(data)
      .filter(([member]) => kinds[member] === kind)
      .map(([, text]) => String(text));
  return { person: written('person'), thing: written('thing') };
}
