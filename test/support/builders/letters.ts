import type { CancelLetter, IssueLetter } from '../../../src/letters/domain/letter.decider.js';
import {
  documentNumberOf,
  LETTER_WORDING,
  type LetterCancelled,
  type LetterIssued,
} from '../../../src/letters/domain/letter.events.js';
import type { LocalDate } from '../../../src/kernel/local-date.js';

const KEY = { agencyId: 'jia', year: 2025 } as const;
const TODAY: LocalDate = '2025-06-30';
const FILES = {
  pdf: { hash: 'aa'.repeat(32), size: 60_000 },
  docx: { hash: 'bb'.repeat(32), size: 9_000 },
} as const;

type Issued = Partial<LetterIssued['data']>;

/** A numbered document; `sequence` follows the serial unless it is told. */
function letterData(serial: number, change: Issued = {}): LetterIssued['data'] {
  const sequence = change.sequence === undefined ? serial : change.sequence;
  return {
    ...KEY,
    serial,
    sequence,
    documentNumber: sequence === null ? null : documentNumberOf('甲局公开', KEY.year, sequence),
    requestNumber: '2025-001',
    kind: 'grant',
    files: FILES,
    wording: LETTER_WORDING,
    ...change,
  };
}

export function issueLetter(serial: number, change: Issued = {}): IssueLetter {
  return { type: 'IssueLetter', data: letterData(serial, change), today: TODAY };
}

export function letterIssued(serial: number, change: Issued = {}): LetterIssued {
  return { type: 'LetterIssued', occurredOn: TODAY, data: letterData(serial, change) };
}

export function cancelLetter(serial: number, reason = '受文者写错'): CancelLetter {
  return { type: 'CancelLetter', data: { ...KEY, serial, reason }, today: TODAY };
}

export function letterCancelled(serial: number, reason = '受文者写错'): LetterCancelled {
  return { type: 'LetterCancelled', occurredOn: TODAY, data: { ...KEY, serial, reason } };
}
