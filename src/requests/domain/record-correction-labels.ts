import {
  RECORD_CORRECTION_RESULTS,
  type RecordCorrectionResult,
} from './record-correction.events.js';

export const RECORD_CORRECTION_LABELS: Readonly<Record<RecordCorrectionResult, string>> = {
  corrected: '已更正',
  refused: '不予更正',
  forwarded: '已转送',
  redirected: '已告知',
};

/** A result by its identifier or its name. */
export function recordCorrectionResultFrom(word: string): RecordCorrectionResult | undefined {
  return RECORD_CORRECTION_RESULTS.find(
    (result) => result === word || RECORD_CORRECTION_LABELS[result] === word,
  );
}
