import type { JsonObject } from '../kernel/decider.js';
import type { Recorder } from './decide-and-append.js';
import {
  BEGINNING,
  VersionConflict,
  type Append,
  type Appended,
  type Ledger,
  type RecordedEvent,
} from './ledger.js';
import { Turns } from './turns.js';

/**
 * A recorder that decides against the real history and keeps what it appends to itself: what would
 * happen, without its happening. Nothing reaches the store and no key is made.
 */
export function rehearsal({ ledger, vault: real }: Recorder): Recorder {
  const appended = new Map<string, RecordedEvent[]>();
  const rehearsed: Pick<Ledger, 'ledgerId' | 'append' | 'readStream'> = {
    ledgerId: ledger.ledgerId,
    append,
    readStream,
  };
  const kept: JsonObject[] = [];
  const vault: Recorder['vault'] = {
    seal: (_place, plain) => {
      kept.push(plain);
      const key = String(kept.length - 1);
      return Promise.resolve({ suite: 'rehearsal', key, nonce: '', ciphertext: '' });
    },
    // What is compared when rows are taken in must be compared when they are rehearsed.
    open: (place, sealed) =>
      sealed.suite === 'rehearsal'
        ? (kept[Number(sealed.key)] ?? 'erased')
        : real.open(place, sealed),
  };
  return { ledger: rehearsed, vault, turns: new Turns() };

  async function append({ stream, events, expectedRevision, ...by }: Append): Promise<Appended> {
    let revision = 0;
    for await (const { revision: last } of readStream(stream)) revision = last + 1;
    if (revision !== expectedRevision) {
      throw new VersionConflict(stream, expectedRevision, revision);
    }
    const mine = appended.get(stream) ?? [];
    appended.set(stream, mine);
    for (const event of events) {
      mine.push({
        ...event,
        ...by,
        stream,
        revision,
        recordedAt: '',
        position: BEGINNING,
        hash: '',
      });
      revision += 1;
    }
    return { revision: revision - 1, position: BEGINNING, repeated: false };
  }

  async function* readStream(stream: string, from = 0): AsyncIterable<RecordedEvent> {
    yield* ledger.readStream(stream, from);
    for (const event of appended.get(stream) ?? []) if (event.revision >= from) yield event;
  }
}
