import { CorruptStream, unreachable, type Event } from '../../kernel/decider.js';
import {
  DEFAULT_PROCEDURE_RULES,
  type DaysOff,
  type DaysOffAnnounced,
  type ProcedureRules,
  type ProcedureRulesAdopted,
} from './procedure-rules.events.js';
import type { LocalDate } from '../../kernel/local-date.js';
import {
  DEFAULT_LETTER_RULES,
  type LetterRules,
  type LetterRulesAdopted,
} from './letter-rules.events.js';
import {
  DEFAULT_REPORT_RULES,
  type ReportRules,
  type ReportRulesAdopted,
} from './report-rules.events.js';
import {
  NO_MAPPINGS,
  type RegisterKind,
  type RegisterMapped,
  type RegisterMapping,
} from './register-mapping.events.js';
import {
  NOT_PLACED,
  placementFacts,
  type PlacementEvent,
  type PlacementFacts,
} from './placement.events.js';

/** 行政机关 whose disclosure work this ledger keeps; `occurredOn` is the day its ledger was opened. */
export type AgencyEstablished = Event<
  'AgencyEstablished',
  {
    agencyId: string;
    /** 机关全称, as it signs. */
    name: string;
    /** 机关简称, as the title of its report names it. */
    shortName: string;
    level: AgencyLevel;
  }
>;

/** A department reports by 31 January, a government by 31 March (《条例》第49条). */
export const AGENCY_LEVELS = ['department', 'government'] as const;
export type AgencyLevel = (typeof AGENCY_LEVELS)[number];

/** 机关更名; `occurredOn` is the day the new name took effect. */
export type AgencyRenamed = Event<
  'AgencyRenamed',
  { agencyId: string; name: string; shortName: string }
>;

/** 政府信息公开工作机构 and how to reach it (《条例》第4、12条). */
export type DisclosureOffice = Readonly<{
  office: string;
  address?: string;
  phone?: string;
  email?: string;
}>;

/** 指定政府信息公开工作机构. One agency may have several. */
export type DisclosureOfficeDesignated = Event<
  'DisclosureOfficeDesignated',
  { agencyId: string } & DisclosureOffice
>;

/** 工作人员到岗; `occurredOn` is the first day in the post. */
export type StaffAppointed = Event<
  'StaffAppointed',
  { agencyId: string; staffId: string; employment: Employment },
  { name: string }
>;

/** 专职, or 兼职: beside other work. */
export const EMPLOYMENTS = ['full-time', 'part-time'] as const;
export type Employment = (typeof EMPLOYMENTS)[number];

/** 工作人员离岗; `occurredOn` is the first day out of the post. */
export type StaffReleased = Event<'StaffReleased', { agencyId: string; staffId: string }>;

/** 统计口径已确定, where the form leaves a choice; `occurredOn` is the day it was made. */
export type CountingRulesAdopted = Event<
  'CountingRulesAdopted',
  { agencyId: string } & Partial<CountingRules>
>;

/** What no official text settles and an agency may therefore choose. */
export type CountingRules = Readonly<{
  /** Decimals of 行政事业性收费 in 万元, 0 to 6; the form gives only the unit. */
  feeDecimals: number;
  /** 一事一申请: whether the parts of an application count each, or the original alone. */
  splitParts: 'each' | 'original';
  /** 并案: whether merged requests count each, or the leading one alone. */
  mergedRequests: 'each' | 'lead';
  /** 尚未审结: in every year at whose end a case is pending, or in the year it was filed alone. */
  pendingAppeals: 'each' | 'first';
}>;

/** Two decimals are what local statistics rules ask for; published reports have none to four. */
export const DEFAULT_COUNTING_RULES: CountingRules = {
  feeDecimals: 2,
  splitParts: 'each',
  mergedRequests: 'each',
  pendingAppeals: 'each',
};

/** 个人信息保存期限已确定; `occurredOn` is the day it was decided. */
export type RetentionAdopted = Event<
  'RetentionAdopted',
  {
    agencyId: string;
    /** Whole years after the year in which a request was closed. */
    years: number;
  }
>;

/**
 * Inferred: no national rule gives a figure for request files. Ten years is the shorter of the two
 * fixed periods of 档案局令第8号; the agency's own approved table goes first.
 */
export const DEFAULT_RETENTION_YEARS = 10;

export type AgencyEvent =
  | AgencyEstablished
  | AgencyRenamed
  | DisclosureOfficeDesignated
  | StaffAppointed
  | StaffReleased
  | CountingRulesAdopted
  | RetentionAdopted
  | LetterRulesAdopted
  | ProcedureRulesAdopted
  | DaysOffAnnounced
  | ReportRulesAdopted
  | PlacementEvent
  | RegisterMapped;

/** A post held by one person from a day on, until a day or still. */
export type StaffFacts = Readonly<{
  employment: Employment;
  from: LocalDate;
  until: LocalDate | null;
}>;

/** What is said of an agency that no event names. */
export const NOT_ESTABLISHED = {
  refused: 'agency/not-established',
  basis: '台账规则：一个机关一本台账，事实只增不改',
} as const;

/** What the events say of one agency. */
export type AgencyFacts = Readonly<{
  agencyId: string;
  name: string;
  shortName: string;
  level: AgencyLevel;
  offices: ReadonlyMap<string, LocalDate>;
  /** The office designated last, which documents name; null before there is one. */
  disclosureOffice: DisclosureOffice | null;
  /**
   * Every post a person held, in order: who comes back was in post in the earlier years all the
   * same.
   */
  staff: ReadonlyMap<string, readonly StaffFacts[]>;
  rules: CountingRules;
  retentionYears: number;
  letterRules: LetterRules;
  procedure: ProcedureRules;
  daysOff: readonly DaysOff[];
  reportRules: ReportRules;
  /** Where it stands in the tree of agencies. */
  placement: PlacementFacts;
  /** How its own registers say what is said here. */
  mappings: ReadonlyMap<RegisterKind, RegisterMapping>;
}>;

/** An agency of which nothing was said but its name. */
const NEW_AGENCY = {
  offices: new Map<string, LocalDate>(),
  disclosureOffice: null,
  staff: new Map<string, readonly StaffFacts[]>(),
  rules: DEFAULT_COUNTING_RULES,
  retentionYears: DEFAULT_RETENTION_YEARS,
  letterRules: DEFAULT_LETTER_RULES,
  procedure: DEFAULT_PROCEDURE_RULES,
  daysOff: [],
  reportRules: DEFAULT_REPORT_RULES,
  placement: NOT_PLACED,
  mappings: NO_MAPPINGS,
} as const;

export function agencyFacts(facts: AgencyFacts | null, event: AgencyEvent): AgencyFacts {
  if (event.type === 'AgencyEstablished') {
    if (facts !== null) throw new CorruptStream(`agency ${event.data.agencyId} established twice`);
    return { ...NEW_AGENCY, ...event.data };
  }
  if (facts === null) {
    throw new CorruptStream(
      `agency ${event.data.agencyId}: ${event.type} before it was established`,
    );
  }
  switch (event.type) {
    case 'AgencyRenamed':
      return { ...facts, name: event.data.name, shortName: event.data.shortName };
    case 'DisclosureOfficeDesignated': {
      const { agencyId: _agencyId, ...disclosureOffice } = event.data;
      const offices = new Map(facts.offices).set(disclosureOffice.office, event.occurredOn);
      return { ...facts, offices, disclosureOffice };
    }
    case 'StaffAppointed': {
      const { staffId, employment } = event.data;
      const held = facts.staff.get(staffId) ?? [];
      if (held.at(-1)?.until === null) throw new CorruptStream(`${staffId} appointed twice`);
      const posts = [...held, { employment, from: event.occurredOn, until: null }];
      return { ...facts, staff: new Map(facts.staff).set(staffId, posts) };
    }
    case 'StaffReleased': {
      const { staffId } = event.data;
      const held = facts.staff.get(staffId) ?? [];
      const post = held.at(-1);
      if (post?.until !== null) throw new CorruptStream(`${staffId} released before appointed`);
      const posts = [...held.slice(0, -1), { ...post, until: event.occurredOn }];
      return { ...facts, staff: new Map(facts.staff).set(staffId, posts) };
    }
    case 'CountingRulesAdopted': {
      const { agencyId: _agency, ...chosen } = event.data;
      return { ...facts, rules: { ...facts.rules, ...chosen } };
    }
    case 'RetentionAdopted':
      return { ...facts, retentionYears: event.data.years };
    case 'ProcedureRulesAdopted': {
      const { agencyId: _agency, ...chosen } = event.data;
      return { ...facts, procedure: { ...facts.procedure, ...chosen } };
    }
    case 'DaysOffAnnounced': {
      const { agencyId: _agency, ...days } = event.data;
      const others = facts.daysOff.filter(
        ({ year, scope }) => year !== days.year || scope !== days.scope,
      );
      return { ...facts, daysOff: [...others, days] };
    }
    case 'RegisterMapped': {
      const { register, columns, values } = event.data;
      const mappings = new Map(facts.mappings).set(register, { columns, values });
      return { ...facts, mappings };
    }
    case 'AgencyPlaced':
    case 'AgencyAbolished':
      return { ...facts, placement: placementFacts(facts.placement, event) };
    case 'LetterRulesAdopted': {
      const { agencyId: _agencyId, ...chosen } = event.data;
      return { ...facts, letterRules: { ...facts.letterRules, ...chosen } };
    }
    case 'ReportRulesAdopted': {
      const { agencyId: _agency, ...chosen } = event.data;
      return { ...facts, reportRules: { ...facts.reportRules, ...chosen } };
    }
    default:
      return unreachable(event);
  }
}
