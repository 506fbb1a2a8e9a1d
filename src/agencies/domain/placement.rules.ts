import type { Command, Refusal } from '../../kernel/decider.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { AgencyAbolished, AgencyPlaced, PlacementFacts } from './placement.events.js';

/** 登记隶属关系. `above`: the parent and all above it, as the caller read them. */
export type PlaceAgency = Command<
  'PlaceAgency',
  AgencyPlaced['data'] & { from: LocalDate; above: readonly string[] }
>;

/** 登记撤并. */
export type AbolishAgency = Command<
  'AbolishAgency',
  AgencyAbolished['data'] & { abolishedOn: LocalDate }
>;

export type PlacementRefusal = Refusal<
  | 'agency/placed-under-itself'
  | 'agency/already-so-placed'
  | 'agency/placed-out-of-order'
  | 'agency/already-abolished'
  | 'agency/succeeded-by-itself'
>;

const BASIS = '《条例》第3条、第49条';

export function placeAgency(
  { data }: PlaceAgency,
  { placements }: PlacementFacts,
): readonly AgencyPlaced[] | PlacementRefusal {
  const { from, above, agencyId, parentId } = data;
  if (above.includes(agencyId)) return { refused: 'agency/placed-under-itself', basis: BASIS };
  const last = placements.at(-1);
  if ((last?.parentId ?? null) === parentId) {
    return { refused: 'agency/already-so-placed', basis: BASIS };
  }
  if (last !== undefined && from < last.from) {
    const facts = { on: from, since: last.from };
    return { refused: 'agency/placed-out-of-order', basis: BASIS, facts };
  }
  return [{ type: 'AgencyPlaced', occurredOn: from, data: { agencyId, parentId } }];
}

export function abolishAgency(
  { data }: AbolishAgency,
  { abolished }: PlacementFacts,
): readonly AgencyAbolished[] | PlacementRefusal {
  const { abolishedOn, ...key } = data;
  if (abolished !== null) {
    return { refused: 'agency/already-abolished', basis: BASIS, facts: { on: abolished.on } };
  }
  if (data.successorId === data.agencyId) {
    return { refused: 'agency/succeeded-by-itself', basis: BASIS };
  }
  return [{ type: 'AgencyAbolished', occurredOn: abolishedOn, data: key }];
}
