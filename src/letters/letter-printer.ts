import type { SignedCheckpoint } from '../ledger/transparency/transparency.js';
import type { LetterFormat } from './domain/letter.events.js';
import type { LetterFacts } from './domain/letter-facts.js';

/** Facts on their way to paper, with the ledger head that they were read at. */
export type PrintedLetter = Readonly<{ facts: LetterFacts; checkpoint: SignedCheckpoint | null }>;

export type LetterFiles = Readonly<{
  files: Readonly<Record<LetterFormat, Uint8Array>>;
  /** Characters that no font we bring has. */
  missingGlyphs: readonly string[];
}>;

/** What turns the facts of a document into paper. The composition root says who does it. */
export interface LetterPrinter {
  /** Marked 预览. A page that stands alone. */
  html(letter: PrintedLetter): string;
  /** Marked 预览. */
  preview(letter: PrintedLetter): Promise<Uint8Array>;
  /** The document itself, twice with the same words. */
  print(letter: PrintedLetter): Promise<LetterFiles>;
}

export const LETTER_PRINTER = Symbol('LETTER_PRINTER');
