import { unreachable, type Command, type Decider, type Refusal } from '../../kernel/decider.js';
import { weighCorrection } from '../../kernel/correction.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { isAddressable } from '../../kernel/text.js';
import {
  agencyFacts,
  NOT_ESTABLISHED,
  type AgencyEstablished,
  type AgencyEvent,
  type AgencyFacts,
  type AgencyRenamed,
  type CountingRules,
  type CountingRulesAdopted,
  type DisclosureOfficeDesignated,
  type RetentionAdopted,
  type StaffAppointed,
  type StaffReleased,
} from './agency.events.js';
import {
  adoptProcedureRules,
  announceDaysOff,
  type ProcedureRulesCommand,
  type ProcedureRulesRefusal,
} from './procedure.rules.js';
import type { LetterRules, LetterRulesAdopted } from './letter-rules.events.js';
import {
  adoptReportRules,
  type AdoptReportRules,
  type ReportRulesRefusal,
} from './report.rules.js';
import {
  mapRegister,
  type MapRegister,
  type RegisterMappingRefusal,
} from './register-mapping.rules.js';
import {
  abolishAgency,
  placeAgency,
  type AbolishAgency,
  type PlaceAgency,
  type PlacementRefusal,
} from './placement.rules.js';

/** 建账: open the ledger of an agency. */
export type EstablishAgency = Command<'EstablishAgency', AgencyEstablished['data']>;

/** 机关更名. */
export type RenameAgency = Command<
  'RenameAgency',
  AgencyRenamed['data'] & { renamedOn: LocalDate }
>;

/** 指定政府信息公开工作机构. */
export type DesignateDisclosureOffice = Command<
  'DesignateDisclosureOffice',
  DisclosureOfficeDesignated['data'] & { designatedOn: LocalDate }
>;

/** 登记工作人员到岗. */
export type AppointStaff = Command<
  'AppointStaff',
  StaffAppointed['data'] & { appointedOn: LocalDate },
  { name: string }
>;

/** 登记工作人员离岗. */
export type ReleaseStaff = Command<
  'ReleaseStaff',
  StaffReleased['data'] & { releasedOn: LocalDate }
>;

/** 确定统计口径. */
export type AdoptCountingRules = Command<'AdoptCountingRules', CountingRulesAdopted['data']>;

/** 确定个人信息保存期限. */
export type AdoptRetention = Command<'AdoptRetention', RetentionAdopted['data']>;

/** 确定文书规则: only what is named. */
export type AdoptLetterRules = Command<'AdoptLetterRules', LetterRulesAdopted['data']>;

export type AgencyCommand =
  | EstablishAgency
  | RenameAgency
  | DesignateDisclosureOffice
  | AppointStaff
  | ReleaseStaff
  | AdoptCountingRules
  | AdoptRetention
  | AdoptLetterRules
  | AdoptReportRules
  | ProcedureRulesCommand
  | PlaceAgency
  | AbolishAgency
  | MapRegister;

export type AgencyRefusal =
  | ProcedureRulesRefusal
  | ReportRulesRefusal
  | PlacementRefusal
  | RegisterMappingRefusal
  | Refusal<
      | 'agency/name-missing'
      | 'agency/already-established'
      | 'agency/not-established'
      | 'agency/already-so-named'
      | 'agency/office-already-designated'
      | 'agency/staff-id-missing'
      | 'agency/staff-already-appointed'
      | 'agency/staff-not-appointed'
      | 'agency/staff-released-before-appointed'
      | 'agency/date-in-future'
      | 'agency/fee-decimals-out-of-range'
      | 'agency/retention-out-of-range'
      | 'agency/letter-prefix-unusable'
    >;

export type AgencyState = AgencyFacts | null;
type Outcome = readonly AgencyEvent[] | AgencyRefusal;

const BASIS = '《条例》第4条';
const LEDGER_RULE = NOT_ESTABLISHED.basis;

export const agencyDecider: Decider<AgencyState, AgencyCommand, AgencyEvent, AgencyRefusal> = {
  initialState: null,
  decide,
  evolve: agencyFacts,
};

function decide(command: AgencyCommand, state: AgencyState): Outcome {
  if (command.type === 'EstablishAgency') return establish(command, state);
  if (state === null) return NOT_ESTABLISHED;
  switch (command.type) {
    case 'RenameAgency':
      return rename(command, state);
    case 'DesignateDisclosureOffice':
      return designate(command, state);
    case 'AppointStaff':
      return appoint(command, state);
    case 'ReleaseStaff':
      return release(command, state);
    case 'AdoptCountingRules':
      return adopt(command, state);
    case 'AdoptRetention':
      return adoptRetention(command, state);
    case 'AdoptLetterRules':
      return adoptLetterRules(command, state);
    case 'MapRegister':
      return mapRegister(command, state.mappings);
    case 'AdoptReportRules':
      return adoptReportRules(command, state.reportRules);
    case 'AdoptProcedureRules':
      return adoptProcedureRules(command, state.procedure);
    case 'AnnounceDaysOff':
      return announceDaysOff(command, state.daysOff);
    case 'PlaceAgency':
      return notAhead(command.data.from, command.today) ?? placeAgency(command, state.placement);
    case 'AbolishAgency': {
      const ahead = notAhead(command.data.abolishedOn, command.today);
      return ahead ?? abolishAgency(command, state.placement);
    }
    default:
      return unreachable(command);
  }
}

function establish({ data, today }: EstablishAgency, state: AgencyState): Outcome {
  if (isUnnamed(data)) return { refused: 'agency/name-missing', basis: BASIS };
  if (state !== null) return { refused: 'agency/already-established', basis: LEDGER_RULE };
  return [{ type: 'AgencyEstablished', occurredOn: today, data }];
}

function rename({ data, today }: RenameAgency, state: AgencyFacts): Outcome {
  const { renamedOn, ...named } = data;
  if (isUnnamed(data)) return { refused: 'agency/name-missing', basis: BASIS };
  if (renamedOn > today) return inFuture(renamedOn, today);
  if (data.name === state.name && data.shortName === state.shortName) {
    return { refused: 'agency/already-so-named', basis: LEDGER_RULE };
  }
  return [{ type: 'AgencyRenamed', occurredOn: renamedOn, data: named }];
}

function designate({ data, today }: DesignateDisclosureOffice, state: AgencyFacts): Outcome {
  const { designatedOn, ...office } = data;
  if (data.office.trim() === '') return { refused: 'agency/name-missing', basis: BASIS };
  if (designatedOn > today) return inFuture(designatedOn, today);
  if (state.offices.has(data.office)) {
    return { refused: 'agency/office-already-designated', basis: LEDGER_RULE };
  }
  return [{ type: 'DisclosureOfficeDesignated', occurredOn: designatedOn, data: office }];
}

function appoint({ data, sealed, today }: AppointStaff, state: AgencyFacts): Outcome {
  const { appointedOn, ...post } = data;
  if (!isAddressable(data.staffId)) {
    return { refused: 'agency/staff-id-missing', basis: LEDGER_RULE };
  }
  if (appointedOn > today) return inFuture(appointedOn, today);
  if (state.staff.get(data.staffId)?.at(-1)?.until === null) {
    return { refused: 'agency/staff-already-appointed', basis: LEDGER_RULE };
  }
  const name = sealed === undefined ? {} : { sealed };
  return [{ type: 'StaffAppointed', occurredOn: appointedOn, data: post, ...name }];
}

function release({ data, today }: ReleaseStaff, state: AgencyFacts): Outcome {
  const { releasedOn, ...key } = data;
  const post = state.staff.get(data.staffId)?.at(-1);
  if (post?.until !== null) return { refused: 'agency/staff-not-appointed', basis: LEDGER_RULE };
  if (releasedOn > today) return inFuture(releasedOn, today);
  if (releasedOn < post.from) {
    const facts = { on: releasedOn, appointedOn: post.from };
    return { refused: 'agency/staff-released-before-appointed', basis: LEDGER_RULE, facts };
  }
  return [{ type: 'StaffReleased', occurredOn: releasedOn, data: key }];
}

/** 分 is the smallest unit, and a millionth of 万元. */
const FEE_DECIMALS_MAX = 6;

function adopt({ data, today }: AdoptCountingRules, state: AgencyFacts): Outcome {
  const { agencyId, ...chosen } = data;
  const { feeDecimals = state.rules.feeDecimals } = chosen;
  if (!Number.isInteger(feeDecimals) || feeDecimals < 0 || feeDecimals > FEE_DECIMALS_MAX) {
    return {
      refused: 'agency/fee-decimals-out-of-range',
      basis: '年度报告格式表二（单位：万元）',
      facts: { feeDecimals, max: FEE_DECIMALS_MAX },
    };
  }
  const { changes } = weighCorrection<CountingRules>(chosen, state.rules);
  if (Object.keys(changes).length === 0) return [];
  return [{ type: 'CountingRulesAdopted', occurredOn: today, data: { agencyId, ...changes } }];
}

/** 定期 30 年 is the longest fixed period (档案局令第8号); what is kept for good is not erased. */
const RETENTION_YEARS_MAX = 30;

function adoptRetention({ data, today }: AdoptRetention, state: AgencyFacts): Outcome {
  const { years } = data;
  if (!Number.isInteger(years) || years < 1 || years > RETENTION_YEARS_MAX) {
    const facts = { years, max: RETENTION_YEARS_MAX };
    return { refused: 'agency/retention-out-of-range', basis: '《条例》第45条', facts };
  }
  if (years === state.retentionYears) return [];
  return [{ type: 'RetentionAdopted', occurredOn: today, data }];
}

/** 机关代字 stands before 〔2026〕12号, so it has neither brackets nor spaces of its own. */
const LETTER_PREFIX = /^[^\s〔〕[\]()（）]{1,30}$/u;

function adoptLetterRules({ data, today }: AdoptLetterRules, state: AgencyFacts): Outcome {
  const { agencyId, ...chosen } = data;
  const { letterPrefix } = chosen;
  if (typeof letterPrefix === 'string' && !LETTER_PREFIX.test(letterPrefix)) {
    const facts = { letterPrefix };
    const basis = '台账规则：机关代字写在发文年份之前（GB/T 9704—2012）';
    return { refused: 'agency/letter-prefix-unusable', basis, facts };
  }
  const { changes } = weighCorrection<LetterRules>(chosen, state.letterRules);
  if (Object.keys(changes).length === 0) return [];
  return [{ type: 'LetterRulesAdopted', occurredOn: today, data: { agencyId, ...changes } }];
}

function isUnnamed({ name, shortName }: Readonly<{ name: string; shortName: string }>): boolean {
  return name.trim() === '' || shortName.trim() === '';
}

function notAhead(on: LocalDate, today: LocalDate): AgencyRefusal | null {
  return on > today ? inFuture(on, today) : null;
}

function inFuture(on: LocalDate, today: LocalDate): AgencyRefusal {
  return { refused: 'agency/date-in-future', basis: LEDGER_RULE, facts: { on, today } };
}
