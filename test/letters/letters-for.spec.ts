import { LETTER_KINDS, type LetterKind } from '../../src/letters/domain/letter.events.js';
import { lettersFor } from '../../src/letters/domain/letters-for.js';
import type { Outcome } from '../../src/requests/domain/request.events.js';
import { OUTCOMES } from '../../src/requests/domain/request.events.js';
import type { RequestFacts } from '../../src/requests/domain/request.facts.js';
import { letterCase, REQUEST } from '../support/letters/letter-cases.js';

const decided = (outcome: Outcome): RequestFacts => ({
  ...REQUEST,
  outcome,
  decidedOn: '2026-03-25',
});
const handled = (handling: Partial<RequestFacts['handling']>): RequestFacts => ({
  ...REQUEST,
  handling: { ...REQUEST.handling, ...handling },
});
const NOTICES: readonly LetterKind[] = [
  'supplement-notice',
  'reasons-notice',
  'extension-notice',
  'third-party-consultation',
  'consultation-notice',
  'co-maker-consultation',
  'assistance',
  'fee-notice',
];
const REPLY_OF: Readonly<Record<Outcome, readonly LetterKind[]>> = {
  granted: ['grant'],
  partly_granted: ['partial-grant'],
  denied_state_secret: ['denial'],
  denied_law_forbidden: ['denial'],
  denied_security_stability: ['denial'],
  denied_third_party: ['denial'],
  denied_internal_affairs: ['denial'],
  denied_process_info: ['denial'],
  denied_enforcement_file: ['denial'],
  denied_admin_query: ['admin-query'],
  unable_not_held: ['not-existing', 'not-responsible'],
  unable_need_creation: ['need-creation'],
  unable_unclear: ['unclear'],
  reject_petition: ['not-a-request'],
  reject_repeat: ['repeat'],
  reject_publication: ['publication'],
  reject_mass_repeat: ['mass-repeat'],
  reject_reconfirm: ['reconfirm'],
  other_no_correction: ['lapse-supplement'],
  other_no_payment: ['lapse-payment'],
  other_misc: ['termination'],
};
const FORMS: readonly LetterKind[] = [
  'registration-form',
  'receipt',
  'service-record',
  'review-sheet',
];

describe('lettersFor 可以制发的文书', () => {
  it.each(LETTER_KINDS)('allows %s in its sample case', (kind) => {
    expect(lettersFor(letterCase(kind).request)).toContain(kind);
  });

  it('allows the notices while the request is open, and no reply before a decision', () => {
    const allowed = lettersFor(REQUEST);
    expect(allowed.filter((it) => !FORMS.includes(it))).toStrictEqual(NOTICES);
  });

  it.each(OUTCOMES)('allows for %s its own reply and no other, and no notice more', (outcome) => {
    const allowed = lettersFor(decided(outcome));
    expect(allowed.filter((it) => !FORMS.includes(it))).toStrictEqual(REPLY_OF[outcome]);
  });

  it.each([
    ['not-existing', 'not-responsible'],
    ['not-responsible', 'not-existing'],
  ] as const)('tells %s from %s where the decision does', (because, other) => {
    const allowed = lettersFor({ ...decided('unable_not_held'), notHeldBecause: because });
    expect(allowed).toContain(because);
    expect(allowed).not.toContain(other);
  });

  it('allows 补正告知 once and only once: not after the supplement came', () => {
    const asked = { requestedOn: '2026-03-05', respondBy: '2026-03-23' } as const;
    const waiting = handled({ supplement: { ...asked, receivedOn: null } });
    const come = handled({ supplement: { ...asked, receivedOn: '2026-03-18' } });
    expect(lettersFor(waiting)).toContain('supplement-notice');
    expect(lettersFor(come)).not.toContain('supplement-notice');
  });

  it('allows 延迟答复 only after reasons that were found reasonable', () => {
    const asked = { askedOn: '2026-03-05', respondBy: '2026-03-23' } as const;
    for (const found of [null, 'unreasonable', 'none', 'reasonable'] as const) {
      const allowed = lettersFor(handled({ reasons: { ...asked, found } }));
      expect(allowed.includes('delay-notice')).toBe(found === 'reasonable');
      expect(allowed.includes('reasons-notice')).toBe(found === null);
    }
  });

  it('tells a third party of the disclosure only where it has objected', () => {
    const [consultation] = letterCase('third-party-notice').request.handling.consultations;
    for (const opinion of [null, 'consents', 'silent', 'objects'] as const) {
      const allowed = lettersFor(handled({ consultations: [{ ...consultation!, opinion }] }));
      expect(allowed.includes('third-party-notice')).toBe(opinion === 'objects');
    }
    const organ = { ...consultation!, party: 'organ', opinion: 'objects' } as const;
    expect(lettersFor(handled({ consultations: [organ] }))).not.toContain('third-party-notice');
  });

  it('asks no fee again once it was paid', () => {
    const { fee } = letterCase('lapse-payment').request.handling;
    expect(lettersFor(handled({ fee }))).toContain('fee-notice');
    expect(lettersFor(handled({ fee: { ...fee!, paidOn: '2026-03-12' } }))).not.toContain(
      'fee-notice',
    );
  });

  it('allows only the ending when the request was withdrawn, whatever had been decided', () => {
    const withdrawn: RequestFacts = { ...decided('granted'), withdrawnOn: '2026-03-26' };
    expect(lettersFor(withdrawn)).toStrictEqual([
      'registration-form',
      'receipt',
      'termination',
      'service-record',
    ]);
  });

  it('allows nothing but the form of a request whose receipt is not confirmed', () => {
    expect(lettersFor({ ...REQUEST, receivedOn: null })).toStrictEqual(['registration-form']);
  });

  it('allows nothing of a voided registration', () => {
    expect(lettersFor({ ...REQUEST, voidedOn: '2026-03-26' })).toStrictEqual([]);
  });

  it('allows the forms of a 更正申请, which asks for no information', () => {
    const asked = { outcome: 'corrected', decidedOn: '2026-03-20' } as never;
    expect(lettersFor({ ...REQUEST, recordCorrection: asked })).toStrictEqual([
      'registration-form',
      'service-record',
    ]);
  });

  it('opens again for a new decision that was ordered, and goes by that decision', () => {
    const ordered = {
      by: 'reconsideration',
      caseNumber: '定政复〔2026〕3号',
      orderedOn: '2026-05-06',
      dueOn: '2026-06-03',
      outcome: null,
      decidedOn: null,
      servedOn: null,
    } as const;
    const open = { ...decided('granted'), redecisions: [ordered] };
    expect(lettersFor(open)).toEqual(expect.arrayContaining([...NOTICES]));
    const made = { ...ordered, outcome: 'partly_granted', decidedOn: '2026-05-20' } as const;
    const again = lettersFor({ ...decided('granted'), redecisions: [made] });
    expect(again).toContain('partial-grant');
    expect(again).not.toContain('grant');
    expect(again).not.toContain('fee-notice');
  });

  it('allows only the ending of a request that was merged into another', () => {
    const merged: RequestFacts = { ...REQUEST, mergedInto: '2026-11', mergedOn: '2026-03-20' };
    expect(lettersFor(merged)).not.toContain('fee-notice');
    expect(lettersFor(merged)).toContain('termination');
  });
});
