import type { Command, Refusal } from '../../kernel/decider.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { refuseDate, type DateRefusal } from './dates.rules.js';
import type {
  DeadlineExtended,
  DeadlineRecomputed,
  Due,
  ReasonsAsked,
  ReasonsGiven,
  ReplyDelayed,
} from './handling.events.js';
import type { Received } from './received.js';
import { refusePeriod } from './supplement.rules.js';
import { dueAfter, type Terms } from './terms.js';

/** 延长答复期限. */
export type ExtendDeadline = Command<
  'ExtendDeadline',
  Omit<DeadlineExtended['data'], 'due'> & { toldOn: LocalDate },
  { reason: string }
> & { readonly sealed: { readonly reason: string } };

/** 要求说明理由: number and frequency clearly beyond reason. */
export type AskReasons = Command<'AskReasons', ReasonsAsked['data'] & { askedOn: LocalDate }>;

/** 审核理由; for `none` the last day of the period counts. */
export type JudgeReasons = Command<
  'JudgeReasons',
  ReasonsGiven['data'] & { judgedOn: LocalDate },
  { reasons?: string }
>;

/** 延迟答复. */
export type DelayReply = Command<
  'DelayReply',
  Omit<ReplyDelayed['data'], 'due'> & { toldOn: LocalDate }
>;

/** 重算答复期限, when the calendar of a year was announced or a rule was chosen anew. */
export type RecomputeDeadline = Command<
  'RecomputeDeadline',
  Readonly<{ agencyId: string; number: string }>
>;

export type PeriodCommand =
  ExtendDeadline | AskReasons | JudgeReasons | DelayReply | RecomputeDeadline;

export type PeriodRefusal =
  | DateRefusal
  | Refusal<
      | 'request/extension-not-positive'
      | 'request/extension-too-long'
      | 'request/extension-after-due'
      | 'request/extension-reason-missing'
      | 'request/approver-missing'
      | 'request/reasons-asked-twice'
      | 'request/requests-not-counted'
      | 'request/reasons-period-running'
      | 'request/reasons-not-found-reasonable'
      | 'request/period-not-positive'
    >;

/** 延长: twenty working days at most, in all (第33条第2款). */
const EXTENSION_WORKING_DAYS_MAX = 20;
const EXTENSION = '《条例》第33条第2款';
const REASONS = '《条例》第35条';

export function extendDeadline(
  command: ExtendDeadline,
  state: Received,
  terms: Terms,
): readonly [DeadlineExtended] | PeriodRefusal {
  const { data, sealed } = command;
  const refusal = extensionRefusal(command, state, terms);
  if (refusal !== null) return refusal;
  const { toldOn, ...extended } = data;
  const { workingDays, approvedBy } = data;
  const { handling, receivedOn } = state;
  const extensions = [...handling.extensions, { workingDays, approvedBy, toldOn }];
  const due = dueAfter(receivedOn, { ...handling, extensions }, terms);
  return [{ type: 'DeadlineExtended', occurredOn: toldOn, data: { ...extended, due }, sealed }];
}

function extensionRefusal(
  { data, sealed, today }: ExtendDeadline,
  state: Received,
  { rules }: Terms,
): PeriodRefusal | null {
  const { workingDays, approvedBy, toldOn } = data;
  const granted = state.handling.extensions.reduce((sum, it) => sum + it.workingDays, 0);
  if (!Number.isInteger(workingDays) || workingDays < 1) {
    return { refused: 'request/extension-not-positive', basis: EXTENSION, facts: { workingDays } };
  }
  // The statute caps the extension, not each instalment of it.
  if (granted + workingDays > EXTENSION_WORKING_DAYS_MAX) {
    const facts = { workingDays, granted, max: EXTENSION_WORKING_DAYS_MAX };
    return { refused: 'request/extension-too-long', basis: EXTENSION, facts };
  }
  if (approvedBy.trim() === '') return { refused: 'request/approver-missing', basis: EXTENSION };
  if (sealed.reason.trim() === '') {
    return { refused: 'request/extension-reason-missing', basis: EXTENSION };
  }
  const misdated = refuseDate(toldOn, today, EXTENSION, state);
  if (misdated !== null) return misdated;
  const { dueOn } = state;
  if (rules.extensionBeforeDue && dueOn !== null && toldOn > dueOn) {
    const facts = { on: toldOn, dueOn };
    return { refused: 'request/extension-after-due', basis: EXTENSION, facts };
  }
  return null;
}

export function askReasons(
  { data, today }: AskReasons,
  state: Received,
): readonly [ReasonsAsked] | PeriodRefusal {
  const { askedOn, ...asked } = data;
  if (state.handling.reasons !== null) {
    return { refused: 'request/reasons-asked-twice', basis: REASONS };
  }
  if (!Number.isInteger(data.requests) || data.requests < 2) {
    const facts = { requests: data.requests };
    return { refused: 'request/requests-not-counted', basis: REASONS, facts };
  }
  const refusal =
    refuseDate(askedOn, today, REASONS, state) ?? refusePeriod(askedOn, data.respondBy, REASONS);
  if (refusal !== null) return refusal;
  return [{ type: 'ReasonsAsked', occurredOn: askedOn, data: asked }];
}

export function judgeReasons(
  { data, sealed, today }: JudgeReasons,
  { receivedOn, handling }: Received,
): readonly [ReasonsGiven] | PeriodRefusal {
  const { judgedOn, ...given } = data;
  const { askedOn = null, respondBy = null } = handling.reasons ?? {};
  let on = judgedOn;
  if (data.found === 'none' && respondBy !== null) {
    if (today <= respondBy) {
      return { refused: 'request/reasons-period-running', basis: REASONS, facts: { respondBy } };
    }
    on = respondBy;
  }
  const misdated = refuseDate(on, today, REASONS, { receivedOn, after: askedOn });
  if (misdated !== null) return misdated;
  const reasons = sealed === undefined ? {} : { sealed };
  return [{ type: 'ReasonsGiven', occurredOn: on, data: given, ...reasons }];
}

export function delayReply(
  { data, today }: DelayReply,
  state: Received,
  terms: Terms,
): readonly [ReplyDelayed] | PeriodRefusal {
  const { toldOn, ...delayed } = data;
  const { handling, receivedOn } = state;
  if (handling.reasons?.found !== 'reasonable') {
    return { refused: 'request/reasons-not-found-reasonable', basis: REASONS };
  }
  const refusal =
    refuseDate(toldOn, today, REASONS, { receivedOn, after: handling.reasons.askedOn }) ??
    refusePeriod(toldOn, data.delayedUntil, REASONS);
  if (refusal !== null) return refusal;
  const due = dueAfter(receivedOn, { ...handling, delayedUntil: data.delayedUntil }, terms);
  return [{ type: 'ReplyDelayed', occurredOn: toldOn, data: { ...delayed, due } }];
}

/** Nothing where the day stays what it is. */
export function recomputeDeadline(
  { data, today }: RecomputeDeadline,
  { receivedOn, handling, dueOn, provisional, calendarEdition }: Received,
  terms: Terms,
): readonly DeadlineRecomputed[] {
  const due = dueAfter(receivedOn, handling, terms);
  if (due.dueOn === dueOn && (due.provisional ?? false) === provisional) return [];
  const before: Due = { dueOn, ...(provisional ? { provisional } : {}), calendarEdition };
  return [{ type: 'DeadlineRecomputed', occurredOn: today, data: { ...data, before, due } }];
}
