import type { CheckId } from '../../../src/annual-reports/domain/checks.events.js';
import { OUTCOMES, type Outcome } from '../../../src/requests/domain/request.events.js';
import type { LedgerEvent } from '../../../src/read-models/recorded-events.js';
import { letterIssued } from '../builders/letters.js';
import { due, event } from '../builders/procedure.js';
import { replyDecided, replyServed, requestRegistered } from '../builders/requests.js';
import {
  counted,
  found,
  lastYear,
  misprinted,
  paper,
  saying,
  type CheckExample,
} from './example.js';

const NUMBER = '2025-0042';

/** One request received on 2025-03-03 that ended with a result in the same month. */
function ended(outcome: Outcome, ...between: readonly LedgerEvent[]): readonly LedgerEvent[] {
  const decided = replyDecided(outcome, '2025-03-20');
  return [requestRegistered(), ...between, decided, replyServed('2025-03-21')];
}

/** Another, number 7. */
function another(outcome: Outcome): readonly LedgerEvent[] {
  const number = '7';
  return [
    requestRegistered({ number }),
    replyDecided(outcome, '2025-03-20', { number }),
    replyServed('2025-03-21', { number }),
  ];
}

const notice = event('SupplementRequested', '2025-03-05', {
  grounds: ['description'],
  respondBy: '2025-03-14',
  due: due(null),
});
const supplied = event('SupplementReceived', '2025-03-10', { due: due('2025-04-07') });
const fee = event('FeeNoticeServed', '2025-03-12', {
  method: 'per-item',
  quantity: 11,
  amount: 400,
  payBy: '2025-04-10',
  due: due(null),
});
const paid = event('FeePaid', '2025-03-18', { amount: 400, due: due('2025-04-10') });
const asked = event('OpinionSought', '2025-03-06', {
  consultation: 1,
  party: 'third-party',
  due: due(null),
});
const SIX = '六、其他需要报告的事项';
const row = (name: string): string => `table3.${name}.total`;

export const TABLE_THREE_EXAMPLES = {
  'T3-01': {
    fires: paper({ 'table3.carried_out.natural': 2 }),
    finds: [
      found('E', '0', '2', [
        ...['table3.new_received.natural', 'table3.carried_in.natural'],
        ...['table3.total.natural', 'table3.carried_out.natural'],
      ]),
    ],
    quiet: paper({ 'table3.carried_in.natural': 2, 'table3.carried_out.natural': 2 }),
  },
  'T3-02': {
    fires: paper({ 'table3.granted.natural': 5, 'table3.other_misc.natural': 1 }),
    finds: [
      found('E', '6', '0', [
        ...OUTCOMES.map((outcome) => `table3.${outcome}.natural`),
        'table3.total.natural',
      ]),
    ],
    quiet: counted(ended('granted')),
  },
  'T3-03': {
    fires: paper({ 'table3.granted.legal': 1 }),
    finds: [
      found('E', '1', '0', [
        ...['natural', 'business', 'research', 'ngo', 'legal', 'other', 'total'].map(
          (column) => `table3.granted.${column}`,
        ),
      ]),
    ],
    quiet: counted(ended('granted')),
  },
  'T3-04': {
    fires: paper({ 'table3.granted.natural': '', 'table3.total.other': ' ／ ' }),
    finds: [
      found('E', '2 格空白或者写了符号', '0 格', ['table3.granted.natural', 'table3.total.other']),
    ],
    quiet: paper({ 'table3.granted.natural': null, 'table3.total.other': '3件' }),
  },
  'T3-05': {
    fires: paper({ 'table3.granted.natural': -1, 'table3.granted.other': '3件' }),
    finds: [
      found('E', '-1', '不小于 0 的整数', ['table3.granted.natural']),
      found('E', '3件', '不小于 0 的整数', ['table3.granted.other']),
    ],
    quiet: paper({ 'table3.granted.natural': 3, 'table3.granted.other': '/' }),
  },
  'T3-06': {
    fires: counted([requestRegistered({ receivedOn: '2024-12-20' })], {
      previous: lastYear({ 'table3.carried_out.total': 1 }),
    }),
    finds: [found('E', '1', '0', ['table3.carried_in.natural'], [NUMBER])],
    quiet: counted([requestRegistered({ receivedOn: '2024-12-20' })]),
  },
  'T3-07': {
    fires: misprinted(ended('granted'), { [row('granted')]: 2 }),
    finds: [found('E', '2', '1', [row('granted')], [NUMBER])],
    quiet: counted(ended('granted')),
  },
  'T3-08': {
    fires: counted([
      event('RequestArrived', '2025-12-30', { applicantKind: 'natural', channel: 'website' }),
      requestRegistered({ number: '7' }),
      replyDecided('granted', '2025-12-30', { number: '7' }),
    ]),
    finds: [
      found('E', `${NUMBER}：2025-12-30 到达`, '没有收到日期', [], [NUMBER]),
      found('E', '7：2025-12-30 答复', '没有送达日期', [], ['7']),
    ],
    quiet: counted([
      event('RequestArrived', '2026-01-02', { applicantKind: 'natural', channel: 'website' }),
      requestRegistered({ number: '7' }),
      replyDecided('granted', '2025-12-30', { number: '7' }),
      replyServed('2026-01-04', { number: '7' }),
    ]),
  },
  'T3-09': {
    fires: counted([requestRegistered({ dueOn: '2025-12-31' })]),
    finds: [found('W', '1 件到期没有办结', '0 件', [row('carried_out')], [NUMBER])],
    quiet: counted([requestRegistered({ dueOn: '2026-01-04' }), ...another('granted')]),
  },
  'T3-10': {
    fires: counted([...ended('unable_not_held'), ...another('unable_not_held')]),
    finds: [found('I', '2 件', '0 件', [row('unable_not_held')], [NUMBER, '7'])],
    quiet: counted([
      requestRegistered(),
      replyDecided('unable_not_held', '2025-03-20', { notHeldBecause: 'not-existing' }),
      replyServed('2025-03-21'),
    ]),
  },
  'T3-11': {
    fires: counted(
      [...ended('granted', fee, paid), ...another('other_no_payment')],
      saying(SIX, '本年度没有收取信息处理费。'),
    ),
    finds: [
      found('E', '7：逾期未缴费不再处理', '没有收费通知', [row('other_no_payment')], ['7']),
      found('E', '第六部分：没有收取信息处理费', '台账：收取 400 元', [], [NUMBER]),
    ],
    quiet: counted(ended('granted', fee, paid), saying(SIX, '全年实际收取信息处理费共计400元。')),
  },
  'T3-12': {
    fires: counted(ended('other_no_correction')),
    finds: [found('W', '1 件', '0 件', [row('other_no_correction')], [NUMBER])],
    quiet: counted(ended('other_no_correction', notice)),
  },
  'T3-13': {
    fires: counted(ended('unable_unclear', notice)),
    finds: [found('W', '1 件', '0 件', [row('unable_unclear')], [NUMBER])],
    quiet: counted(ended('unable_unclear', notice, supplied)),
  },
  'T3-14': {
    fires: counted(ended('denied_third_party')),
    finds: [found('W', '1 件', '0 件', [row('denied_third_party')], [NUMBER])],
    quiet: counted(ended('denied_third_party', asked)),
  },
  'T3-15': {
    fires: counted(ended('reject_repeat')),
    finds: [found('W', '1 件', '0 件', [row('reject_repeat')], [NUMBER])],
    quiet: counted([
      ...ended('reject_repeat'),
      letterIssued(1, { kind: 'repeat', requestNumber: NUMBER }),
    ]),
  },
} as const satisfies Readonly<Record<Extract<CheckId, `T3-${string}`>, CheckExample>>;
