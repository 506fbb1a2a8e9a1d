import type { Event } from '../../kernel/decider.js';
import type { RequestKey } from './request-key.js';

/** Who asks for what to be corrected, and what shows that it is wrong. All of it is sealed. */
export type RecordCorrectionDetails = Readonly<{
  applicant: string;
  idNumber?: string;
  contact?: string;
  /** 要求更正的记录, and how. */
  description: string;
  /** 证据 (第41条: 有证据证明). */
  evidence: string;
}>;

/**
 * 更正申请已登记 (第41条); `occurredOn` is the day it was received. It is dealt with beside the requests,
 * under a number of the same series, and counted in no table.
 */
export type RecordCorrectionRequested = Event<
  'RecordCorrectionRequested',
  RequestKey,
  RecordCorrectionDetails
>;

/** What became of it, in the order of the article. */
export const RECORD_CORRECTION_RESULTS = [
  'corrected', // 有权更正，经核实，已更正并告知
  'refused', // 经核实记录无误，不予更正
  'forwarded', // 无权更正，已转送有权更正的机关并告知
  'redirected', // 无权更正，告知向有权更正的机关提出
] as const;
export type RecordCorrectionResult = (typeof RECORD_CORRECTION_RESULTS)[number];

/** 更正申请已答复; `occurredOn` is the day the applicant was told. */
export type RecordCorrectionDecided = Event<
  'RecordCorrectionDecided',
  RequestKey & {
    result: RecordCorrectionResult;
    /** 有权更正的机关. */
    organ?: string;
    documentNumber?: string;
  },
  { reasons?: string }
>;

export type RecordCorrectionEvent = RecordCorrectionRequested | RecordCorrectionDecided;
