import type { Refusal } from '../../../src/kernel/decider.js';
import { KEY_LOST, ON_ERASURE_LIST } from '../../../src/requests/applicant.js';
import { requestDecider } from '../../../src/requests/domain/request.decider.js';
import { requestFacts, type RequestFacts } from '../../../src/requests/domain/request.facts.js';
import { splitRequest, type SplitRequest } from '../../../src/requests/domain/split.rules.js';
import { defaultTerms } from '../calendar.js';
import * as personal from './personal-data.js';
import { refusedBy } from './refused-by.js';
import * as request from './requests.js';

export function requestRefusals() {
  const refusal = refusedBy(requestDecider(defaultTerms()));
  const { registerRequest, decideRequest, serveReply, withdrawRequest, correctEntry } = request;
  const registered = request.requestRegistered();
  const decided = request.replyDecided('granted', '2025-03-17');
  const withdrawn = request.requestWithdrawn('2025-03-10');
  const ended = request.replyDecided('other_misc', '2025-03-17');
  return {
    'request/number-missing': refusal(registerRequest({ number: '' })),
    'request/applicant-missing': refusal(registerRequest({ sealed: { applicant: '' } })),
    'request/description-missing': refusal(registerRequest({ sealed: { description: '' } })),
    'request/already-registered': refusal(registerRequest(), registered),
    'request/not-registered': refusal(serveReply('2025-03-18')),
    'request/date-in-future': refusal(decideRequest('granted', '2025-07-01'), registered),
    'request/before-receipt': refusal(decideRequest('granted', '2025-03-02'), registered),
    'request/already-decided': refusal(decideRequest('granted', '2025-03-18'), registered, decided),
    'request/not-decided': refusal(serveReply('2025-03-18'), registered),
    'request/served-before-decided': refusal(serveReply('2025-03-16'), registered, decided),
    'request/already-closed': refusal(withdrawRequest('2025-03-11'), registered, withdrawn),
    'request/nothing-to-correct': refusal(correctEntry({}), registered),
    'request/correction-reason-missing': refusal(correctEntry({}, { reason: '' }), registered),
    'request/correction-of-nothing': refusal(correctEntry({ decidedOn: '2025-03-17' }), registered),
    'request/correction-out-of-order': refusal(
      correctEntry({ receivedOn: '2025-07-01' }),
      registered,
    ),
    'request/correction-reopens': refusal(correctEntry({ outcome: 'granted' }), registered, ended),
    'request/voided': refusal(
      decideRequest('granted', '2025-03-17'),
      ...[registered, request.entryVoided('registration')],
    ),
    'request/void-reason-missing': refusal(request.voidEntry('registration', ''), registered),
    'request/nothing-to-void': refusal(request.voidEntry('service'), registered),
    ...personalDataRefusals(),
  };
}

function personalDataRefusals() {
  const refusal = refusedBy(requestDecider(defaultTerms()));
  const registered = request.requestRegistered();
  const closed = [registered, request.requestWithdrawn('2025-03-10')];
  const proposed = [...closed, personal.erasureProposed()];
  const { restrictProcessing, proposeErasure } = personal;
  return {
    'request/person-missing': refusal(restrictProcessing({ by: '' }), registered),
    'request/purpose-missing': refusal(restrictProcessing({ reason: '' }), registered),
    'request/personal-data-in-clear': refusal(
      restrictProcessing({ reason: '13812345678' }),
      registered,
    ),
    'request/already-erased': refusal(
      personal.viewPersonalData(),
      ...[...proposed, personal.personalDataErased()],
    ),
    'request/not-closed': refusal(proposeErasure(), registered),
    'request/appeal-pending': refusal(proposeErasure({ underAppeal: true }), ...closed),
    'request/retention-not-over': refusal(proposeErasure({ today: '2025-06-30' }), ...closed),
    'request/erasure-not-proposed': refusal(personal.approveErasure(), ...closed),
    'request/same-person': refusal(personal.approveErasure({ by: '王科员' }), ...proposed),
    'request/restricted': refusal(
      personal.viewPersonalData(),
      ...[registered, personal.processingRestricted()],
    ),
    'request/not-restricted': refusal(personal.liftRestriction(), registered),
    'request/key-lost': KEY_LOST,
    'request/on-erasure-list': ON_ERASURE_LIST,
  };
}

export function splitRefusals() {
  const open = requestFacts(null, request.requestRegistered());
  const closed = requestFacts(open, request.requestWithdrawn('2025-03-10'));
  const refusal = (original: RequestFacts, ...parts: readonly string[]): Refusal => {
    const data = { agencyId: 'jia', number: '2025-0042', parts };
    const command: SplitRequest = { type: 'SplitRequest', data, sealed: {}, today: '2025-06-30' };
    const outcome = splitRequest(command, original, {}, {});
    if (!('refused' in outcome)) throw new Error('the split was not refused');
    return outcome;
  };
  return {
    'request/original-not-open': refusal(closed, '2025-0043'),
    'request/parts-missing': refusal(open),
    'request/part-number-twice': refusal(open, '2025-0043', '2025-0043'),
  };
}
