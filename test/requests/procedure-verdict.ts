import type { LocalDate } from '../../src/kernel/local-date.js';
import type { RequestCommand } from '../../src/requests/domain/request.decider.js';
import {
  AFTERWARDS,
  ALLOWS,
  all,
  codeOf,
  consultations,
  dueOf,
  endOf,
  last,
  receipt,
  workingDaysOn,
  type Act,
  type Data,
  type Life,
  type Verdict,
} from './procedure-model.js';

/** Which field of a command says when it happened. */
const DAY_OF: Partial<Record<RequestCommand['type'], string>> = {
  LogArrival: 'arrivedOn',
  RegisterRequest: 'receivedOn',
  LogContactAttempt: 'attemptedOn',
  ConfirmReceipt: 'confirmedOn',
  RequestSupplement: 'servedOn',
  ReceiveSupplement: 'suppliedOn',
  AssignRequest: 'assignedOn',
  SeekOpinion: 'sentOn',
  RecordOpinionReceipt: 'reachedOn',
  RecordOpinion: 'answeredOn',
  InformThirdParty: 'informedOn',
  AskReasons: 'askedOn',
  JudgeReasons: 'judgedOn',
  DelayReply: 'toldOn',
  ExtendDeadline: 'toldOn',
  ServeFeeNotice: 'servedOn',
  RecordPayment: 'paidOn',
  RecordReview: 'reviewedOn',
  DecideRequest: 'decidedOn',
  ServeReply: 'servedOn',
  WithdrawRequest: 'withdrawnOn',
  MergeRequest: 'mergedOn',
  OrderRedecision: 'orderedOn',
  MakeRedecision: 'decidedOn',
  ServeRedecision: 'servedOn',
  PublishInformation: 'publishedOn',
  ArchiveRequest: 'archivedOn',
};

/** What was done, as it will be remembered; null where it cannot have been done. */
function actOf(life: Life, { type, data: given, today }: RequestCommand): Act | null {
  const data = given as Data;
  const stated = (data[DAY_OF[type] ?? ''] ?? today) as LocalDate;
  if (type === 'JudgeReasons' && data['found'] === 'none') {
    const until = last(life, 'AskReasons')?.data['respondBy'] as LocalDate;
    return today > until ? { step: type, on: until, data } : null;
  }
  if (type === 'RecordOpinion' && data['opinion'] === 'silent') {
    const { sent, reached } = consultations(life)[Number(data['consultation']) - 1] ?? {};
    if (sent?.data['party'] === 'organ') return { step: type, on: stated, data };
    if (!reached) return null;
    const until = workingDaysOn(reached.on, 15);
    return today > until ? { step: type, on: until, data } : null;
  }
  return { step: type, on: stated, data };
}

/** The earliest day on which a step can follow what was done. */
function earliest(life: Life, step: RequestCommand['type'], data: Data): LocalDate {
  const about = consultations(life)[Number(data['consultation']) - 1];
  const follows: Partial<Record<RequestCommand['type'], Act | null | undefined>> = {
    LogContactAttempt: last(life, 'LogArrival'),
    ConfirmReceipt: last(life, 'LogArrival'),
    WithdrawRequest: last(life, 'LogArrival'),
    ReceiveSupplement: last(life, 'RequestSupplement'),
    RecordPayment: last(life, 'ServeFeeNotice'),
    JudgeReasons: last(life, 'AskReasons'),
    DelayReply: last(life, 'AskReasons'),
    RecordOpinionReceipt: about?.sent,
    RecordOpinion: about?.reached ?? about?.sent,
    InformThirdParty: about?.answered,
    ServeReply: last(life, 'DecideRequest'),
    MakeRedecision: last(life, 'OrderRedecision'),
    ServeRedecision: last(life, 'MakeRedecision'),
  };
  const after = AFTERWARDS.includes(step) || step === 'ArchiveRequest' ? endOf(life) : null;
  const days = [receipt(life), follows[step]?.on, after?.on].filter(
    (day) => day !== undefined && day !== null,
  );
  return days.reduce((one, other) => (one > other ? one : other), '1900-01-01');
}

/** 补正告知 within seven working days, payment within twenty. */
const [NOTICE_DAYS, PAYMENT_DAYS] = [7, 20];

const isWhole = (number: unknown): boolean => Number.isInteger(number) && Number(number) > 0;
const said = (text: unknown): boolean => typeof text === 'string' && text.trim() !== '';

/** What a step is weighed by. */
type Weighed = Readonly<{
  life: Life;
  on: LocalDate;
  data: Data;
  sealed: Data;
  /** The consultation it is about. */
  about: ReturnType<typeof consultations>[number] | undefined;
  due: LocalDate | null;
  granted: readonly number[];
}>;

/** What a step asks for besides its state and its day. */
const ASKS: Partial<Record<RequestCommand['type'], (weighed: Weighed) => boolean>> = {
  RequestSupplement: ({ life, on, data, sealed }) =>
    last(life, 'RequestSupplement') === null &&
    on <= workingDaysOn(receipt(life)!, NOTICE_DAYS) &&
    (data['grounds'] as unknown[]).length > 0 &&
    said(sealed['matters']) &&
    String(data['respondBy']) > on,
  ReceiveSupplement: ({ life, on, data, sealed }) => {
    const until = String(last(life, 'RequestSupplement')?.data['respondBy']);
    return said(sealed['supplement']) && (on <= until || data['excused'] === true);
  },
  AssignRequest: ({ data }) => said(data['handler']),
  SeekOpinion: ({ sealed }) => said(sealed['consultee']),
  RecordOpinionReceipt: ({ about }) => about?.answered === null,
  RecordOpinion: ({ about }) => about?.answered === null,
  InformThirdParty: ({ sealed, about }) =>
    about?.sent.data['party'] === 'third-party' &&
    about.answered?.data['opinion'] === 'objects' &&
    said(sealed['reasons']),
  AskReasons: ({ life, on, data }) =>
    last(life, 'AskReasons') === null &&
    Number(data['requests']) >= 2 &&
    String(data['respondBy']) > on,
  DelayReply: ({ life, on, data }) =>
    last(life, 'JudgeReasons')?.data['found'] === 'reasonable' && String(data['delayedUntil']) > on,
  ExtendDeadline: ({ on, data, sealed, due, granted }) =>
    isWhole(data['workingDays']) &&
    granted.reduce((sum, days) => sum + days, Number(data['workingDays'])) <= 20 &&
    said(data['approvedBy']) &&
    said(sealed['reason']) &&
    (due === null || on <= due),
  ServeFeeNotice: ({ life, on, data, due }) =>
    last(life, 'ServeFeeNotice') === null &&
    isWhole(data['quantity']) &&
    isWhole(data['amount']) &&
    (due === null || on <= due),
  RecordPayment: ({ life, data }) =>
    data['amount'] === last(life, 'ServeFeeNotice')?.data['amount'],
  RecordReview: ({ data }) => said(data['by']),
  ServeReply: ({ data }) => !(data['way'] === 'mail' && data['carrier'] === 'courier'),
  ServeRedecision: ({ data }) => !(data['way'] === 'mail' && data['carrier'] === 'courier'),
  MergeRequest: ({ data }) => data['into'] !== data['number'] && data['leadOpen'] === true,
  OrderRedecision: ({ on, data }) =>
    said(data['caseNumber']) && ((data['dueOn'] as LocalDate | undefined) ?? '9999') > on,
  PublishInformation: ({ life }) => last(life, 'PublishInformation') === null && disclosed(life),
  ArchiveRequest: ({ data }) => said(data['fileNumber']) && isWhole(data['pages']),
};

function conditionsMet(life: Life, { step, on, data }: Act, sealed: Data): boolean {
  const about = consultations(life)[Number(data['consultation']) - 1];
  const granted = all(life, 'ExtendDeadline').map(({ data: it }) => Number(it['workingDays']));
  return ASKS[step]?.({ life, on, data, sealed, about, due: dueOf(life), granted }) ?? true;
}

const disclosed = (life: Life): boolean =>
  [...all(life, 'DecideRequest'), ...all(life, 'MakeRedecision')].some(({ data }) =>
    ['granted', 'partly_granted'].includes(String(data['outcome'])),
  );

/** 作出答复: what is waited for can only be given up, and what came cannot. */
function replyVerdict(life: Life, { on, data }: Act): Verdict {
  const { outcome } = data;
  if (outcome === 'other_no_correction' && last(life, 'ReceiveSupplement')) return 'condition';
  const code = codeOf(life);
  if (code === 'A2') {
    if (outcome !== 'other_no_correction') return 'state';
    return on > String(last(life, 'RequestSupplement')?.data['respondBy']) ? 'taken' : 'condition';
  }
  if (code === 'A7') {
    if (outcome !== 'other_no_payment') return 'state';
    const until = workingDaysOn(last(life, 'ServeFeeNotice')!.on, PAYMENT_DAYS);
    return on > until ? 'taken' : 'condition';
  }
  if (outcome === 'other_no_payment' && last(life, 'RecordPayment')) return 'condition';
  const found = last(life, 'JudgeReasons')?.data['found'];
  if (outcome === 'reject_mass_repeat' && found === 'reasonable') return 'condition';
  return 'taken';
}

const resultVerdict = (verdict: Verdict, { notHeldBecause, outcome }: Data): Verdict =>
  verdict === 'taken' && notHeldBecause !== undefined && outcome !== 'unable_not_held'
    ? 'condition'
    : verdict;

/** What comes of a command, and the life that is left. */
export function judge(life: Life, command: RequestCommand): readonly [Verdict, Life] {
  const { type, today } = command;
  const sealed = (command.sealed ?? {}) as Data;
  const data = command.data as unknown as Data;
  if (type === 'RegisterRequest' || type === 'LogArrival') return begin(life, command);
  if (life.length === 0 || codeOf(life) === 'V') return ['state', life];
  if (type === 'VoidEntry') return strike(life, command);
  if (type === 'CorrectEntry') return mend(life, data['corrected'] as Data, today);
  if (!ALLOWS[codeOf(life)].includes(type)) return ['state', life];
  if (type === 'RecomputeDeadline') return ['nothing', life];
  const act = actOf(life, command);
  if (act === null || act.on > today || act.on < earliest(life, type, data)) {
    return ['condition', life];
  }
  const verdict =
    type === 'DecideRequest'
      ? resultVerdict(replyVerdict(life, act), data)
      : conditionsMet(life, act, sealed)
        ? 'taken'
        : 'condition';
  return [verdict, verdict === 'taken' ? [...life, act] : life];
}

/** 当面、口头、挂号信 are received at once, and so is what the website's own system confirms. */
const AT_ONCE = ['counter', 'oral', 'registered-mail', 'website'];

function begin(life: Life, command: RequestCommand): readonly [Verdict, Life] {
  const act = actOf(life, command)!;
  const waits = command.type !== 'LogArrival' || !AT_ONCE.includes(String(act.data['channel']));
  const begun = life.length === 0 && act.on <= command.today && waits;
  return begun ? ['taken', [act]] : ['condition', life];
}

type Strike = Readonly<Record<string, readonly RequestCommand['type'][]>>;

/** Which acts go when a step is voided: all of a kind, or the last of them. */
const STRIKES_ALL: Strike = {
  decision: ['DecideRequest', 'ServeReply'],
  service: ['ServeReply'],
  withdrawal: ['WithdrawRequest'],
  merger: ['MergeRequest'],
  supplement: ['RequestSupplement', 'ReceiveSupplement'],
  'supplement-receipt': ['ReceiveSupplement'],
  assignment: ['AssignRequest'],
  reasons: ['AskReasons', 'JudgeReasons', 'DelayReply'],
  delay: ['DelayReply'],
  fee: ['ServeFeeNotice', 'RecordPayment'],
  payment: ['RecordPayment'],
  publication: ['PublishInformation'],
  archiving: ['ArchiveRequest'],
};
const STRIKES_LAST: Strike = {
  consultation: ['SeekOpinion', 'RecordOpinionReceipt', 'RecordOpinion', 'InformThirdParty'],
  opinion: ['RecordOpinion', 'InformThirdParty'],
  extension: ['ExtendDeadline'],
  review: ['RecordReview'],
  redecision: ['OrderRedecision', 'MakeRedecision', 'ServeRedecision'],
};

function strike(
  life: Life,
  { data: { step }, today }: Extract<RequestCommand, { type: 'VoidEntry' }>,
): readonly [Verdict, Life] {
  if (step === 'registration') {
    return ['taken', [...life, { step: 'VoidEntry', on: today, data: {} }]];
  }
  const [first, ...with_] = STRIKES_ALL[step] ?? STRIKES_LAST[step]!;
  const target = last(life, first!);
  if (target === null) return ['condition', life];
  const left = life.filter((act, at) => {
    if (step in STRIKES_ALL) return act.step !== first && !with_.includes(act.step);
    if (act === target) return false;
    if (!with_.includes(act.step)) return true;
    return step === 'redecision'
      ? at < life.indexOf(target)
      : act.data['consultation'] !== numberOf(life, target);
  });
  const followed = ['ArchiveRequest', 'PublishInformation', 'OrderRedecision'] as const;
  const stands = endOf(left) !== null || followed.every((it) => last(left, it) === null);
  return stands ? ['taken', left] : ['condition', life];
}

const numberOf = (life: Life, { step, data }: Act): unknown =>
  step === 'SeekOpinion' ? all(life, 'SeekOpinion').length : data['consultation'];

const CORRECTS: Readonly<Record<string, readonly RequestCommand['type'][]>> = {
  receivedOn: ['RegisterRequest', 'ConfirmReceipt'],
  decidedOn: ['DecideRequest'],
  servedOn: ['ServeReply'],
  withdrawnOn: ['WithdrawRequest'],
};

/** 更正 of one day: what was done stays in its order. */
function mend(life: Life, corrected: Data, today: LocalDate): readonly [Verdict, Life] {
  const [field, on] = Object.entries(corrected)[0] as [string, LocalDate];
  const wrong = life.find((act) => CORRECTS[field]!.includes(act.step));
  if (wrong === undefined || wrong.on === on) return ['condition', life];
  const right = life.map((act) => (act === wrong ? { ...act, on } : act));
  return inOrder(right, today) ? ['taken', right] : ['condition', life];
}

function inOrder(life: Life, today: LocalDate): boolean {
  const received = receipt(life);
  const arrived = last(life, 'LogArrival')?.on ?? '1900-01-01';
  const begun = received ?? arrived;
  const end = endOf(life)?.on ?? '1900-01-01';
  const afterwards = [...AFTERWARDS, 'ArchiveRequest'];
  const served = last(life, 'ServeReply')?.on;
  return (
    begun >= arrived &&
    life.every(
      ({ step, on }) =>
        on <= today &&
        (['LogArrival', 'LogContactAttempt'].includes(step) || on >= begun) &&
        (!afterwards.includes(step) || on >= end),
    ) &&
    (served === undefined || served >= last(life, 'DecideRequest')!.on)
  );
}
