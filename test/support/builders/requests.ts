import type {
  CorrectEntry,
  VoidEntry,
} from '../../../src/requests/domain/entry-corrections.rules.js';
import type { LocalDate } from '../../../src/kernel/local-date.js';
import type {
  DecideRequest,
  ServeReply,
  WithdrawRequest,
} from '../../../src/requests/domain/reply.rules.js';
import type { RegisterRequest } from '../../../src/requests/domain/receipt.rules.js';
import type {
  EntryCorrected,
  EntryCorrections,
  EntryVoided,
  Outcome,
  ReplyDecided,
  ReplyServed,
  RequestRegistered,
  RequestWithdrawn,
} from '../../../src/requests/domain/request.events.js';
import type { RequestKey } from '../../../src/requests/domain/request-key.js';

/** Request 2025-0042 of agency 甲, received on Monday 2025-03-03, looked at on Monday 2025-06-30. */
export const RECEIVED: LocalDate = '2025-03-03';
export const DUE: LocalDate = '2025-03-31';
export const TODAY: LocalDate = '2025-06-30';

const KEY: RequestKey = { agencyId: 'jia', number: '2025-0042' };
const SEALED: RegisterRequest['sealed'] = { applicant: '张三', description: '某项目的批复' };

type On = Readonly<{ today?: LocalDate }>;

export function registerRequest({
  today = TODAY,
  sealed = {},
  ...data
}: Partial<RegisterRequest['data']> &
  On &
  Readonly<{ sealed?: Partial<RegisterRequest['sealed']> }> = {}): RegisterRequest {
  return {
    type: 'RegisterRequest',
    data: {
      ...KEY,
      receivedOn: RECEIVED,
      applicantKind: 'natural',
      channel: 'counter',
      ...data,
    },
    sealed: { ...SEALED, ...sealed },
    today,
  };
}

export function decideRequest(
  outcome: Outcome,
  decidedOn: LocalDate,
  { today = TODAY, ...data }: Partial<DecideRequest['data']> & On = {},
): DecideRequest {
  return { type: 'DecideRequest', data: { ...KEY, outcome, decidedOn, ...data }, today };
}

export function serveReply(
  servedOn: LocalDate,
  { today = TODAY, ...data }: Partial<ServeReply['data']> & On = {},
): ServeReply {
  return { type: 'ServeReply', data: { ...KEY, servedOn, way: 'mail', ...data }, today };
}

export function withdrawRequest(
  withdrawnOn: LocalDate,
  { today = TODAY, ...data }: Partial<WithdrawRequest['data']> & On = {},
): WithdrawRequest {
  return { type: 'WithdrawRequest', data: { ...KEY, withdrawnOn, ...data }, today };
}

export function correctEntry(
  corrected: EntryCorrections,
  { today = TODAY, ...sealed }: Partial<CorrectEntry['sealed']> & On = {},
  key: RequestKey = KEY,
): CorrectEntry {
  const reason = '抄录有误';
  return {
    type: 'CorrectEntry',
    data: { ...key, corrected },
    sealed: { reason, ...sealed },
    today,
  };
}

export function requestRegistered({
  receivedOn = RECEIVED,
  sealed = {},
  ...data
}: Partial<RequestRegistered['data']> &
  Readonly<{
    receivedOn?: LocalDate;
    sealed?: Partial<RegisterRequest['sealed']>;
  }> = {}): RequestRegistered {
  return {
    type: 'RequestRegistered',
    occurredOn: receivedOn,
    data: {
      ...KEY,
      applicantKind: 'natural',
      channel: 'counter',
      dueOn: DUE,
      calendarEdition: 'monday-to-friday',
      ...data,
    },
    sealed: { ...SEALED, ...sealed },
  };
}

export function replyDecided(
  outcome: Outcome,
  occurredOn: LocalDate,
  data: Partial<ReplyDecided['data']> = {},
): ReplyDecided {
  return { type: 'ReplyDecided', occurredOn, data: { ...KEY, outcome, ...data } };
}

export function replyServed(
  occurredOn: LocalDate,
  data: Partial<ReplyServed['data']> = {},
): ReplyServed {
  return { type: 'ReplyServed', occurredOn, data: { ...KEY, way: 'mail', ...data } };
}

export function requestWithdrawn(
  occurredOn: LocalDate,
  key: Partial<RequestKey> = {},
): RequestWithdrawn {
  return { type: 'RequestWithdrawn', occurredOn, data: { ...KEY, ...key } };
}

export function entryCorrected(
  corrected: EntryCorrections,
  due?: NonNullable<EntryCorrected['data']['due']>,
  sealed: Partial<NonNullable<EntryCorrected['sealed']>> = {},
): EntryCorrected {
  return {
    type: 'EntryCorrected',
    occurredOn: TODAY,
    data: { ...KEY, corrected, ...(due === undefined ? {} : { due }) },
    sealed: { reason: '抄录有误', ...sealed },
  };
}

export function voidEntry(step: EntryVoided['data']['step'], reason = '抄录有误'): VoidEntry {
  return { type: 'VoidEntry', data: { ...KEY, step }, sealed: { reason }, today: TODAY };
}

export function entryVoided(
  step: EntryVoided['data']['step'],
  key: Partial<RequestKey> = {},
  due?: EntryVoided['data']['due'],
): EntryVoided {
  const data = { ...KEY, ...key, step, ...(due === undefined ? {} : { due }) };
  return { type: 'EntryVoided', occurredOn: TODAY, data, sealed: { reason: '抄录有误' } };
}
