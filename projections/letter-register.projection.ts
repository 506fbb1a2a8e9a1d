import {
  issuedLetter,
  type IssuedLetter,
  type LetterEvent,
} from '../src/letters/domain/letter.events.js';
import { rowKey, type Projection } from './projection.js';

/** 发文登记: one row per document, cancelled ones included. */
export type LetterRow = IssuedLetter;

export const letterRegister: Projection<LetterRow, LetterEvent> = {
  name: 'letter-register',
  handles: { LetterIssued: true, LetterCancelled: true },
  keyOf: ({ data }) => rowKey(data.agencyId, data.year, data.serial),
  evolve: issuedLetter,
};
