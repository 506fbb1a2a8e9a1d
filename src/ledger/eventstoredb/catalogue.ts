import { LedgerCorrupt, type Instant, type RecordedEvent } from '../ledger.js';

/** Consecutive positions. */
export type Run = { readonly first: number; count: number };

type Filed = { length: number; readonly runs: Run[] };

/**
 * What a file would keep in indexes: where the events of each stream stand, and where each command
 * ended. Folded from the records, in order, and never a source of anything that is not in them.
 */
export class Catalogue {
  readonly #streams = new Map<string, Filed>();
  readonly #commands = new Map<string, number>();
  #reached = 0;
  #recordedAt: Instant = '';

  /** The last position that was taken in; 0 before the first. */
  get reached(): number {
    return this.#reached;
  }

  get recordedAt(): Instant {
    return this.#recordedAt;
  }

  /** Takes in the next event. One that was taken in already changes nothing. */
  take({ position, stream, revision, commandId, recordedAt }: RecordedEvent): void {
    const place = Number(position);
    if (place <= this.#reached) return;
    const filed = this.#streams.get(stream) ?? { length: 0, runs: [] };
    if (place !== this.#reached + 1 || revision !== filed.length) {
      throw new LedgerCorrupt(
        `the event at position ${position} is not the next of ${stream}`,
        position,
      );
    }
    const last = filed.runs.at(-1);
    if (last !== undefined && last.first + last.count === place) last.count += 1;
    else filed.runs.push({ first: place, count: 1 });
    filed.length += 1;
    this.#streams.set(stream, filed);
    this.#commands.set(commandId, place);
    this.#recordedAt = recordedAt;
    this.#reached = place;
  }

  /** How many events a stream has. */
  lengthOf(stream: string): number {
    return this.#streams.get(stream)?.length ?? 0;
  }

  /** The position of the last event of a command. */
  endOf(commandId: string): number | undefined {
    return this.#commands.get(commandId);
  }

  /** Where the events of a stream stand, from a revision on. */
  runsOf(stream: string, from: number): readonly Run[] {
    const runs: Run[] = [];
    let passed = 0;
    for (const { first, count } of this.#streams.get(stream)?.runs ?? []) {
      const skipped = Math.min(Math.max(from - passed, 0), count);
      if (skipped < count) runs.push({ first: first + skipped, count: count - skipped });
      passed += count;
    }
    return runs;
  }
}
