import type { Event } from '../../kernel/decider.js';
import type { LocalDate } from '../../kernel/local-date.js';

/**
 * 隶属关系已登记: to whom an agency reports from a day on (第49条; 垂直领导 reports within its system, 第3条);
 * null: to nobody in this ledger. `occurredOn` is that day.
 */
export type AgencyPlaced = Event<'AgencyPlaced', { agencyId: string; parentId: string | null }>;

/**
 * 机关已撤并: the agency is no more; `occurredOn` is its last day. Its report on that year is still
 * due, and what it carried over is the successor's from the next year on.
 */
export type AgencyAbolished = Event<
  'AgencyAbolished',
  { agencyId: string; successorId: string | null }
>;

export type PlacementEvent = AgencyPlaced | AgencyAbolished;

/** What the events say of an agency's place in the tree. */
export type PlacementFacts = Readonly<{
  /** In order; the last one that had begun by a day holds on that day. */
  placements: readonly Readonly<{ parentId: string | null; from: LocalDate }>[];
  abolished: Readonly<{ on: LocalDate; successorId: string | null }> | null;
}>;

export const NOT_PLACED: PlacementFacts = { placements: [], abolished: null };

export function placementFacts(
  { placements, abolished }: PlacementFacts,
  event: PlacementEvent,
): PlacementFacts {
  if (event.type === 'AgencyAbolished') {
    const { successorId } = event.data;
    return { placements, abolished: { on: event.occurredOn, successorId } };
  }
  const { parentId } = event.data;
  return { placements: [...placements, { parentId, from: event.occurredOn }], abolished };
}

/** To whom the agency reported on a day. */
export function parentOn(
  { placements }: Pick<PlacementFacts, 'placements'>,
  day: LocalDate,
): string | null {
  return placements.findLast(({ from }) => from <= day)?.parentId ?? null;
}
