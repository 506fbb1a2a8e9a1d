import { deadlineBoard, type DeadlineBoard } from '../../src/requests/domain/deadline-board.js';
import type { LocalDate } from '../../src/kernel/local-date.js';
import { mondayToFriday } from '../support/calendar.js';
import * as procedure from '../support/builders/procedure.js';
import { registerRequest } from '../support/builders/requests.js';

const registered = registerRequest();

/** The board of one request that these commands made. */
function board(
  today: LocalDate,
  commands: Parameters<typeof procedure.taking>[0],
  handler?: string,
): DeadlineBoard {
  const { facts } = procedure.taking(commands);
  const asked = handler === undefined ? {} : { handler };
  return deadlineBoard([facts], mondayToFriday, { today, within: 5, ...asked });
}

describe('期限看板', () => {
  // Received Mon 2025-03-03, due Mon 03-31.
  it.each([
    ['2025-03-21', 'running', 6],
    ['2025-03-24', 'due-soon', 5],
    ['2025-03-31', 'due-soon', 0],
    ['2025-04-01', 'overdue', -1],
    ['2025-04-07', 'overdue', -5],
  ] as const)(
    'on %s puts an open request under %s with %i working days left',
    (today, list, left) => {
      const { rows, total } = board(today, [registered]);
      expect(rows).toMatchObject([{ list, workingDaysLeft: left, dueOn: '2025-03-31' }]);
      expect(total[list]).toBe(1);
    },
  );

  it.each([
    ['a supplement', [registered, procedure.askSupplement()]],
    ['an opinion', [registered, procedure.seek()]],
    ['a payment', [registered, procedure.notice()]],
    ['a confirmation', [procedure.arrive()]],
  ])('never calls a request overdue while it waits for %s', (_, commands) => {
    const { rows } = board('2025-06-30', commands);
    expect(rows).toMatchObject([{ list: 'paused', dueOn: null, workingDaysLeft: null }]);
  });

  it('shows what was answered late this year, and by how much', () => {
    const late = [registered, procedure.decide({ decidedOn: '2025-03-31' })];
    const served = procedure.serve({ servedOn: '2025-04-02' });
    expect(board('2025-06-30', [...late, served]).rows).toMatchObject([
      { list: 'answered-late', workingDaysLeft: -2, closedOn: '2025-04-02' },
    ]);
    expect(board('2026-01-01', [...late, served]).rows).toEqual([]);
    const inTime = procedure.serve({ servedOn: '2025-03-31' });
    expect(board('2025-06-30', [...late, inTime]).rows).toEqual([]);
  });

  it('takes the due date of the order while a request is answered anew', () => {
    const closed = [registered, procedure.decide(), procedure.serve()];
    // Ordered Tue 2025-05-06, twenty working days.
    expect(board('2025-05-30', [...closed, procedure.order()])).toMatchObject({
      rows: [{ list: 'due-soon', dueOn: '2025-06-03', status: 'redeciding' }],
      reminders: [{ kind: 'redecision', on: '2025-06-03' }],
    });
  });

  it('counts for each handler, those that nobody was given last', () => {
    const [mine, theirs] = [[registered, procedure.assign()], [registered]];
    const facts = [mine, theirs].map((commands) => procedure.taking(commands).facts);
    const asked = { today: '2025-03-24', within: 5 } as const;
    const { byHandler } = deadlineBoard(facts, mondayToFriday, asked);
    expect(byHandler.map(({ handler, 'due-soon': soon }) => [handler, soon])).toEqual([
      ['李科员', 1],
      [null, 1],
    ]);
    expect(board('2025-03-24', mine, '李科员').rows).toHaveLength(1);
    expect(board('2025-03-24', mine, '王科员').rows).toEqual([]);
  });

  it.each([
    ['supplement', '2025-03-20', [registered, procedure.askSupplement()]],
    ['payment', '2025-04-09', [registered, procedure.notice()]],
    ['reasons', '2025-03-20', [registered, procedure.askReasons()]],
    ['opinion', '2025-04-01', [registered, procedure.seek(), procedure.reach()]],
    ['internal', '2025-03-18', [registered, procedure.assign({ internalDueOn: '2025-03-18' })]],
    ['reply', '2025-03-31', [registered]],
  ] as const)('reminds of the end of a %s period', (kind, on, commands) => {
    const { reminders } = board('2025-03-10', commands);
    expect(reminders).toContainEqual(expect.objectContaining({ kind, on }));
  });

  it('reminds of nothing when the request has ended', () => {
    expect(board('2025-06-30', [registered, procedure.withdraw()]).reminders).toEqual([]);
  });
});
