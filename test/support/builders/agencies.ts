import type {
  AdoptProcedureRules,
  AnnounceDaysOff,
} from '../../../src/agencies/domain/procedure.rules.js';
import type { ProcedureRules } from '../../../src/agencies/domain/procedure-rules.events.js';
import type { AdoptReportRules } from '../../../src/agencies/domain/report.rules.js';
import type { MapRegister } from '../../../src/agencies/domain/register-mapping.rules.js';
import type { RegisterMapped } from '../../../src/agencies/domain/register-mapping.events.js';
import type { ReportRules } from '../../../src/agencies/domain/report-rules.events.js';
import type {
  AppointStaff,
  DesignateDisclosureOffice,
  EstablishAgency,
  ReleaseStaff,
  RenameAgency,
} from '../../../src/agencies/domain/agency.decider.js';
import type {
  AgencyEstablished,
  AgencyRenamed,
  CountingRulesAdopted,
  DisclosureOfficeDesignated,
  Employment,
  StaffAppointed,
  StaffReleased,
} from '../../../src/agencies/domain/agency.events.js';
import type { LocalDate } from '../../../src/kernel/local-date.js';

const KEY = { agencyId: 'jia' } as const;
const NAMES = { name: '某市甲局', shortName: '甲局' } as const;
const TODAY: LocalDate = '2025-06-30';

type On = Readonly<{ today?: LocalDate }>;

export function establishAgency({
  today = TODAY,
  ...data
}: Partial<EstablishAgency['data']> & On = {}): EstablishAgency {
  return {
    type: 'EstablishAgency',
    data: { ...KEY, ...NAMES, level: 'department', ...data },
    today,
  };
}

export function renameAgency(data: Partial<RenameAgency['data']> = {}): RenameAgency {
  const renamed = { name: '某市乙局', shortName: '乙局', renamedOn: '2025-03-03' } as const;
  return { type: 'RenameAgency', data: { ...KEY, ...renamed, ...data }, today: TODAY };
}

export function designateOffice(
  office: string,
  designatedOn: LocalDate,
  data: Partial<DesignateDisclosureOffice['data']> = {},
): DesignateDisclosureOffice {
  const designated = { ...KEY, office, designatedOn, ...data };
  return { type: 'DesignateDisclosureOffice', data: designated, today: TODAY };
}

export function appointStaff(
  staffId: string,
  appointedOn: LocalDate,
  { sealed }: Pick<AppointStaff, 'sealed'> = {},
): AppointStaff {
  const data = { ...KEY, staffId, employment: 'full-time', appointedOn } as const;
  const name = sealed === undefined ? {} : { sealed };
  return { type: 'AppointStaff', data, ...name, today: TODAY };
}

export function releaseStaff(staffId: string, releasedOn: LocalDate): ReleaseStaff {
  return { type: 'ReleaseStaff', data: { ...KEY, staffId, releasedOn }, today: TODAY };
}

export function agencyEstablished(
  data: Partial<AgencyEstablished['data']> = {},
  occurredOn: LocalDate = TODAY,
): AgencyEstablished {
  return {
    type: 'AgencyEstablished',
    occurredOn,
    data: { ...KEY, ...NAMES, level: 'department', ...data },
  };
}

export function agencyRenamed(data: Partial<AgencyRenamed['data']> = {}): AgencyRenamed {
  const renamed = { name: '某市乙局', shortName: '乙局' };
  return { type: 'AgencyRenamed', occurredOn: '2025-03-03', data: { ...KEY, ...renamed, ...data } };
}

export function officeDesignated(
  office: string,
  occurredOn: LocalDate,
): DisclosureOfficeDesignated {
  return { type: 'DisclosureOfficeDesignated', occurredOn, data: { ...KEY, office } };
}

export function staffAppointed(
  staffId: string,
  occurredOn: LocalDate,
  employment: Employment = 'full-time',
): StaffAppointed {
  return { type: 'StaffAppointed', occurredOn, data: { ...KEY, staffId, employment } };
}

export function staffReleased(staffId: string, occurredOn: LocalDate): StaffReleased {
  return { type: 'StaffReleased', occurredOn, data: { ...KEY, staffId } };
}

export function rulesAdopted(feeDecimals: number): CountingRulesAdopted {
  return { type: 'CountingRulesAdopted', occurredOn: TODAY, data: { ...KEY, feeDecimals } };
}

/** 2027 as it might be announced: New Year's Day is a Friday, and Sun 2027-02-14 is made up for. */
export function announceDaysOff({
  today = TODAY,
  ...data
}: Partial<AnnounceDaysOff['data']> & On = {}): AnnounceDaysOff {
  const days = { off: ['2027-01-01'], work: ['2027-02-14'] } as const;
  const named = { year: 2027, scope: 'state-council', notice: '国办发明电〔2026〕1号' } as const;
  return {
    type: 'AnnounceDaysOff',
    data: { ...KEY, ...named, ...days, known: false, ...data },
    today,
  };
}

export function adoptProcedure(data: Partial<ProcedureRules>): AdoptProcedureRules {
  return { type: 'AdoptProcedureRules', data: { ...KEY, ...data }, today: TODAY };
}

export function mapRegister(data: Partial<MapRegister['data']> = {}): MapRegister {
  return { type: 'MapRegister', data: { ...registerMapped().data, ...data }, today: TODAY };
}

export function registerMapped(data: Partial<RegisterMapped['data']> = {}): RegisterMapped {
  const mapping = { columns: { 受理编号: '登记编号' }, values: { 申请人类型: { 公民: '自然人' } } };
  const mapped = { ...KEY, register: 'requests', ...mapping, ...data } as const;
  return { type: 'RegisterMapped', occurredOn: TODAY, data: mapped };
}

export function adoptReportRules(data: Partial<ReportRules>): AdoptReportRules {
  return { type: 'AdoptReportRules', data: { ...KEY, ...data }, today: TODAY };
}
