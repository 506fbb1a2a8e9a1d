import { CorruptStream, unreachable, type Event } from '../../kernel/decider.js';
import type { LocalDate } from '../../kernel/local-date.js';

/** 文书: every document of a request, in the order of its life. */
export const LETTER_KINDS = [
  'registration-form', // 登记表
  'receipt', // 接收回执
  'supplement-notice', // 补正告知书
  'reasons-notice', // 说明理由告知书
  'extension-notice', // 延期答复告知书
  'delay-notice', // 延迟答复告知书
  'third-party-consultation', // 征求意见书（第三方）
  'consultation-notice', // 征求意见告知书（申请人）
  'third-party-notice', // 依申请公开告知书（第三方）
  'co-maker-consultation', // 征求意见书（共同制作机关）
  'assistance', // 协办函
  'fee-notice', // 收费通知书
  'grant', // 答复书（予以公开）
  'partial-grant', // 答复书（部分公开）
  'denial', // 不予公开告知书
  'not-existing', // 信息不存在告知书
  'not-responsible', // 非本机关负责公开告知书
  'need-creation', // 无法提供（需加工分析）告知书
  'unclear', // 补正后仍不明确告知书
  'not-a-request', // 不作为政府信息公开申请处理告知书
  'publication', // 公开出版物告知书
  'repeat', // 重复申请告知书
  'mass-repeat', // 大量反复申请不予处理告知书
  'reconfirm', // 确认或重新出具告知书
  'admin-query', // 行政查询事项告知书
  'lapse-supplement', // 不再处理告知书（逾期不补正）
  'lapse-payment', // 不再处理告知书（逾期未缴费）
  'termination', // 终止告知书
  'service-record', // 送达回证
  'review-sheet', // 审查呈批单
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** What carries no 文号: forms of the file, and the receipt. Kept and recorded all the same. */
const UNNUMBERED: readonly LetterKind[] = [
  'registration-form',
  'receipt',
  'service-record',
  'review-sheet',
];

export function isNumbered(kind: LetterKind): boolean {
  return !UNNUMBERED.includes(kind);
}

/** The wording of the documents. Kept with what was issued, to say which wording it had. */
export const LETTER_WORDING = '2026-1';

/** 文书的形式. */
export const LETTER_FORMATS = ['pdf', 'docx'] as const;
export type LetterFormat = (typeof LETTER_FORMATS)[number];

/** A sealed file by the hash of its ciphertext, hex; `size` is that of the plain bytes. */
export type LetterFile = Readonly<{ hash: string; size: number }>;

/** Which document: the n-th of an agency's year, cancelled ones and those without 文号 included. */
export type LetterKey = Readonly<{ agencyId: string; year: number; serial: number }>;

/** 文书已制发; `occurredOn` is 成文日期. The files are sealed under the key of the request. */
export type LetterIssued = Event<
  'LetterIssued',
  LetterKey & {
    requestNumber: string;
    kind: LetterKind;
    /** The n of 〔2026〕n号; null for a kind that carries no 文号. */
    sequence: number | null;
    documentNumber: string | null;
    files: Readonly<Record<LetterFormat, LetterFile>>;
    wording: string;
  }
>;

/** 文书已作废; `occurredOn` is that day. Its 文号 stays used. */
export type LetterCancelled = Event<
  'LetterCancelled',
  LetterKey & {
    /** In the clear for ever, so it names no applicant. */
    reason: string;
  }
>;

export type LetterEvent = LetterIssued | LetterCancelled;

/** What the events say of one document. */
export type IssuedLetter = LetterIssued['data'] &
  Readonly<{
    issuedOn: LocalDate;
    cancelledOn: LocalDate | null;
    cancelReason: string | null;
  }>;

export function issuedLetter(facts: IssuedLetter | null, event: LetterEvent): IssuedLetter {
  switch (event.type) {
    case 'LetterIssued':
      if (facts !== null) throw new CorruptStream(`letter ${String(facts.serial)} issued twice`);
      return { ...event.data, issuedOn: event.occurredOn, cancelledOn: null, cancelReason: null };
    case 'LetterCancelled':
      if (facts === null) {
        throw new CorruptStream(`letter ${String(event.data.serial)} cancelled before issued`);
      }
      return { ...facts, cancelledOn: event.occurredOn, cancelReason: event.data.reason };
    default:
      return unreachable(event);
  }
}

/** 发文字号 (GB/T 9704—2012): the year in full in hexagonal brackets, no 第, no leading zero. */
export function documentNumberOf(prefix: string, year: number, sequence: number): string {
  return `${prefix}〔${String(year)}〕${String(sequence)}号`;
}
