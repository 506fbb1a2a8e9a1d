import { REVIEWS } from '../../src/agencies/domain/procedure-rules.events.js';
import {
  CONSULTED_PARTIES,
  CONTACT_WAYS,
  FEE_METHODS,
  OPINIONS,
  REASONS_FOUND,
  SUPPLEMENT_GROUNDS,
} from '../../src/requests/domain/handling.events.js';
import * as label from '../../src/requests/domain/handling-labels.js';
import { CARRIERS } from '../../src/requests/domain/reply.rules.js';
import { NOT_HELD_BECAUSE, REDECISION_ORDERERS } from '../../src/requests/domain/request.events.js';
import { REQUEST_STATUSES } from '../../src/requests/domain/request-status.js';

type Words = Readonly<Record<string, readonly string[]>>;
type From = (word: string) => string | undefined;

const LISTS: readonly (readonly [string, readonly string[], Words, From])[] = [
  ['联系方式', CONTACT_WAYS, label.CONTACT_WAY_LABELS, label.contactWayFrom],
  ['补正事由', SUPPLEMENT_GROUNDS, label.SUPPLEMENT_GROUND_LABELS, label.supplementGroundFrom],
  ['征求谁的意见', CONSULTED_PARTIES, label.CONSULTED_PARTY_LABELS, label.consultedPartyFrom],
  ['意见', OPINIONS, label.OPINION_LABELS, label.opinionFrom],
  ['理由的结论', REASONS_FOUND, label.REASONS_FOUND_LABELS, label.reasonsFoundFrom],
  ['计费方式', FEE_METHODS, label.FEE_METHOD_LABELS, label.feeMethodFrom],
  ['审查', REVIEWS, label.REVIEW_LABELS, label.reviewFrom],
  ['审查意见', label.REVIEW_OPINIONS, label.REVIEW_OPINION_LABELS, label.reviewOpinionFrom],
  ['不掌握的原因', NOT_HELD_BECAUSE, label.NOT_HELD_LABELS, label.notHeldFrom],
  ['由谁寄送', CARRIERS, label.CARRIER_LABELS, label.carrierFrom],
  ['由谁责令', REDECISION_ORDERERS, label.REDECISION_ORDERER_LABELS, label.redecisionOrdererFrom],
];

describe.each(LISTS)('the words of %s', (_what, choices, words, from) => {
  it('mean one thing each, and are known by identifier and by word', () => {
    const written = Object.values(words).flat();
    expect(new Set(written).size).toBe(written.length);
    for (const choice of choices) {
      expect([choice, ...(words[choice] ?? [])].map(from)).toStrictEqual(
        [choice, ...(words[choice] ?? [])].map(() => choice),
      );
    }
  });

  it('know no other word', () => {
    expect(['', '没有这个', 'constructor'].map(from)).toStrictEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

it('call each state by a name of its own', () => {
  const names = REQUEST_STATUSES.map((status) => label.REQUEST_STATUS_LABELS[status]);
  expect(new Set(names).size).toBe(REQUEST_STATUSES.length);
  for (const name of names) expect(name).toMatch(/^\p{Script=Han}/u);
});
