import type { RequestFacts } from '../../src/requests/domain/request.facts.js';
import { todayOf, WORK_PAGE, workList } from '../../src/requests/domain/work-list.js';
import { mondayToFriday } from '../support/calendar.js';
import * as procedure from '../support/builders/procedure.js';
import { registerRequest } from '../support/builders/requests.js';

const registered = registerRequest();
const TODAY = '2025-03-24';

function facts(number: string, ...commands: Parameters<typeof procedure.taking>[0]): RequestFacts {
  return { ...procedure.taking([registered, ...commands]).facts, number };
}

const assigned = facts('assigned', procedure.assign());
const unassigned = facts('unassigned');
const paused = facts('paused', procedure.assign(), procedure.seek());
const decided = facts('decided', procedure.assign(), procedure.decide());
const closed = facts('closed', procedure.decide(), procedure.serve());
const all = [paused, assigned, unassigned, decided, closed];

function shown(wanted: Partial<Parameters<typeof workList>[3]>): readonly string[] {
  const asked = { scope: 'agency', page: 1, ...wanted } as const;
  return workList(all, mondayToFriday, TODAY, asked).rows.map(({ number }) => number);
}

describe('工作台账', () => {
  it('shows what is open, what ends first before what rests', () => {
    expect(shown({})).toEqual(['assigned', 'unassigned', 'decided', 'paused']);
  });

  it('shows one handler her own, and nothing to who has no name', () => {
    expect(shown({ scope: 'mine', handler: '李科员' })).toEqual(['assigned', 'decided', 'paused']);
    expect(shown({ scope: 'mine', handler: '王科员' })).toEqual([]);
    expect(shown({ scope: 'mine' })).toEqual([]);
  });

  it('shows 待分办 and 已办结 each by themselves', () => {
    expect(shown({ scope: 'unassigned' })).toEqual(['unassigned']);
    expect(shown({ scope: 'closed' })).toEqual(['closed']);
  });

  it('finds by a part of the number or of the handler, by status, and by due date', () => {
    expect(shown({ text: 'unass' })).toEqual(['unassigned']);
    expect(shown({ text: '李科' })).toEqual(['assigned', 'decided', 'paused']);
    expect(shown({ status: 'consulting-third-party' })).toEqual(['paused']);
    expect(shown({ dueFrom: '2025-03-31', dueTo: '2025-03-31' })).toEqual([
      'assigned',
      'unassigned',
      'decided',
    ]);
    expect(shown({ dueTo: '2025-03-30' })).toEqual([]);
  });

  it('never shows a number of days for what rests, and none for what is closed', () => {
    const asked = { scope: 'agency', page: 1 } as const;
    const { rows } = workList([paused], mondayToFriday, '2025-12-31', asked);
    expect(rows).toMatchObject([{ list: 'paused', workingDaysLeft: null, dueOn: null }]);
    const done = workList([closed], mondayToFriday, TODAY, { scope: 'closed', page: 1 });
    expect(done.rows).toMatchObject([{ list: null, workingDaysLeft: null }]);
  });

  it('cuts pages, and says how many there are', () => {
    const many = Array.from({ length: WORK_PAGE + 1 }, (_, at) => facts(`n${at}`));
    const second = workList(many, mondayToFriday, TODAY, { scope: 'agency', page: 2 });
    expect(second).toMatchObject({ total: WORK_PAGE + 1, rows: [{ number: `n${WORK_PAGE}` }] });
  });
});

describe('今日', () => {
  it('parts what is due, what came in, what waits on others and what is to be served', () => {
    const { due, cameIn, waiting, toServe } = todayOf(all, mondayToFriday, TODAY);
    const numbers = (rows: readonly { number: string }[]): string[] =>
      rows.map(({ number }) => number);
    expect(numbers(due.rows)).toEqual(['assigned', 'unassigned', 'decided']);
    expect(numbers(cameIn.rows)).toEqual(['unassigned']);
    expect(waiting.rows).toMatchObject([{ number: 'paused', waitsFor: 'opinion' }]);
    expect(numbers(toServe.rows)).toEqual(['decided']);
  });

  it('shows a handler her own and what nobody was given', () => {
    const { due, cameIn } = todayOf(all, mondayToFriday, TODAY, '王科员');
    expect([due.total, cameIn.total]).toEqual([0, 1]);
  });
});
