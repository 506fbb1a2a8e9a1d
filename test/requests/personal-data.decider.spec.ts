import { requestDecider } from '../../src/requests/domain/request.decider.js';
import { personSearchDecider } from '../../src/requests/domain/person-search.decider.js';
import type { RequestEvent } from '../../src/requests/domain/request.events.js';
import { closureOf, requestFacts } from '../../src/requests/domain/request.facts.js';
import {
  approveErasure,
  erasureProposed,
  liftRestriction,
  personalDataErased,
  personalDataViewed,
  processingRestricted,
  proposeErasure,
  restrictProcessing,
  restrictionLifted,
  viewPersonalData,
} from '../support/builders/personal-data.js';
import {
  correctEntry,
  decideRequest,
  entryCorrected,
  replyDecided,
  replyServed,
  requestRegistered,
} from '../support/builders/requests.js';
import { defaultTerms } from '../support/calendar.js';
import { specification } from '../support/specification.js';

const given = specification(requestDecider(defaultTerms()));

/** Closed on Tue 2025-03-18; kept for ten years after 2025; looked at in 2036. */
const registered = requestRegistered();
const closed = [registered, replyDecided('granted', '2025-03-17'), replyServed('2025-03-18')];

describe('ProposeErasure 提出销毁个人信息', () => {
  it('is put down with its ground and the day until which the file was to be kept', () => {
    given(...closed)
      .when(proposeErasure())
      .then(erasureProposed());
  });

  it('waits for the last day of the retention period, counted in whole years after the closure', () => {
    given(...closed)
      .when(proposeErasure({ today: '2035-12-31' }))
      .thenRefused('request/retention-not-over', { until: '2035-12-31' });
    given(...closed)
      .when(proposeErasure({ today: '2036-01-01' }))
      .then(erasureProposed({}, '2036-01-01'));
    given(...closed)
      .when(proposeErasure({ retentionYears: 30 }))
      .thenRefused('request/retention-not-over', { until: '2055-12-31' });
  });

  it('comes earlier on another ground with a reason, and on no ground without one', () => {
    const early = { ground: 'unlawful', today: '2025-06-30' } as const;
    given(...closed)
      .when(proposeErasure({ ...early, reason: '误收集' }))
      .then(erasureProposed({ ground: 'unlawful', reason: '误收集' }, '2025-06-30'));
    given(...closed)
      .when(proposeErasure(early))
      .thenRefused('request/retention-not-over', { until: '2035-12-31' });
    given(...closed)
      .when(proposeErasure({ ...early, ground: 'retention-over', reason: '想删' }))
      .thenRefused('request/retention-not-over', { until: '2035-12-31' });
  });

  it('waits for the end of the request, and of every case about it', () => {
    given(registered).when(proposeErasure()).thenRefused('request/not-closed');
    given(...closed)
      .when(proposeErasure({ underAppeal: true }))
      .thenRefused('request/appeal-pending');
  });

  it('adds nothing when the same is asked again; another person, ground or reason replaces it', () => {
    given(...closed, erasureProposed())
      .when(proposeErasure())
      .thenNothing();
    for (const change of [{ ground: 'unlawful' }, { reason: '期满' }] as const) {
      given(...closed, erasureProposed())
        .when(proposeErasure(change))
        .then(erasureProposed(change));
    }
    given(...closed, erasureProposed())
      .when(proposeErasure({ by: '李科员' }))
      .then(erasureProposed({ by: '李科员' }));
  });
});

describe('ApproveErasure 批准销毁个人信息', () => {
  it('names both persons, the ground and the day of the proposal', () => {
    given(...closed, erasureProposed())
      .when(approveErasure())
      .then(personalDataErased());
  });

  it.each(['王科员', ' 王 科员', '王科员　'])('needs a second person: %j is the first', (by) => {
    given(...closed, erasureProposed())
      .when(approveErasure({ by }))
      .thenRefused('request/same-person', { by: '王科员' });
  });

  it('needs a proposal of the entry as it stands: a correction since withdraws it', () => {
    given(...closed)
      .when(approveErasure())
      .thenRefused('request/erasure-not-proposed');
    given(...closed, erasureProposed(), entryCorrected({ servedOn: '2025-03-19' }))
      .when(approveErasure())
      .thenRefused('request/erasure-not-proposed');
  });

  it('happens once, and nothing can be done with the person afterwards', () => {
    const erased = given(...closed, erasureProposed(), personalDataErased());
    const on = { on: '2036-02-01' };
    for (const command of [
      approveErasure(),
      proposeErasure(),
      viewPersonalData(),
      restrictProcessing(),
      liftRestriction(),
      correctEntry({ channel: 'fax' }, { today: '2036-02-02' }),
    ]) {
      erased.when(command).thenRefused('request/already-erased', on);
    }
  });
});

describe('RestrictProcessing 封存', () => {
  it('ends by LiftRestriction, and either happens once at a time', () => {
    given(registered).when(restrictProcessing()).then(processingRestricted());
    given(registered, processingRestricted())
      .when(restrictProcessing())
      .thenRefused('request/restricted');
    given(registered, processingRestricted()).when(liftRestriction()).then(restrictionLifted());
    given(registered).when(liftRestriction()).thenRefused('request/not-restricted');
    given(registered, processingRestricted(), restrictionLifted())
      .when(restrictProcessing())
      .then(processingRestricted());
  });

  it('stops viewing and correcting, not the answer and not the erasure', () => {
    const restricted = given(registered, processingRestricted());
    restricted.when(viewPersonalData()).thenRefused('request/restricted');
    restricted.when(correctEntry({ channel: 'fax' })).thenRefused('request/restricted');
    restricted
      .when(decideRequest('granted', '2025-03-17'))
      .then(replyDecided('granted', '2025-03-17'));
    given(...closed, processingRestricted())
      .when(proposeErasure())
      .then(erasureProposed());
  });
});

describe('ViewPersonalData 查阅个人信息', () => {
  it('is put down every time, with the purpose', () => {
    given(registered).when(viewPersonalData()).then(personalDataViewed());
    given(registered, personalDataViewed()).when(viewPersonalData()).then(personalDataViewed());
  });
});

describe('what stays in the clear', () => {
  it.each([
    [' ', 'request/purpose-missing'],
    ['致电13812345678', 'request/personal-data-in-clear'],
  ] as const)('refuses the purpose %j of a viewing', (purpose, code) => {
    given(registered).when(viewPersonalData({ purpose })).thenRefused(code);
  });

  it.each([
    ['nobody', { by: ' ' }, 'request/person-missing'],
    ['no reason', { reason: ' ' }, 'request/purpose-missing'],
    ['an ID number', { reason: '删除330902199001011234的信息' }, 'request/personal-data-in-clear'],
    ['a mobile number', { reason: '本人13812345678来电' }, 'request/personal-data-in-clear'],
    ['a number as a name', { by: '13812345678' }, 'request/personal-data-in-clear'],
  ] as const)('refuses %s', (_, change, code) => {
    given(registered).when(restrictProcessing(change)).thenRefused(code);
  });

  it('asks a proposal for no reason, but for one that says something where it is given', () => {
    given(...closed)
      .when(proposeErasure({ reason: ' ' }))
      .thenRefused('request/purpose-missing');
  });

  it.each(['核对2025-03-05收到的申请', '示政办发〔2021〕7号、20210305'])('takes %j', (reason) => {
    given(registered).when(restrictProcessing({ reason })).then(processingRestricted({ reason }));
  });
});

describe('SearchPerson 按证件号码查找', () => {
  const data = { agencyId: 'jia', by: '王科员', purpose: '本人来查', found: 0 };
  const search = (change: Partial<typeof data> = {}) =>
    ({ type: 'SearchPerson', data: { ...data, ...change }, today: '2025-06-30' }) as const;

  it('is put down, found or not, and needs a person and a purpose', () => {
    const searched = { type: 'PersonSearched', occurredOn: '2025-06-30', data } as const;
    specification(personSearchDecider)().when(search()).then(searched);
    specification(personSearchDecider)(searched).when(search()).then(searched);
    specification(personSearchDecider)()
      .when(search({ purpose: '' }))
      .thenRefused('request/purpose-missing');
  });
});

it('no figure can depend on any of it: the row that is counted stays as it was', () => {
  const after: RequestEvent[] = [
    ...closed,
    personalDataViewed(),
    processingRestricted(),
    restrictionLifted(),
    erasureProposed(),
    personalDataErased(),
  ];
  const facts = (events: readonly RequestEvent[]) =>
    events.reduce<ReturnType<typeof requestFacts> | null>(requestFacts, null)!;
  const { personalData: untouched, ...before } = facts(closed);
  const { personalData, ...now } = facts(after);
  expect(now).toEqual(before);
  expect(closureOf(facts(after))).toEqual(closureOf(facts(closed)));
  expect(untouched).toEqual({ restricted: false, proposal: null, erasedOn: null, views: 0 });
  expect(personalData).toEqual({
    restricted: false,
    proposal: null,
    erasedOn: '2036-02-01',
    views: 1,
  });
});
