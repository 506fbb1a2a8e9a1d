import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type {
  Append,
  Instant,
  Ledger,
  NewEvent,
  RecordedEvent,
} from '../../../src/ledger/ledger.js';

/** Tuesday, 10:00 in Shanghai. */
export const TUESDAY_MORNING: Instant = '2025-03-04T02:00:00.000Z';

let ids = 0;

/** Another id with every call. */
export function nextId(name: string): string {
  ids += 1;
  return `${name}-${ids}`;
}

export function newEvent(change: Partial<NewEvent> = {}): NewEvent {
  return {
    eventId: nextId('event'),
    type: 'RequestRegistered',
    schema: 1,
    occurredOn: '2025-03-03',
    data: { requestId: '2025-0042', applicantKind: 'natural-person' },
    sealed: null,
    ...change,
  };
}

/** One event to a new command of its own, unless told otherwise. */
export function anAppend(change: Partial<Append> = {}): Append {
  return {
    stream: 'request-1',
    events: [newEvent()],
    expectedRevision: 0,
    commandId: nextId('command'),
    actor: 'test',
    ...change,
  };
}

export async function collect(events: AsyncIterable<RecordedEvent>): Promise<RecordedEvent[]> {
  const collected: RecordedEvent[] = [];
  for await (const event of events) collected.push(event);
  return collected;
}

/** Appends one event after another to a stream that is empty. */
export async function appendInTurn(ledger: Ledger, stream: string, count: number): Promise<void> {
  for (let revision = 0; revision < count; revision += 1) {
    await ledger.append(anAppend({ stream, expectedRevision: revision }));
  }
}

const directories: string[] = [];

/** A directory of its own, removed by {@link removeDirectories}. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'gongkai-'));
  directories.push(directory);
  return directory;
}

export function removeDirectories(): void {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true });
}
