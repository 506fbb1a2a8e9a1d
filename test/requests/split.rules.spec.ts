import { isRefusal } from '../../src/kernel/decider.js';
import type { RegisterRequest } from '../../src/requests/domain/receipt.rules.js';
import { requestDecider } from '../../src/requests/domain/request.decider.js';
import { splitRequest, type SplitRequest } from '../../src/requests/domain/split.rules.js';
import * as step from '../support/builders/procedure.js';
import { registerRequest } from '../support/builders/requests.js';
import { defaultTerms } from '../support/calendar.js';

const split = (sealed: Readonly<Record<string, string>>): SplitRequest => ({
  type: 'SplitRequest',
  data: { agencyId: 'jia', number: '2025-0042', parts: Object.keys(sealed) },
  sealed,
  today: '2025-06-30',
});
const TWO = split({ '2025-0043': '某地块的批复', '2025-0044': '某道路的批复' });
const ENTERED = { coApplicantKinds: ['business'], agent: { mandate: false } } as const;
const ONE_MATTER = '台账规则：一事一申请，拆分的各件分别登记、分别计数';
const WHO = { applicant: '张三', agent: '钱律师', description: '两份批复', remarks: '急' };

describe('SplitRequest 拆分', () => {
  it('registers each part with the day, the channel and the applicant of the original', () => {
    const { facts } = step.taking([registerRequest()]);
    const parts = splitRequest(TWO, facts, ENTERED, WHO);
    if ('refused' in parts) throw new Error(parts.refused);
    expect(parts.map(({ data }) => data.number)).toEqual(['2025-0043', '2025-0044']);
    const [first] = parts;
    expect(first).toStrictEqual({
      type: 'RegisterRequest',
      today: '2025-06-30',
      data: {
        ...{ agencyId: 'jia', number: '2025-0043', splitFrom: '2025-0042', kindStated: true },
        ...{ receivedOn: facts.receivedOn, channel: facts.channel },
        ...{ applicantKind: facts.applicantKind, ...ENTERED },
      },
      sealed: { ...WHO, description: '某地块的批复' },
    });
    const registered = requestDecider(defaultTerms()).decide(first!, null);
    expect(isRefusal(registered) ? registered.refused : registered[0]?.type).toBe(
      'RequestRegistered',
    );
  });

  it('names no further applicant and no agent in the parts, where the original named none', () => {
    const { facts } = step.taking([registerRequest()]);
    const [first] = splitRequest(TWO, facts, {}, WHO) as readonly RegisterRequest[];
    expect(first?.data).toStrictEqual({
      ...{ agencyId: 'jia', number: '2025-0043', splitFrom: '2025-0042', kindStated: true },
      ...{ receivedOn: '2025-03-03', channel: 'counter', applicantKind: 'natural' },
    });
  });

  it.each([
    ['request/description-missing', { ...TWO, sealed: {} }, WHO],
    ['request/applicant-missing', TWO, {}],
  ] as const)(
    'registers no part that lacks what an application must say: %s',
    (refused, of, who) => {
      const { facts } = step.taking([registerRequest()]);
      const [first] = splitRequest(of, facts, {}, who) as readonly RegisterRequest[];
      expect(step.taking([first!]).outcome).toMatchObject({ refused });
    },
  );

  it.each([
    ['not confirmed', [step.arrive()]],
    ['replied to', [registerRequest(), step.decide()]],
    ['closed', [registerRequest(), step.decide(), step.serve()]],
    ['withdrawn', [registerRequest(), step.withdraw()]],
    ['merged', [registerRequest(), step.merge()]],
  ])('is refused of what is %s', (_what, commands) => {
    const { facts } = step.taking(commands);
    expect(splitRequest(TWO, facts, {}, WHO)).toStrictEqual({
      refused: 'request/original-not-open',
      basis: ONE_MATTER,
      facts: { number: '2025-0042' },
    });
  });

  it('is refused of what was never registered, into nothing, and into one number twice', () => {
    const { facts } = step.taking([registerRequest()]);
    const refusedOf = (command: SplitRequest, original: typeof facts | null) =>
      splitRequest(command, original, {}, WHO);
    expect(refusedOf(TWO, null)).toMatchObject({ refused: 'request/not-registered' });
    const missing = { refused: 'request/parts-missing', basis: ONE_MATTER };
    expect(refusedOf(split({}), facts)).toStrictEqual(missing);
    expect(refusedOf(split({ '2025-0042': '甲' }), facts)).toStrictEqual({
      refused: 'request/part-number-twice',
      basis: ONE_MATTER,
      facts: { number: '2025-0042' },
    });
  });
});
