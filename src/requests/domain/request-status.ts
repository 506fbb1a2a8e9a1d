import { closureOf, type RequestFacts } from './request.facts.js';

/** Where a request stands. The letters are those of the procedure as officials draw it. */
export const REQUEST_STATUSES = [
  'awaiting-confirmation', // A0 待确认收到
  'registered', // A1 已登记
  'awaiting-supplement', // A2 待补正
  'handling', // A3 办理中
  'consulting-third-party', // A4 征求第三方意见
  'consulting-organ', // A5 征求其他机关意见
  'awaiting-reasons', // A6 待说明理由
  'awaiting-payment', // A7 待缴费
  'awaiting-service', // A8 待送达
  'closed', // B1 已办结
  'lapsed-supplement', // B2 视为放弃（逾期不补正）
  'lapsed-payment', // B3 视为放弃（逾期未缴费）
  'ended', // B4 申请人撤回、其他终结
  'redeciding', // B1 → A3 重新答复中
  'awaiting-redecision-service', // 重新答复待送达
  'archived', // C1 已归档
  'voided', // 登记已作废
] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

/** 在办: received, and not replied to. */
export const UNDECIDED: readonly RequestStatus[] = [
  'registered',
  'handling',
  'consulting-third-party',
  'consulting-organ',
  'awaiting-supplement',
  'awaiting-reasons',
  'awaiting-payment',
];

export function statusOf(facts: RequestFacts): RequestStatus {
  if (facts.voidedOn !== null) return 'voided';
  const closure = closureOf(facts);
  if (closure !== null) return statusAfter(facts, closure.outcome);
  if (facts.receivedOn === null) return 'awaiting-confirmation';
  if (facts.decidedOn !== null) return 'awaiting-service';
  const { supplement, fee, consultations, reasons, assigned } = facts.handling;
  if (supplement?.receivedOn === null) return 'awaiting-supplement';
  if (fee?.paidOn === null) return 'awaiting-payment';
  const open = consultations.filter(({ opinion }) => opinion === null);
  if (open.some(({ party }) => party === 'third-party')) return 'consulting-third-party';
  if (open.length > 0) return 'consulting-organ';
  if (reasons?.found === null) return 'awaiting-reasons';
  return assigned === null ? 'registered' : 'handling';
}

/** 在办 as an application for information: what can be split, and merged into. */
export function isOpenApplication(facts: RequestFacts): boolean {
  return facts.subject === 'disclosure' && UNDECIDED.includes(statusOf(facts));
}

function statusAfter(facts: RequestFacts, outcome: string): RequestStatus {
  const last = facts.redecisions.at(-1);
  if (last?.servedOn === null) {
    return last.decidedOn === null ? 'redeciding' : 'awaiting-redecision-service';
  }
  if (facts.archivedOn !== null) return 'archived';
  if (facts.recordCorrection !== null) return 'closed';
  switch (outcome) {
    case 'other_no_correction':
      return 'lapsed-supplement';
    case 'other_no_payment':
      return 'lapsed-payment';
    case 'other_misc':
      return 'ended';
    default:
      return 'closed';
  }
}

const ENDED: readonly RequestStatus[] = [
  'closed',
  'lapsed-supplement',
  'lapsed-payment',
  'ended',
  'archived',
  'voided',
];

/** Whether somebody still has something to do. */
export function isOpenStatus(status: RequestStatus): boolean {
  return !ENDED.includes(status);
}

/** Whether the first answer is still to come. */
export function isOpen(facts: RequestFacts): boolean {
  return facts.voidedOn === null && closureOf(facts) === null;
}
