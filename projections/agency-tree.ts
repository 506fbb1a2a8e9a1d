import { parentOn } from '../src/agencies/domain/placement.events.js';
import { lastDayOf, type LocalDate } from '../src/kernel/local-date.js';
import type { AgencyRow } from './agency-directory.projection.js';

/**
 * 应报机关: who reports on a year to an agency, which are those under it as the year ended. One that was
 * abolished in the year is still among them: what it had received until then is counted nowhere else.
 */
export function childrenIn(
  agencies: readonly AgencyRow[],
  parentId: string,
  year: number,
): readonly AgencyRow[] {
  return agencies.filter(({ agencyId, placement }) => {
    if (agencyId === parentId || parentOn(placement, lastDayOf(year)) !== parentId) return false;
    return placement.abolished === null || Number(placement.abolished.on.slice(0, 4)) >= year;
  });
}

/** An agency and all above it on a day, the nearest first. */
export function upwards(
  agencies: readonly AgencyRow[],
  agencyId: string,
  day: LocalDate,
): readonly string[] {
  const path: string[] = [];
  let at: string | null = agencyId;
  // Two placements at the same moment could make a ring; it is walked once.
  while (at !== null && !path.includes(at)) {
    path.push(at);
    const here = agencies.find((agency) => agency.agencyId === at);
    at = here === undefined ? null : parentOn(here.placement, day);
  }
  return path;
}

/** 机关树: an agency with those that report to it. */
export type AgencyNode = Readonly<{
  agencyId: string;
  name: string;
  abolished: AgencyRow['placement']['abolished'];
  children: readonly AgencyNode[];
}>;

/** The tree as it stands on a day; whoever reports to nobody is a root of its own. */
export function treeOn(agencies: readonly AgencyRow[], day: LocalDate): readonly AgencyNode[] {
  const nodeOf = (agency: AgencyRow): AgencyNode => ({
    agencyId: agency.agencyId,
    name: agency.name,
    abolished: agency.placement.abolished,
    children: agencies
      .filter((other) => parentOn(other.placement, day) === agency.agencyId)
      .map(nodeOf),
  });
  return agencies.filter(({ placement }) => parentOn(placement, day) === null).map(nodeOf);
}
