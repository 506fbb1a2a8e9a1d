import type { AgencyRow } from '../../projections/agency-directory.projection.js';
import type { LocalDate } from '../kernel/local-date.js';
import { CommandRefused } from '../ledger/command-refused.js';
import type { Consultation } from '../requests/domain/handling.facts.js';
import type { LetterRefusal } from './domain/letter.decider.js';
import type { LetterKind } from './domain/letter.events.js';
import type { LetterFacts, LetterWord, Said } from './domain/letter-facts.js';
import { lettersFor } from './domain/letters-for.js';
import { contradictedWord, missingWord, unusableWord } from './domain/required-words.js';
import type { OpenedRequest } from './request-desk.js';

/** Which document is wanted, and the words that the ledger does not have. */
export type WantedLetter = Readonly<{
  agencyId: string;
  requestNumber: string;
  kind: LetterKind;
  said: Said;
  /** The consultation that the document is about; without it the newest that fits. */
  consultation?: number;
}>;

/**
 * The facts of a document: what the ledger says, and what was given for the rest. Throws
 * {@link CommandRefused} when the document does not fit the request, a word is missing, or one
 * contradicts the ledger.
 */
export function compileLetter(
  wanted: WantedLetter,
  request: OpenedRequest,
  agency: AgencyRow,
  today: LocalDate,
): LetterFacts {
  const { kind, said: given } = wanted;
  if (!lettersFor(request.facts).includes(kind)) {
    throw refused({
      refused: 'letter/not-in-this-state',
      basis: LIFE,
      facts: { kind: `letter/${kind}` },
    });
  }
  const unusable = unusableWord(given);
  if (unusable !== null) {
    throw refused({
      refused: 'letter/word-unusable',
      basis: LIFE,
      facts: { word: `letter/${unusable}` },
    });
  }
  const consultation = consultationMeant(wanted, request);
  const ledger = ledgerWords(kind, request, consultation);
  const contradicted = contradictedWord(ledger, given);
  if (contradicted !== null) {
    throw refused({
      refused: 'letter/differs-from-ledger',
      basis: RECORDED,
      facts: { word: `letter/${contradicted}` },
    });
  }
  const said = { ...given, ...ledger };
  const missing = missingWord({ kind, said });
  if (missing !== null) {
    throw refused({
      refused: 'letter/particular-missing',
      basis: LIFE,
      facts: { kind: `letter/${kind}`, word: `letter/${missing}` },
    });
  }
  const { name, letterRules, disclosureOffice: office } = agency;
  return {
    kind,
    agency: { name, office, ...letterRules },
    request: request.facts,
    consultation,
    said,
    issuedOn: today,
    documentNumber: null,
  };
}

const LIFE = '《条例》第30条至第42条';
const RECORDED = '台账规则：文书所写与台账所记一致';

function refused(refusal: LetterRefusal): CommandRefused {
  return new CommandRefused(refusal);
}

const PARTIES: Readonly<Partial<Record<LetterKind, readonly Consultation['party'][]>>> = {
  'third-party-consultation': ['third-party'],
  'third-party-notice': ['third-party'],
  'co-maker-consultation': ['co-maker'],
  assistance: ['organ', 'co-maker'],
  'consultation-notice': ['third-party', 'co-maker', 'organ'],
};

/** By its number; by whom it was sent to; else the newest with such a party. */
function consultationMeant(
  { kind, consultation, said: { addressee } }: WantedLetter,
  { facts, history }: OpenedRequest,
): Consultation | null {
  const parties = PARTIES[kind] ?? [];
  const fitting = facts.handling.consultations.filter(({ party }) => parties.includes(party));
  if (consultation !== undefined) {
    return fitting.find((it) => it.consultation === consultation) ?? null;
  }
  if (addressee === undefined) return fitting.at(-1) ?? null;
  const sent = history.filter(
    ({ type, said }) => type === 'OpinionSought' && said['consultee'] === addressee,
  );
  const numbers = sent.map(({ data }) => data['consultation']);
  return fitting.findLast((it) => numbers.includes(it.consultation)) ?? null;
}

/** Everything that the ledger has to say in a document of this kind. */
function ledgerWords(
  kind: LetterKind,
  request: OpenedRequest,
  consultation: Consultation | null,
): Said {
  const { facts, history } = request;
  const { handler } = facts.handling.assigned ?? {};
  const words = {
    ...applicantWords(history),
    handler,
    ...NOTICE_WORDS[kind]?.(request),
    ...consultationWords(kind, history, consultation),
    ...(REPLIES.has(kind) ? replyWords(history) : {}),
  };
  const known = Object.entries(words).filter(([, word]) => typeof word === 'string' && word !== '');
  return Object.fromEntries(known);
}

type Words = Readonly<Partial<Record<LetterWord, unknown>>>;
type History = OpenedRequest['history'];

const APPLICANT_EVENTS = ['RequestArrived', 'RequestRegistered', 'EntryCorrected'];
const APPLICANT_WORDS = [
  'applicant',
  'idNumber',
  'contact',
  'address',
  'agent',
  'description',
  'provision',
] as const;

function applicantWords(history: History): Words {
  const words: Partial<Record<LetterWord, unknown>> = {};
  for (const { type, said } of history) {
    if (!APPLICANT_EVENTS.includes(type)) continue;
    for (const word of APPLICANT_WORDS) if (said[word] !== undefined) words[word] = said[word];
  }
  return words;
}

/** Those of the step that a notice announces, once it is on record. */
const NOTICE_WORDS: Readonly<Partial<Record<LetterKind, (request: OpenedRequest) => Words>>> = {
  'supplement-notice': ({ facts, history }) => {
    const { supplement } = facts.handling;
    if (supplement === null) return {};
    const { matters } = newest(history, 'SupplementRequested');
    return { matters, respondBy: supplement.respondBy };
  },
  'reasons-notice': ({ facts }) => ({ respondBy: facts.handling.reasons?.respondBy }),
  'extension-notice': ({ facts, history }) => {
    const extension = facts.handling.extensions.at(-1);
    if (extension === undefined) return {};
    const { workingDays, approvedBy } = extension;
    const { reason: reasons } = newest(history, 'DeadlineExtended');
    return { workingDays: String(workingDays), approvedBy, reasons, extendedTo: facts.dueOn };
  },
  'delay-notice': ({ facts }) => ({ delayedUntil: facts.handling.delayedUntil }),
  'fee-notice': ({ facts }) => {
    const { fee } = facts.handling;
    if (fee === null) return {};
    const { method: feeMethod, quantity, amount, payBy } = fee;
    return { feeMethod, quantity: String(quantity), amount: String(amount), payBy };
  },
};

function consultationWords(kind: LetterKind, history: History, meant: Consultation | null): Words {
  if (meant === null || kind === 'consultation-notice') return {};
  const of = history.filter(({ data }) => data['consultation'] === meant.consultation);
  const { consultee, matter } = newest(of, 'OpinionSought');
  if (kind !== 'third-party-notice') return { addressee: consultee, matter };
  const { reasons } = newest(of, 'ThirdPartyInformed');
  return { addressee: consultee, reasons };
}

/** The kinds that say what was decided, or is to be. */
const REPLIES: ReadonlySet<LetterKind> = new Set([
  'grant',
  'partial-grant',
  'denial',
  'not-responsible',
  'need-creation',
  'unclear',
  'not-a-request',
  'mass-repeat',
  'reconfirm',
  'review-sheet',
]);

function replyWords(history: History): Words {
  const made = history.findLast(({ type }) => ['ReplyDecided', 'RedecisionMade'].includes(type));
  const { content, reasons } = made?.said ?? {};
  return { content, reasons };
}

function newest(history: History, type: string): History[number]['said'] {
  return history.findLast((event) => event.type === type)?.said ?? {};
}
