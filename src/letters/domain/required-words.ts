import { isLocalDate } from '../../kernel/local-date.js';
import { FEE_METHODS } from '../../requests/domain/handling.events.js';
import type { LetterKind } from './letter.events.js';
import { LETTER_DAYS, type LetterFacts, type LetterWord, type Said } from './letter-facts.js';

/** A word, or several of which one is enough. */
type Needed = LetterWord | readonly [LetterWord, ...LetterWord[]];

/** What each document cannot do without. */
const REQUIRED: Readonly<Record<LetterKind, readonly Needed[]>> = {
  'registration-form': [],
  receipt: [],
  'supplement-notice': ['matters', 'respondBy'],
  'reasons-notice': ['circumstances', 'respondBy'],
  'extension-notice': ['workingDays', 'approvedBy', 'extendedTo', 'reasons'],
  'delay-notice': ['delayedUntil'],
  'third-party-consultation': ['addressee', 'matter'],
  'consultation-notice': [],
  'third-party-notice': ['addressee', 'content', 'reasons'],
  'co-maker-consultation': ['addressee', 'matter'],
  assistance: ['addressee', 'matter', 'respondBy'],
  'fee-notice': ['feeMethod', 'quantity', 'amount', 'payWay'],
  // Published already: where it is (第36条第（一）项) stands for what it says.
  grant: [['content', 'obtain']],
  'partial-grant': ['content', 'withheld', 'reasons'],
  denial: ['reasons'],
  'not-existing': ['search'],
  'not-responsible': ['reasons'],
  'need-creation': ['reasons'],
  unclear: ['reasons'],
  'not-a-request': ['reasons'],
  publication: ['obtain'],
  repeat: ['earlierNumber', 'earlierOn'],
  'mass-repeat': ['circumstances', 'reasons'],
  reconfirm: ['reasons'],
  'admin-query': ['law', 'channelTo'],
  'lapse-supplement': [],
  'lapse-payment': [],
  termination: [],
  'service-record': ['document'],
  'review-sheet': [],
};

/** The first word that the document needs and nobody has given; null when nothing is missing. */
export function missingWord({ kind, said }: Pick<LetterFacts, 'kind' | 'said'>): LetterWord | null {
  const isThere = (word: LetterWord): boolean => (said[word] ?? '').trim() !== '';
  for (const needed of ['applicant', 'description', ...REQUIRED[kind]] as const) {
    const words = typeof needed === 'string' ? [needed] : needed;
    if (!words.some(isThere)) return words[0];
  }
  return null;
}

/** What the ledger says otherwise than it was given; null when nothing contradicts it. */
export function contradictedWord(ledger: Said, given: Said): LetterWord | null {
  const words = Object.keys(given) as LetterWord[];
  return words.find((it) => ledger[it] !== undefined && ledger[it] !== given[it]) ?? null;
}

/** At most twenty working days may be added (第33条第2款). */
const EXTENSION_WORKING_DAYS_MAX = 20;

const FORMS: Readonly<Partial<Record<LetterWord, (text: string) => boolean>>> = {
  ...Object.fromEntries(LETTER_DAYS.map((word) => [word, isLocalDate])),
  workingDays: (text) => /^[1-9]\d?$/.test(text) && Number(text) <= EXTENSION_WORKING_DAYS_MAX,
  quantity: (text) => /^[1-9]\d{0,8}$/.test(text),
  amount: (text) => /^(?:0|[1-9]\d{0,8})(?:\.\d{1,2})?$/.test(text),
  feeMethod: (text) => FEE_METHODS.some((method) => method === text),
};

/** A day that is none, or a figure outside what the law allows; null when all can be used. */
export function unusableWord(said: Said): LetterWord | null {
  const entries = Object.entries(said) as [LetterWord, string][];
  return entries.find(([word, text]) => FORMS[word]?.(text) === false)?.[0] ?? null;
}
