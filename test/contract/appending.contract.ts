import {
  APPEND_BYTES_MAX,
  BEGINNING,
  CommandIdReused,
  EVENTS_PER_APPEND_MAX,
  InvalidEvent,
  RECORD_BYTES_MAX,
  VersionConflict,
  type Ledger,
  type NewEvent,
  type Position,
} from '../../src/ledger/ledger.js';
import {
  TUESDAY_MORNING,
  anAppend,
  appendInTurn,
  newEvent,
  nextId,
} from '../support/ledger/builders.js';
import { expectStrictlyIncreasing, type Subject } from './subject.js';

/** Three of these are more than one append takes. */
const THIRD = { text: 'x'.repeat(APPEND_BYTES_MAX / 3) };

/** What the port promises to those who append. */
export function appendingContract(subject: Subject): void {
  describe('append', () => {
    it('keeps every member as it was handed over, and adds what only the ledger knows', async () => {
      const sealed = { suite: 'intl1', key: 'k', nonce: 'bm9uY2U=', ciphertext: 'Y2lwaGVy' };
      const event = newEvent({ data: { kind: 'charity', fee: { amount: 12.5 } }, sealed });
      const { revision, position } = await subject.ledger.append(
        anAppend({ events: [event], commandId: 'intention', actor: 'cli:zhang' }),
      );

      expect(revision).toBe(0);
      expect(await subject.stream('request-1')).toEqual([
        {
          ...event,
          commandId: 'intention',
          actor: 'cli:zhang',
          stream: 'request-1',
          revision: 0,
          recordedAt: TUESDAY_MORNING,
          position,
          hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      ]);
    });

    it('counts the revisions of each stream from 0, without gaps', async () => {
      await subject.ledger.append(anAppend({ stream: 'a', events: [newEvent(), newEvent()] }));
      await subject.ledger.append(anAppend({ stream: 'b' }));
      const end = await subject.ledger.append(
        anAppend({ stream: 'a', events: [newEvent(), newEvent()], expectedRevision: 2 }),
      );

      expect(end.revision).toBe(3);
      expect((await subject.stream('a')).map(({ revision }) => revision)).toEqual([0, 1, 2, 3]);
      expect((await subject.stream('b')).map(({ revision }) => revision)).toEqual([0]);
    });

    it.each([
      ['behind', 0],
      ['ahead', 2],
      ['nowhere', -1],
    ])(
      'refuses a writer who is %s, names both revisions, and stores nothing',
      async (_, expected) => {
        await subject.ledger.append(anAppend());

        const late = anAppend({ events: [newEvent(), newEvent()], expectedRevision: expected });
        await expect(subject.ledger.append(late)).rejects.toThrow(VersionConflict);
        await expect(subject.ledger.append(late)).rejects.toMatchObject({
          stream: 'request-1',
          expectedRevision: expected,
          actualRevision: 1,
        });
        expect(await subject.all()).toHaveLength(1);
      },
    );

    it('takes the events of one append in together or not at all', async () => {
      const unstorable = newEvent({ data: { text: 'half a pair: \ud800' } });
      const append = anAppend({ events: [newEvent(), newEvent(), unstorable] });

      await expect(subject.ledger.append(append)).rejects.toThrow(InvalidEvent);
      expect(await subject.all()).toEqual([]);
      expect(await subject.ledger.head()).toBe(BEGINNING);
    });

    it('answers the same command id with the first outcome, even when the writer is behind', async () => {
      const append = anAppend({ events: [newEvent(), newEvent()] });
      const first = await subject.ledger.append(append);
      await subject.ledger.append(anAppend({ expectedRevision: 2 }));

      expect(first.repeated).toBe(false);
      const again = { ...first, repeated: true };
      expect(await subject.ledger.append(append)).toEqual(again);
      expect(await subject.ledger.append({ ...append, expectedRevision: 7 })).toEqual(again);
      expect(await subject.all()).toHaveLength(3);
    });

    it('appends once when the same command is sent twice at the same time', async () => {
      const append = anAppend();
      const [first, second] = await Promise.all([
        subject.ledger.append(append),
        subject.ledger.append(append),
      ]);

      expect([first.repeated, second.repeated].sort()).toEqual([false, true]);
      expect({ ...second, repeated: first.repeated }).toEqual(first);
      expect(await subject.all()).toHaveLength(1);
    });

    it('refuses a command id that was used for another stream', async () => {
      await subject.ledger.append(anAppend({ stream: 'a', commandId: 'intention' }));

      const reused = subject.ledger.append(anAppend({ stream: 'b', commandId: 'intention' }));
      await expect(reused).rejects.toThrow(CommandIdReused);
      expect(await subject.stream('b')).toEqual([]);
    });

    it('lets one of two writers win, and the loser alone fails', async () => {
      const outcomes = await Promise.allSettled([
        subject.ledger.append(anAppend({ stream: 'a' })),
        subject.ledger.append(anAppend({ stream: 'a' })),
        subject.ledger.append(anAppend({ stream: 'b' })),
      ]);

      const states = outcomes.map(({ status }) => status);
      expect(states.filter((status) => status === 'rejected')).toHaveLength(1);
      expect(states[2]).toBe('fulfilled');
      expect(await subject.stream('a')).toHaveLength(1);
      expect(await subject.stream('b')).toHaveLength(1);
    });

    it('loses and doubles nothing when 500 appends race for 50 streams', async () => {
      const commands = Array.from({ length: 500 }, (_, n) => ({
        stream: `request-${n % 50}`,
        commandId: nextId('race'),
      }));
      const ends = await Promise.all(
        commands.map((command) => appendAtLast(subject.ledger, command)),
      );

      const events = await subject.all();
      expect(events.map(({ commandId }) => commandId).sort()).toEqual(
        commands.map(({ commandId }) => commandId).sort(),
      );
      for (let n = 0; n < 50; n += 1) {
        const revisions = (await subject.stream(`request-${n}`)).map(({ revision }) => revision);
        expect(revisions).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
      }
      expectStrictlyIncreasing(events);
      expect(ends.map(({ position }) => position).sort()).toEqual(
        events.map(({ position }) => position).sort(),
      );
    });

    it.each<[string, Partial<NewEvent>]>([
      ['data.text', { data: { text: 'a NUL \u0000' } }],
      ['data.text', { data: { text: 'a bell \u0007' } }],
      ['data.text', { data: { text: 'a half \udfff' } }],
      ['data.rows[1].n', { data: { rows: [{ n: 1 }, { n: Number.NaN }] } }],
      ['data.n', { data: { n: 2 ** 53 } }],
      ['data.n', { data: { n: Number.POSITIVE_INFINITY } }],
      ['data', { data: { text: '字'.repeat(RECORD_BYTES_MAX / 3) } }],
      ['type', { type: '' }],
      ['type', { type: 'T'.repeat(251) }],
      ['type', { type: '$system' }],
      ['eventId', { eventId: '' }],
      ['schema', { schema: 0 }],
      ['occurredOn', { occurredOn: '2025-02-29' }],
    ])('refuses an event whose %s cannot be kept, and names it', async (field, change) => {
      const refused = subject.ledger.append(anAppend({ events: [newEvent(change)] }));
      await expect(refused).rejects.toThrow(InvalidEvent);
      await expect(refused).rejects.toThrow(new RegExp(`^${escape(field)}: `));
      expect(await subject.all()).toEqual([]);
    });

    it.each([
      ['stream', { stream: '' }],
      ['stream', { stream: '$streams' }],
      ['commandId', { commandId: '' }],
      ['actor', { actor: 'a'.repeat(251) }],
      ['events', { events: [] }],
      ['events', { events: Array.from({ length: EVENTS_PER_APPEND_MAX + 1 }, () => newEvent()) }],
      ['events', { events: Array.from({ length: 3 }, () => newEvent({ data: THIRD })) }],
    ])('refuses an append whose %s cannot be kept, and names it', async (field, change) => {
      const refused = subject.ledger.append(anAppend(change));
      await expect(refused).rejects.toThrow(InvalidEvent);
      await expect(refused).rejects.toThrow(new RegExp(`^${field}: `));
      expect(await subject.all()).toEqual([]);
    });

    it('takes as many events as it says, and texts of every script', async () => {
      const texts = ['申请公开', '𠮷野家 𪚥', 'ﷺ e\u0301 é', '👩‍👩‍👧', 'line\n\ttab', '"\\/\u2028'];
      const events = Array.from({ length: EVENTS_PER_APPEND_MAX }, (_, n) =>
        newEvent({ data: { text: texts[n % texts.length], [`键${n}`]: n } }),
      );
      await subject.ledger.append(anAppend({ stream: '依申请公开-一', events }));

      const read = await subject.stream('依申请公开-一');
      expect(read.map(({ data }) => data)).toEqual(events.map(({ data }) => data));
    });

    it('never lets recordedAt decrease, whatever the clock does', async () => {
      await appendInTurn(subject.ledger, 'a', 1);
      subject.now = '2025-02-04T02:00:00.000Z';
      await appendInTurn(subject.ledger, 'b', 1);
      await subject.ledger.close();
      await subject.open();
      await appendInTurn(subject.ledger, 'c', 1);
      subject.now = '2025-03-05T02:00:00.000Z';
      await appendInTurn(subject.ledger, 'd', 1);

      expect((await subject.all()).map(({ recordedAt }) => recordedAt)).toEqual([
        TUESDAY_MORNING,
        TUESDAY_MORNING,
        TUESDAY_MORNING,
        '2025-03-05T02:00:00.000Z',
      ]);
    });
  });
}

/** As a handler does: learns from each conflict where the stream is now, and tries again. */
async function appendAtLast(
  ledger: Ledger,
  command: Readonly<{ stream: string; commandId: string }>,
): Promise<{ position: Position }> {
  for (let expectedRevision = 0; ;) {
    try {
      return await ledger.append(anAppend({ ...command, expectedRevision }));
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
      expectedRevision = error.actualRevision;
    }
  }
}

function escape(text: string): string {
  return text.replace(/[[\].]/g, '\\$&');
}
