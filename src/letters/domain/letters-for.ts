import type { Outcome } from '../../requests/domain/request.events.js';
import { closureOf, type RequestFacts } from '../../requests/domain/request.facts.js';
import { LETTER_KINDS, type LetterKind } from './letter.events.js';

/** The documents that the facts of a request call for or allow, in the order of its life. */
export function lettersFor(request: RequestFacts): readonly LetterKind[] {
  if (request.voidedOn !== null) return [];
  // 更正申请 (第41条) asks for no information, so none of the answers fits it.
  if (request.recordCorrection !== null) return FORMS_OF_EVERY_KIND;
  return LETTER_KINDS.filter((kind) => ALLOWED[kind](request));
}

const FORMS_OF_EVERY_KIND: readonly LetterKind[] = ['registration-form', 'service-record'];

type Allowed = (request: RequestFacts) => boolean;

/**
 * A notice may be printed before the step it announces is on record, because it must be served
 * first, and again while that step is the newest.
 */
const ALLOWED: Readonly<Record<LetterKind, Allowed>> = {
  'registration-form': () => true,
  receipt: ({ receivedOn }) => receivedOn !== null,
  // Once and only once (第30条): none after the supplement has come.
  'supplement-notice': (it) => isOpen(it) && (it.handling.supplement?.receivedOn ?? null) === null,
  'reasons-notice': (it) => isOpen(it) && (it.handling.reasons?.found ?? null) === null,
  // One extension in all is told in one notice; twenty working days are the limit (第33条第2款).
  'extension-notice': isOpen,
  'delay-notice': (it) => isOpen(it) && it.handling.reasons?.found === 'reasonable',
  'third-party-consultation': isOpen,
  'consultation-notice': isOpen,
  'third-party-notice': (it) =>
    it.handling.consultations.some(
      ({ party, opinion }) => party === 'third-party' && opinion === 'objects',
    ),
  'co-maker-consultation': isOpen,
  assistance: isOpen,
  'fee-notice': (it) => isOpen(it) && (it.handling.fee?.paidOn ?? null) === null,
  grant: decided('granted'),
  'partial-grant': decided('partly_granted'),
  denial: decided(
    'denied_state_secret',
    'denied_law_forbidden',
    'denied_security_stability',
    'denied_third_party',
    'denied_internal_affairs',
    'denied_process_info',
    'denied_enforcement_file',
  ),
  'not-existing': notHeld('not-existing'),
  'not-responsible': notHeld('not-responsible'),
  'need-creation': decided('unable_need_creation'),
  unclear: decided('unable_unclear'),
  'not-a-request': decided('reject_petition'),
  publication: decided('reject_publication'),
  repeat: decided('reject_repeat'),
  'mass-repeat': decided('reject_mass_repeat'),
  reconfirm: decided('reject_reconfirm'),
  'admin-query': decided('denied_admin_query'),
  'lapse-supplement': decided('other_no_correction'),
  'lapse-payment': decided('other_no_payment'),
  termination: (it) => closureOf(it)?.outcome === 'other_misc',
  'service-record': ({ receivedOn }) => receivedOn !== null,
  'review-sheet': ({ receivedOn, withdrawnOn }) => receivedOn !== null && withdrawnOn === null,
};

/** The newest decision: that of the newest new round which has one, else the first reply. */
export function outcomeOf({ outcome, redecisions }: RequestFacts): Outcome | null {
  return redecisions.findLast((it) => it.outcome !== null)?.outcome ?? outcome;
}

/** Received, and neither decided nor ended; so is a new round until it is decided. */
function isOpen({
  receivedOn,
  outcome,
  withdrawnOn,
  mergedOn,
  redecisions,
}: RequestFacts): boolean {
  if (receivedOn === null || withdrawnOn !== null || mergedOn !== null) return false;
  const round = redecisions.at(-1);
  return round === undefined ? outcome === null : round.outcome === null;
}

function decided(...outcomes: readonly Outcome[]): Allowed {
  return (request) => {
    const outcome = request.withdrawnOn === null ? outcomeOf(request) : null;
    return outcome !== null && outcomes.includes(outcome);
  };
}

/** One row of the form holds both; where nobody said which, either may be issued. */
function notHeld(because: 'not-existing' | 'not-responsible'): Allowed {
  const isNotHeld = decided('unable_not_held');
  return (request) =>
    isNotHeld(request) && (request.notHeldBecause === null || request.notHeldBecause === because);
}
