import { unreachable, type Command, type Refusal } from '../../kernel/decider.js';
import { lastDayOf, yearOf, type LocalDate } from '../../kernel/local-date.js';
import type {
  ErasureGround,
  PersonalData,
  PersonalDataEvent,
  PersonalDataViewed,
  ProcessingRestricted,
  RestrictionLifted,
} from './personal-data.events.js';

type Acted = Readonly<{ agencyId: string; number: string; by: string }>;

/** 提出销毁个人信息. */
export type ProposeErasure = Command<
  'ProposeErasure',
  Acted & {
    ground: ErasureGround;
    reason?: string;
    /** The agency's retention period, in years. */
    retentionYears: number;
    /** Whether a 复议 or 诉讼 about the request is not concluded. */
    underAppeal: boolean;
  }
>;

/** 批准销毁个人信息. */
export type ApproveErasure = Command<'ApproveErasure', Acted>;

/** 封存个人信息. */
export type RestrictProcessing = Command<'RestrictProcessing', ProcessingRestricted['data']>;

/** 解除封存. */
export type LiftRestriction = Command<'LiftRestriction', RestrictionLifted['data']>;

/** 查阅未遮盖的个人信息. */
export type ViewPersonalData = Command<'ViewPersonalData', PersonalDataViewed['data']>;

export type PersonalDataCommand =
  ProposeErasure | ApproveErasure | RestrictProcessing | LiftRestriction | ViewPersonalData;

export type PersonalDataRefusal = Refusal<
  | 'request/person-missing'
  | 'request/purpose-missing'
  | 'request/personal-data-in-clear'
  | 'request/already-erased'
  | 'request/not-closed'
  | 'request/appeal-pending'
  | 'request/retention-not-over'
  | 'request/erasure-not-proposed'
  | 'request/same-person'
  | 'request/restricted'
  | 'request/not-restricted'
>;

export function concernsPersonalData(command: Command): command is PersonalDataCommand {
  return Object.hasOwn(CONCERN, command.type);
}

const CONCERN: Readonly<Record<PersonalDataCommand['type'], true>> = {
  ProposeErasure: true,
  ApproveErasure: true,
  RestrictProcessing: true,
  LiftRestriction: true,
  ViewPersonalData: true,
};

type Outcome = readonly PersonalDataEvent[] | PersonalDataRefusal;

/** What any text that stays in the clear must not do. */
export const IN_CLEAR = '台账规则：明文永久保存的内容里不写申请人的信息';
export const STATED = '台账规则：查阅、封存、销毁个人信息，写明是谁、为什么，且不写申请人的信息';
/** What the second signature rests on. */
export const TWO_PERSONS = '台账规则：销毁个人信息由两人先后批准';
const DELETION = '《个人信息保护法》第47条';

/** Weighs what is to be done with the particulars of a request that ended, or was voided, `closedOn`. */
export function decidePersonalData(
  command: PersonalDataCommand,
  facts: PersonalData,
  closedOn: LocalDate | null,
): Outcome {
  const refusal = refusalOf(command, facts);
  if (refusal !== null) return refusal;
  const { today: occurredOn } = command;
  switch (command.type) {
    case 'ProposeErasure':
      return propose(command, facts, closedOn);
    case 'ApproveErasure':
      return approve(command, facts);
    case 'RestrictProcessing':
      if (facts.restricted) return restrictedAlready();
      return [{ type: 'ProcessingRestricted', occurredOn, data: command.data }];
    case 'LiftRestriction':
      if (!facts.restricted) return { refused: 'request/not-restricted', basis: DELETION };
      return [{ type: 'RestrictionLifted', occurredOn, data: command.data }];
    case 'ViewPersonalData':
      if (facts.restricted) return restrictedAlready();
      return [{ type: 'PersonalDataViewed', occurredOn, data: command.data }];
    default:
      return unreachable(command);
  }
}

/** What is refused whatever is to be done: erased already, nobody named, no reason, a number in it. */
function refusalOf(
  { type, data }: PersonalDataCommand,
  { erasedOn }: PersonalData,
): PersonalDataRefusal | null {
  if (erasedOn !== null) return alreadyErased(erasedOn);
  if (type === 'ApproveErasure') return unstated(data.by, undefined);
  return unstated(data.by, type === 'ViewPersonalData' ? data.purpose : data.reason);
}

/** The rule for every text that stays in the clear; a text that is not asked for is undefined. */
export function unstated(
  by: string,
  why: string | undefined,
): Refusal<
  'request/person-missing' | 'request/purpose-missing' | 'request/personal-data-in-clear'
> | null {
  if (by.trim() === '') return { refused: 'request/person-missing', basis: STATED };
  if (why?.trim() === '') return { refused: 'request/purpose-missing', basis: STATED };
  if (!holdsLongNumber(`${by} ${why ?? ''}`)) return null;
  return { refused: 'request/personal-data-in-clear', basis: STATED };
}

/** Eleven digits are a mobile number, seventeen and more an ID card. No date and no 文号 is so long. */
export function holdsLongNumber(text: string): boolean {
  return /\d[\d-]{9,}\d/.test(text);
}

function propose(
  { data, today }: ProposeErasure,
  facts: PersonalData,
  closedOn: LocalDate | null,
): Outcome {
  const { retentionYears, underAppeal, ...proposed } = data;
  if (closedOn === null) return { refused: 'request/not-closed', basis: '《条例》第45条' };
  if (underAppeal) return { refused: 'request/appeal-pending', basis: '《条例》第51条' };
  // Files are kept for whole years after the one they were closed in.
  const retainedUntil = lastDayOf(yearOf(closedOn) + retentionYears);
  const early = today <= retainedUntil;
  if (early && (data.ground === 'retention-over' || data.reason === undefined)) {
    const until = { until: retainedUntil };
    return { refused: 'request/retention-not-over', basis: DELETION, facts: until };
  }
  const { by, ground, reason } = facts.proposal ?? {};
  // The same person asking the same again changes nothing.
  if (by === data.by && ground === data.ground && reason === data.reason) return [];
  return [{ type: 'ErasureProposed', occurredOn: today, data: { ...proposed, retainedUntil } }];
}

function approve({ data, today }: ApproveErasure, { proposal }: PersonalData): Outcome {
  if (proposal === null) return { refused: 'request/erasure-not-proposed', basis: TWO_PERSONS };
  const { by: proposedBy, on: proposedOn, ...why } = proposal;
  if (sameName(proposedBy, data.by)) {
    return { refused: 'request/same-person', basis: TWO_PERSONS, facts: { by: proposedBy } };
  }
  const erased = { ...data, ...why, proposedBy, proposedOn };
  return [{ type: 'PersonalDataErased', occurredOn: today, data: erased }];
}

/** Names as people write them: spaces and the width of letters make no other person. */
export function sameName(one: string, other: string): boolean {
  const bare = (name: string): string => name.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  return bare(one) === bare(other);
}

/** Whether nothing more may be sealed: there is no key any more, or none that may be used. */
export function sealRefusal({ erasedOn, restricted }: PersonalData): PersonalDataRefusal | null {
  if (erasedOn !== null) return alreadyErased(erasedOn);
  return restricted ? restrictedAlready() : null;
}

export function alreadyErased(on: LocalDate): PersonalDataRefusal {
  return { refused: 'request/already-erased', basis: DELETION, facts: { on } };
}

export function restrictedAlready(): PersonalDataRefusal {
  return { refused: 'request/restricted', basis: DELETION };
}
