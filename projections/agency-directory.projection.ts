import {
  agencyFacts,
  type AgencyEvent,
  type AgencyFacts,
} from '../src/agencies/domain/agency.events.js';
import { lastDayOf } from '../src/kernel/local-date.js';
import { rowKey, type Projection } from './projection.js';

/** 机关名录: one row per agency, with its disclosure offices and posts. */
export type AgencyRow = AgencyFacts;

export const agencyDirectory: Projection<AgencyRow, AgencyEvent> = {
  name: 'agency-directory',
  handles: {
    AgencyEstablished: true,
    AgencyRenamed: true,
    DisclosureOfficeDesignated: true,
    StaffAppointed: true,
    StaffReleased: true,
    CountingRulesAdopted: true,
    RetentionAdopted: true,
    LetterRulesAdopted: true,
    ProcedureRulesAdopted: true,
    DaysOffAnnounced: true,
    ReportRulesAdopted: true,
    AgencyPlaced: true,
    AgencyAbolished: true,
    RegisterMapped: true,
  },
  keyOf: ({ data }) => rowKey(data.agencyId),
  evolve: agencyFacts,
};

/** 机构和人员: how many as the year ended. */
export type StaffCounts = Readonly<{ offices: number; fullTime: number; partTime: number }>;

export function staffCounts(agency: AgencyRow, year: number): StaffCounts {
  const end = lastDayOf(year);
  // A person counts once, by the newest post that covers the day.
  const inPost = [...agency.staff.values()].flatMap((posts) => {
    const post = posts.findLast(
      ({ from, until }) => from <= end && (until === null || until > end),
    );
    return post === undefined ? [] : [post];
  });
  const fullTime = inPost.filter(({ employment }) => employment === 'full-time').length;
  const offices = [...agency.offices.values()].filter((designatedOn) => designatedOn <= end).length;
  return { offices, fullTime, partTime: inPost.length - fullTime };
}
