import type { AgencyRow } from '../../../projections/agency-directory.projection.js';
import { agencyDecider } from '../../../src/agencies/domain/agency.decider.js';
import { agencyFacts } from '../../../src/agencies/domain/agency.events.js';
import { isRefusal, type Refusal } from '../../../src/kernel/decider.js';
import { CommandRefused } from '../../../src/ledger/command-refused.js';
import { compileLetter } from '../../../src/letters/compile-letter.js';
import { letterDecider, type LetterCommand } from '../../../src/letters/domain/letter.decider.js';
import type { LetterEvent, LetterKind } from '../../../src/letters/domain/letter.events.js';
import type { Said } from '../../../src/letters/domain/letter-facts.js';
import { agencyEstablished } from '../builders/agencies.js';
import { cancelLetter, issueLetter, letterCancelled, letterIssued } from '../builders/letters.js';
import { REQUEST } from './letter-cases.js';

/** The refusal that a document meets of an open request of 张三. */
function compileRefusal(kind: LetterKind, said: Said = {}): Refusal {
  const agency: AgencyRow = agencyFacts(null, agencyEstablished());
  const registered = {
    type: 'RequestRegistered',
    data: {},
    said: { applicant: '张三', description: '某项目的批复' },
  };
  const request = { stream: 'request-jia-2026-12', facts: REQUEST, history: [registered] };
  const wanted = { agencyId: 'jia', requestNumber: '2026-12', kind, said };
  try {
    compileLetter(wanted, request, agency, '2026-03-26');
  } catch (error) {
    if (error instanceof CommandRefused) return error.refusal;
  }
  throw new Error(`${kind} was not refused`);
}

function decided(command: LetterCommand, ...history: readonly LetterEvent[]): Refusal {
  const letters = history.reduce(letterDecider.evolve, letterDecider.initialState);
  const outcome = letterDecider.decide(command, letters);
  if (!isRefusal(outcome)) throw new Error(`${command.type} was not refused`);
  return outcome;
}

function prefixRefused(letterPrefix: string): Refusal {
  const data = { agencyId: 'jia', letterPrefix };
  const command = { type: 'AdoptLetterRules', data, today: '2025-06-30' } as const;
  const outcome = agencyDecider.decide(command, agencyFacts(null, agencyEstablished()));
  if (!isRefusal(outcome)) throw new Error('the prefix was not refused');
  return outcome;
}

/** Each refusal as it is really met. */
export const LETTER_REFUSALS = {
  'agency/letter-prefix-unusable': prefixRefused('甲局〔公开〕'),
  'letter/number-taken': decided(issueLetter(1), letterIssued(1)),
  'letter/not-issued': decided(cancelLetter(1)),
  'letter/cancel-reason-missing': decided(cancelLetter(1, ''), letterIssued(1)),
  'letter/already-cancelled': decided(cancelLetter(1), letterIssued(1), letterCancelled(1)),
  'letter/not-in-this-state': compileRefusal('grant'),
  'letter/particular-missing': compileRefusal('fee-notice'),
  'letter/word-unusable': compileRefusal('supplement-notice', { respondBy: '2025-02-30' }),
  'letter/differs-from-ledger': compileRefusal('receipt', { applicant: '李四' }),
} as const;
