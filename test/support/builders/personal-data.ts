import type { LocalDate } from '../../../src/kernel/local-date.js';
import type {
  ErasureProposed,
  PersonalDataErased,
  PersonalDataViewed,
  ProcessingRestricted,
  RestrictionLifted,
} from '../../../src/requests/domain/personal-data.events.js';
import type {
  ApproveErasure,
  LiftRestriction,
  ProposeErasure,
  RestrictProcessing,
  ViewPersonalData,
} from '../../../src/requests/domain/personal-data.rules.js';
import { TODAY } from './requests.js';

/** What was closed in March 2025 may be erased from 2036 on. 王科员 proposes, 张主任 approves. */
const PROPOSED: LocalDate = '2036-01-15';
const APPROVED: LocalDate = '2036-02-01';
const KEY = { agencyId: 'jia', number: '2025-0042' };
const BY = { ...KEY, by: '王科员' };
const WHY = { ground: 'retention-over', retainedUntil: '2035-12-31' } as const;

type On<C extends Readonly<{ data: object }>> = Partial<C['data']> &
  Readonly<{ today?: LocalDate }>;

export function proposeErasure({
  today = PROPOSED,
  ...change
}: On<ProposeErasure> = {}): ProposeErasure {
  const asked = { ground: 'retention-over', retentionYears: 10, underAppeal: false } as const;
  return { type: 'ProposeErasure', data: { ...BY, ...asked, ...change }, today };
}

export function approveErasure({
  today = APPROVED,
  ...change
}: On<ApproveErasure> = {}): ApproveErasure {
  return { type: 'ApproveErasure', data: { ...KEY, by: '张主任', ...change }, today };
}

export function restrictProcessing({
  today = TODAY,
  ...change
}: On<RestrictProcessing> = {}): RestrictProcessing {
  return { type: 'RestrictProcessing', data: { ...BY, reason: '本人要求', ...change }, today };
}

export function liftRestriction({
  today = TODAY,
  ...change
}: On<LiftRestriction> = {}): LiftRestriction {
  return { type: 'LiftRestriction', data: { ...BY, reason: '本人要求', ...change }, today };
}

export function viewPersonalData({
  today = TODAY,
  ...change
}: On<ViewPersonalData> = {}): ViewPersonalData {
  return { type: 'ViewPersonalData', data: { ...BY, purpose: '送达答复', ...change }, today };
}

export function erasureProposed(
  change: Partial<ErasureProposed['data']> = {},
  occurredOn: LocalDate = PROPOSED,
): ErasureProposed {
  return { type: 'ErasureProposed', occurredOn, data: { ...BY, ...WHY, ...change } };
}

export function personalDataErased(): PersonalDataErased {
  const proposal = { ...WHY, proposedBy: '王科员', proposedOn: PROPOSED };
  return {
    type: 'PersonalDataErased',
    occurredOn: APPROVED,
    data: { ...KEY, by: '张主任', ...proposal },
  };
}

export function processingRestricted(
  change: Partial<ProcessingRestricted['data']> = {},
): ProcessingRestricted {
  const data = { ...BY, reason: '本人要求', ...change };
  return { type: 'ProcessingRestricted', occurredOn: TODAY, data };
}

export function restrictionLifted(): RestrictionLifted {
  return { type: 'RestrictionLifted', occurredOn: TODAY, data: { ...BY, reason: '本人要求' } };
}

export function personalDataViewed(): PersonalDataViewed {
  return { type: 'PersonalDataViewed', occurredOn: TODAY, data: { ...BY, purpose: '送达答复' } };
}
