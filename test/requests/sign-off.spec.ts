import { signOffDecider } from '../../src/requests/domain/sign-off.decider.js';
import { signOffFacts, type SignOffEvent } from '../../src/requests/domain/sign-off.events.js';
import { specification } from '../support/specification.js';
import {
  answer,
  answered,
  seek,
  seekExtension,
  sought,
  takeBack,
} from '../support/builders/sign-offs.js';

const given = specification(signOffDecider);
const BOTH = '台账规则：送签和批示是两个人的事';
const CLEAR = '台账规则：查阅、封存、销毁个人信息，写明是谁、为什么，且不写申请人的信息';

const factsOf = (...events: readonly SignOffEvent[]) =>
  events.reduce<ReturnType<typeof signOffFacts> | null>(signOffFacts, null);

describe('SeekSignOff 送签', () => {
  it('puts before the head what is proposed, and why', () => {
    const { open: _open, ...data } = seek().data;
    given().when(seek()).then({ type: 'SignOffSought', occurredOn: '2025-03-20', data });
  });

  it('takes a result for a reply, days for an extension, and never both', () => {
    const { open: _open, ...data } = seekExtension().data;
    const event = { type: 'SignOffSought', occurredOn: '2025-03-20', data } as const;
    given().when(seekExtension()).then(event);
    for (const wrong of [seek({ workingDays: 5 }), seekExtension({ outcome: 'granted' })]) {
      const article = wrong.data.matter === 'reply' ? 36 : 33;
      const basis = `《条例》第${String(article)}条`;
      given().when(wrong).thenRefused('sign-off/incomplete', undefined, basis);
    }
    const { outcome: _outcome, ...nothing } = seek().data;
    given()
      .when({ ...seek(), data: nothing })
      .thenRefused('sign-off/incomplete');
    const { workingDays: _days, ...noDays } = seekExtension().data;
    given()
      .when({ ...seekExtension(), data: noDays })
      .thenRefused('sign-off/incomplete');
  });

  it('waits for the answer to the last one of the same matter', () => {
    given(sought()).when(seek()).thenRefused('sign-off/already-sought', { on: '2025-03-20' });
    const { open: _open, ...data } = seek().data;
    const again = { type: 'SignOffSought', occurredOn: '2025-03-20', data } as const;
    given(sought(), answered({ opinion: 'objects', reason: '改为部分公开' }))
      .when(seek())
      .then(again);
    const { open: _also, ...days } = seekExtension().data;
    const beside = { type: 'SignOffSought', occurredOn: '2025-03-20', data: days } as const;
    given(sought()).when(seekExtension()).then(beside);
  });

  it('is for a request that is open, by somebody, for a reason that names nobody', () => {
    given()
      .when(seek({ open: false }))
      .thenRefused('sign-off/request-not-open');
    given()
      .when(seek({ by: ' ' }))
      .thenRefused('request/person-missing');
    given()
      .when(seek({ reason: ' ' }))
      .thenRefused('request/purpose-missing');
    given()
      .when(seek({ reason: '请联系13812345678' }))
      .thenRefused('request/personal-data-in-clear', undefined, CLEAR);
  });
});

describe('AnswerSignOff 批示', () => {
  it('agrees, or objects with what is to be changed', () => {
    given(sought()).when(answer()).then(answered());
    const objecting = { opinion: 'objects', reason: '改为部分公开' } as const;
    given(sought()).when(answer(objecting)).then(answered(objecting));
    given(sought())
      .when(answer({ opinion: 'objects' }))
      .thenRefused('sign-off/reason-missing', undefined, '《条例》第36条');
  });

  it('is of somebody else than who asked, however the name is spelt', () => {
    given(sought())
      .when(answer({ by: '李 科员' }))
      .thenRefused('sign-off/same-person', { by: '李 科员' }, BOTH);
  });

  it('needs something that was sought and not answered', () => {
    given().when(answer()).thenRefused('sign-off/not-sought', undefined, '《条例》第36条');
    given(sought(), answered()).when(answer()).thenRefused('sign-off/not-sought');
    given(sought())
      .when(answer({ matter: 'extension' }))
      .thenRefused('sign-off/not-sought', undefined, '《条例》第33条');
  });
});

describe('TakeBackSignOff 撤回送签', () => {
  it('takes back what was not answered yet', () => {
    const { data } = takeBack();
    given(sought())
      .when(takeBack())
      .then({ type: 'SignOffTakenBack', occurredOn: '2025-03-21', data });
    given(sought(), answered()).when(takeBack()).thenRefused('sign-off/not-sought');
  });
});

describe('送签登记', () => {
  it('keeps the newest of each matter with its answer', () => {
    const facts = factsOf(sought(), answered({ reason: '照办' }));
    expect(facts).toStrictEqual({
      agencyId: 'jia',
      number: '2025-0042',
      matters: [
        {
          ...{ matter: 'reply', outcome: 'granted', reason: '拟予公开' },
          ...{ soughtBy: '李科员', soughtOn: '2025-03-20' },
          answer: { opinion: 'agrees', by: '王主任', on: '2025-03-21', reason: '照办' },
        },
      ],
    });
    const { data } = takeBack();
    const back = { type: 'SignOffTakenBack', occurredOn: '2025-03-21', data } as const;
    expect(factsOf(sought(), back)?.matters).toEqual([]);
  });
});
