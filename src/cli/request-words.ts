import {
  CONSULTED_PARTY_LABELS,
  FEE_METHOD_LABELS,
  NOT_HELD_LABELS,
  OPINION_LABELS,
  REASONS_FOUND_LABELS,
  REDECISION_ORDERER_LABELS,
  REQUEST_STATUS_LABELS,
  REVIEW_LABELS,
  REVIEW_OPINION_LABELS,
} from '../requests/domain/handling-labels.js';
import {
  APPLICANT_LABELS,
  CHANNEL_LABELS,
  OUTCOME_ROWS,
} from '../requests/domain/outcome-labels.js';
import { RECORD_CORRECTION_LABELS } from '../requests/domain/record-correction-labels.js';
import type { Outcome } from '../requests/domain/request.events.js';
import type { RequestStatus } from '../requests/domain/request-status.js';
import type { RegisterEntry, RequestDetails } from '../requests/request.queries.js';
import type { Disclosure } from '../requests/view-personal-data.handler.js';
import { EVENT_NAMES } from '../words/event-names.zh-CN.js';

/* One request as a clerk reads it. */

const UNREADABLE = { erased: '已依法删除', lost: '密钥缺失', restricted: '已封存' } as const;

const PARTICULARS = {
  applicant: '申请人',
  idNumber: '证件号码',
  contact: '联系方式',
  description: '所需信息',
  address: '通信地址',
  agent: '代理人',
  coApplicants: '联合申请人',
  provision: '形式要求',
  remarks: '备注',
} as const;

/** Those that a request has even when they are not shown. */
const ALWAYS = ['applicant', 'idNumber', 'contact', 'description'] as const;

export function particularsOf(
  applicant: Readonly<Partial<Record<string, string>>>,
): readonly string[] {
  return Object.entries(PARTICULARS).flatMap(([member, label]) => {
    const text = applicant[member];
    return text === undefined || text === '' ? [] : [`${label}：${text}`];
  });
}

const STEP_TEXTS: Readonly<Record<string, string>> = {
  note: '说明',
  matters: '补正事项',
  supplement: '补正内容',
  consultee: '征求意见对象',
  matter: '涉及的信息',
  reasons: '理由',
  reason: '理由',
  content: '答复内容',
  signer: '签收人',
  evidence: '证据',
};

/** What else was sealed, step by step. */
export function stepTextWords(steps: Disclosure['steps']): readonly string[] {
  return steps.flatMap(({ type, occurredOn, texts }) =>
    Object.entries(texts).map(([member, text]) =>
      [occurredOn, nameOf(type), `${STEP_TEXTS[member] ?? member}：${text}`].join('  '),
    ),
  );
}

function nameOf(type: string): string {
  return (EVENT_NAMES as Readonly<Record<string, string>>)[type] ?? type;
}

/** `gongkai show NUMBER`. */
export function requestWords(request: RequestDetails): readonly string[] {
  const { number, applicant, history } = request;
  return [
    `登记编号 ${number}：${standingWords(request)}`,
    receiptWords(request),
    ...(typeof applicant === 'string'
      ? ALWAYS.map((member) => `${PARTICULARS[member]}：「${UNREADABLE[applicant]}」`)
      : particularsOf(applicant)),
    ...handlingWords(request),
    ...replyWords(request),
    '流水：',
    ...history.map(({ occurredOn, type, by, why }) => {
      const words = [occurredOn, nameOf(type), by, why].filter((word) => word !== undefined);
      return `  ${words.join('  ')}`;
    }),
  ];
}

/** Where it stands, and when the reply is due or what that waits for. */
export function standingWords(request: RegisterEntry): string {
  const due = dueWords(request);
  return `${REQUEST_STATUS_LABELS[request.status]}${due === '' ? '' : `，${due}`}。`;
}

function dueWords(request: RegisterEntry): string {
  const { status, dueOn, provisional, handling, redecisions, closedOn } = request;
  const again = `重新答复期限 ${redecisions.at(-1)?.dueOn ?? ''}`;
  const waits: Partial<Record<RequestStatus, string>> = {
    'awaiting-confirmation': '答复期限没有起算',
    'awaiting-supplement': `答复期限暂停：等待补正，补正期限 ${handling.supplement?.respondBy ?? ''}`,
    'awaiting-payment': `答复期限暂停：等待缴费，缴费期限 ${handling.fee?.payBy ?? ''}`,
    redeciding: again,
    'awaiting-redecision-service': again,
    voided: '',
  };
  const wait = waits[status];
  if (wait !== undefined) return wait;
  if (closedOn !== null) return `${closedOn} 办结`;
  // 第41条 sets no period.
  if (request.subject === 'record-correction') return '';
  if (dueOn === null) return '答复期限暂停：征求意见';
  return `答复期限 ${dueOn}${provisional ? '（待节假日安排公布）' : ''}`;
}

function receiptWords(request: RegisterEntry): string {
  const { arrivedOn, receivedOn, channel, applicantKind, splitFrom, subject } = request;
  if (subject === 'record-correction') return `更正申请，${receivedOn ?? ''} 收到`;
  const days = [
    arrivedOn === null ? null : `${arrivedOn} 到达`,
    receivedOn === null ? null : `${receivedOn} 收到`,
    CHANNEL_LABELS[channel][0],
    APPLICANT_LABELS[applicantKind],
    splitFrom === null ? null : `由 ${splitFrom} 拆分`,
  ];
  return joined(days);
}

function handlingWords({ handling }: RegisterEntry): readonly string[] {
  const { attempts, assigned, supplement, consultations, reasons, extensions, fee, reviews } =
    handling;
  return [
    ...(attempts === 0 ? [] : [`联系申请人：${String(attempts)} 次未果`]),
    ...(assigned === null ? [] : [`承办：${assignedWords(assigned)}`]),
    ...(supplement === null
      ? []
      : [
          `补正：${joined([
            `${supplement.requestedOn} 告知`,
            `期限 ${supplement.respondBy}`,
            supplement.receivedOn === null ? '还没有收到' : `${supplement.receivedOn} 收到`,
          ])}`,
        ]),
    ...consultations.map(consultationWords),
    ...(reasons === null
      ? []
      : [
          `说明理由：${joined([
            `${reasons.askedOn} 要求`,
            `期限 ${reasons.respondBy}`,
            reasons.found === null ? '还没有结论' : REASONS_FOUND_LABELS[reasons.found][0],
          ])}`,
        ]),
    ...(handling.delayedUntil === null ? [] : [`延迟答复：到 ${handling.delayedUntil}`]),
    ...extensions.map(
      ({ workingDays, approvedBy, toldOn }) =>
        `延期：${String(workingDays)} 个工作日，${approvedBy} 同意，${toldOn} 告知`,
    ),
    ...(fee === null ? [] : [feeWords(fee)]),
    ...reviews.map(
      ({ review, opinion, by, on }) =>
        `${REVIEW_LABELS[review][0]}：${REVIEW_OPINION_LABELS[opinion][0]}（${by}，${on}）`,
    ),
  ];
}

type Handling = RegisterEntry['handling'];

function assignedWords({
  handler,
  section,
  internalDueOn,
}: NonNullable<Handling['assigned']>): string {
  return joined([
    handler,
    section ?? null,
    internalDueOn === undefined ? null : `内部期限 ${internalDueOn}`,
  ]);
}

function consultationWords(consulted: Handling['consultations'][number]): string {
  const { consultation, party, sentOn, receivedOn, respondBy, opinion, answeredOn } = consulted;
  const progress = [
    `${sentOn} 发出`,
    receivedOn === null ? null : `${receivedOn} 收到`,
    opinion !== null || respondBy === null ? null : `${respondBy} 前答复`,
    opinion === null ? '还没有结果' : `${answeredOn ?? ''} ${OPINION_LABELS[opinion][0]}`,
    consulted.informedOn === null ? null : `${consulted.informedOn} 告知决定公开`,
  ];
  const who = CONSULTED_PARTY_LABELS[party][0];
  return `征求意见 ${String(consultation)}（${who}）：${joined(progress)}`;
}

function feeWords(fee: NonNullable<Handling['fee']>): string {
  const { method, quantity, amount, noticedOn, payBy, paidOn } = fee;
  const unit = method === 'per-item' ? '件' : '页';
  return `收费：${joined([
    `${FEE_METHOD_LABELS[method][0]} ${String(quantity)} ${unit}，${String(amount)} 元`,
    `${noticedOn} 通知`,
    paidOn === null ? `${payBy} 前缴纳` : `${paidOn} 缴清`,
  ])}`;
}

function replyWords(request: RegisterEntry): readonly string[] {
  const { outcome, notHeldBecause, documentNumber, decidedOn, servedOn } = request;
  const decided = [
    outcome === null ? null : rowOf(outcome),
    notHeldBecause === null ? null : NOT_HELD_LABELS[notHeldBecause][0],
    documentNumber,
    decidedOn === null ? null : `${decidedOn} 作出`,
    servedOn === null ? null : `${servedOn} 送达`,
  ];
  const corrected = request.recordCorrection;
  return [
    ...(corrected === null
      ? []
      : [`答复：${RECORD_CORRECTION_LABELS[corrected.result]}，${corrected.decidedOn}`]),
    ...(outcome === null ? [] : [`答复：${joined(decided)}`]),
    ...(request.withdrawnOn === null ? [] : [`撤回：${request.withdrawnOn}`]),
    ...(request.mergedInto === null
      ? []
      : [`并案：${request.mergedOn ?? ''} 并入 ${request.mergedInto}`]),
    ...request.redecisions.map(
      (again) =>
        `重新答复：${joined([
          `${REDECISION_ORDERER_LABELS[again.by][0]} ${again.caseNumber}`,
          `${again.orderedOn} 责令`,
          again.outcome === null ? `期限 ${again.dueOn}` : rowOf(again.outcome),
          again.decidedOn === null ? null : `${again.decidedOn} 作出`,
          again.servedOn === null ? null : `${again.servedOn} 送达`,
        ])}`,
    ),
    ...(request.publishedOn === null ? [] : [`转为主动公开：${request.publishedOn}`]),
    ...(request.archivedOn === null ? [] : [`归档：${request.archivedOn}`]),
  ];
}

function rowOf(outcome: Outcome): string {
  const { group, label } = OUTCOME_ROWS[outcome];
  return group === '' ? label : `${group} ${label}`;
}

function joined(words: readonly (string | null | undefined)[]): string {
  return words.filter((word) => word !== null && word !== undefined).join('，');
}
