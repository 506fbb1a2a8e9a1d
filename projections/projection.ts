import type { Event } from '../src/kernel/decider.js';

/**
 * A table that somebody reads, as a pure fold: each event belongs to one row, and a row is what its
 * events say in order. No clock, no store, no memory but the row, so the table can be thrown away
 * and folded again at any time.
 */
export type Projection<Row, E extends Event> = Readonly<{
  name: string;
  /** Every event type the fold handles; the compiler keeps the list complete. */
  handles: Readonly<Record<E['type'], true>>;
  /** Names the row the event belongs to. */
  keyOf: (event: E) => string;
  evolve: (row: Row | null, event: E) => Row;
}>;

/** Whether an event is one of those the fold is made of. */
export function isHandled<Row, E extends Event>(
  projection: Projection<Row, E>,
  event: Event,
): event is E {
  return event.type in projection.handles;
}

/** Folds events into a fresh table. */
export function project<Row, E extends Event>(
  projection: Projection<Row, E>,
  events: Iterable<E>,
): Map<string, Row> {
  const rows = new Map<string, Row>();
  for (const event of events) {
    const key = projection.keyOf(event);
    rows.set(key, projection.evolve(rows.get(key) ?? null, event));
  }
  return rows;
}

/**
 * A row's key within the ledger: one ledger keeps many agencies, and a number is unique only within
 * one.
 */
export function rowKey(agencyId: string, ...within: readonly (string | number)[]): string {
  return JSON.stringify([agencyId, ...within]);
}
