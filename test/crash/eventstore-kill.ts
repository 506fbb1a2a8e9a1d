import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { EventStoreDBClient } from '@eventstore/db-client';

import type { Ledger, RecordedEvent } from '../../src/ledger/ledger.js';
import type { Figures, Run } from '../support/crash/harness.js';
import { EventLog } from '../support/eventstore/event-log.js';
import { openAt } from '../support/eventstore/opened.js';
import { anAppend, collect, newEvent, temporaryDirectory } from '../support/ledger/builders.js';
import { startChild, type Child } from '../support/ledger/child-process.js';

type Acknowledged = Readonly<{ commandId: string; position: string }>;

const WRITERS = 5;
const KILL_AFTER_MS_MAX = 40;
const ACKNOWLEDGED_BETWEEN_KILLS = 20;
const DIE_AT_APPEND_MAX = 12;

/** Longer than a node is away, on a busy machine too. */
const PATIENCE = { attemptMs: 2_000, callMs: 60_000, quietMs: 1_000 };

/**
 * A node of the store is killed (kill -9) under load, again and again: from outside at any moment,
 * or by itself right before or right after it wrote, so that the answer is lost. It comes back with
 * its log. Nothing acknowledged may be lost or stand elsewhere, and nothing be there twice. Planted
 * fault: a write without an answer is sent again as a new one.
 */
export async function run({ cases, seed, fault = false }: Run): Promise<Figures> {
  const restore = fault ? sendAgainAsNew() : (): void => undefined;
  try {
    return await killAgainAndAgain(cases, (n, end) => drawn(seed, n, end));
  } finally {
    restore();
  }
}

async function killAgainAndAgain(
  cases: number,
  draw: (n: number, end: number) => number,
): Promise<Figures> {
  const file = join(temporaryDirectory(), 'events.jsonl');
  let child = startChild(SERVER, file, '0');
  await child.said(1);
  const port = (child.lines[0] ?? '').replace('listening ', '');
  const ledger = await openAt(`esdb://127.0.0.1:${port}?tls=false`, { patience: PATIENCE });
  const load = new Load(ledger);
  let kills = 0;
  for (; kills < cases && !load.broken; kills += 1) {
    await killedUnderLoad(child, load, draw(kills * 3, KILL_AFTER_MS_MAX));
    const mode = draw(kills * 3 + 1, 3);
    const at = String(1 + draw(kills * 3 + 2, DIE_AT_APPEND_MAX));
    const end = mode === 0 ? [] : [mode === 1 ? 'die' : 'die-after', at];
    child = startChild(SERVER, file, port, ...end);
    await child.said(1);
  }
  await load.stop();
  const read = await collect(ledger.readAll()).catch((error: unknown) => String(error));
  await ledger.close();
  await child.kill();
  const failures = [...load.failures, ...faultsOf(new EventLog(file), load.acknowledged, read)];
  const events = new EventLog(file).all.length - 1;
  return { counts: { kills, acknowledged: load.acknowledged.length, events }, failures };
}

const SERVER = '../eventstore/server-process.ts';

/** The end of a node, after it has acknowledged something: its own, or ours. */
async function killedUnderLoad(child: Child, load: Load, afterMs: number): Promise<void> {
  await Promise.race([load.progress(ACKNOWLEDGED_BETWEEN_KILLS), child.ended()]);
  await Promise.race([pause(afterMs), child.ended()]);
  await child.kill();
}

/** Appends for ever, each writer to a stream of its own, and remembers what was acknowledged. */
class Load {
  readonly acknowledged: Acknowledged[] = [];
  readonly failures: string[] = [];
  readonly #ended: Promise<unknown>;
  #stopped = false;

  constructor(ledger: Ledger) {
    const writers = Array.from({ length: WRITERS }, (_, n) => this.#write(ledger, `w-${n}`));
    this.#ended = Promise.all(writers);
  }

  get broken(): boolean {
    return this.failures.length > 0;
  }

  /** Resolves when so many more are acknowledged, or when there will be none. */
  async progress(count: number): Promise<void> {
    const enough = this.acknowledged.length + count;
    while (this.acknowledged.length < enough && !this.broken) await pause(1);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#ended;
  }

  async #write(ledger: Ledger, stream: string): Promise<void> {
    for (let revision = 0; !this.#stopped && !this.broken; revision += 1) {
      const commandId = `${stream}-${revision}`;
      const events = [newEvent({ data: { text: '申请'.repeat(revision % 50) } })];
      const append = anAppend({ stream, events, expectedRevision: revision, commandId });
      try {
        const { position, repeated } = await ledger.append(append);
        if (repeated) this.failures.push(`${commandId} was sent once and called a repetition`);
        this.acknowledged.push({ commandId, position });
      } catch (error) {
        this.failures.push(`${commandId} was refused: ${String(error)}`);
      }
    }
  }
}

/** Looks into the log itself, with no line of the program under test. */
function faultsOf(
  log: EventLog,
  acknowledged: readonly Acknowledged[],
  read: readonly RecordedEvent[] | string,
): readonly string[] {
  const places = new Map<string, string[]>();
  for (const { data, revision } of log.all.slice(1)) {
    const text = Buffer.from(data, 'base64').toString('utf8');
    const { commandId } = JSON.parse(text) as Readonly<{ commandId: string }>;
    places.set(commandId, [...(places.get(commandId) ?? []), String(revision)]);
  }
  const lost = acknowledged.filter(({ commandId }) => !places.has(commandId));
  const doubled = [...places.values()].filter(({ length }) => length > 1);
  const moved = acknowledged.filter(
    ({ commandId, position }) => !(places.get(commandId) ?? [position]).includes(position),
  );
  const said: readonly (readonly [number, string])[] = [
    [lost.length, 'acknowledged and lost'],
    [doubled.length, 'there twice'],
    [moved.length, 'not where they were acknowledged'],
  ];
  const failures = said.flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${what}`]));
  if (typeof read === 'string') return [...failures, read];
  return read.length === log.all.length - 1 ? failures : [...failures, 'not all can be read'];
}

/** The planted fault: a second try at the end of the stream, whatever it is, under other ids. */
function sendAgainAsNew(): () => void {
  const client = EventStoreDBClient.prototype;
  const original = client.appendToStream;
  const seen = new Set<string>();
  client.appendToStream = function (stream, given, options) {
    const events = [given].flat();
    const name = events[0]?.id ?? '';
    if (!seen.has(name)) {
      seen.add(name);
      return original.call(this, stream, given, options);
    }
    const other = randomBytes(4).toString('hex');
    const renamed = events.map((event) => ({ ...event, id: event.id.slice(0, -8) + other }));
    return original.call(this, stream, renamed, { ...options, expectedRevision: 'any' });
  };
  return () => {
    client.appendToStream = original;
  };
}

/** The n-th whole number below `end`, the same for the same seed. */
function drawn(seed: number, n: number, end: number): number {
  return createHash('sha256').update(`${seed} ${n}`).digest().readUInt32BE() % end;
}
