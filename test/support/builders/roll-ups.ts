import type {
  ChildReport,
  CheckedReport,
  PrintedCell,
  RolledUp,
} from '../../../projections/checks/check.js';
import { sumOf } from '../../../projections/checks/rolled-up.js';
import { formOf } from '../../../projections/forms/forms.js';
import type { PlaceAgency, AbolishAgency } from '../../../src/agencies/domain/placement.rules.js';
import type {
  AgencyAbolished,
  AgencyPlaced,
} from '../../../src/agencies/domain/placement.events.js';
import type { RollUpReports } from '../../../src/annual-reports/domain/roll-up.decider.js';
import type {
  ReceiveReport,
  ReturnReport,
  SubmitReport,
} from '../../../src/annual-reports/domain/submission.decider.js';
import type {
  ReportReceived,
  ReportReturned,
  ReportSubmitted,
} from '../../../src/annual-reports/domain/submission.events.js';
import type { LocalDate } from '../../../src/kernel/local-date.js';
import { checkedReport, nilCells } from './checked-reports.js';

const TODAY: LocalDate = '2025-06-30';
const KEY = { agencyId: 'jia', year: 2024 } as const;

export function placeAgency(data: Partial<PlaceAgency['data']> = {}): PlaceAgency {
  const placed = { agencyId: 'jia', parentId: 'shi', from: '2025-03-03', above: ['shi'] } as const;
  return { type: 'PlaceAgency', data: { ...placed, ...data }, today: TODAY };
}

export function agencyPlaced(
  parentId: string | null = 'shi',
  occurredOn: LocalDate = '2025-03-03',
): AgencyPlaced {
  return { type: 'AgencyPlaced', occurredOn, data: { agencyId: 'jia', parentId } };
}

export function abolishAgency(data: Partial<AbolishAgency['data']> = {}): AbolishAgency {
  const abolished = { agencyId: 'jia', successorId: 'yi', abolishedOn: '2025-03-03' } as const;
  return { type: 'AbolishAgency', data: { ...abolished, ...data }, today: TODAY };
}

export function agencyAbolished(): AgencyAbolished {
  const data = { agencyId: 'jia', successorId: 'yi' };
  return { type: 'AgencyAbolished', occurredOn: '2025-03-03', data };
}

export function submitReport(data: Partial<SubmitReport['data']> = {}): SubmitReport {
  const submitted = { ...KEY, parentId: 'shi', edition: 1, digest: 'a' } as const;
  const rest = { submittedOn: '2025-01-20', openErrors: [], ...data } as const;
  return { type: 'SubmitReport', data: { ...submitted, ...rest }, today: TODAY };
}

export function reportSubmitted(data: Partial<ReportSubmitted['data']> = {}): ReportSubmitted {
  const submitted = { ...KEY, parentId: 'shi', edition: 1, digest: 'a', ...data };
  return { type: 'ReportSubmitted', occurredOn: '2025-01-20', data: submitted };
}

export function receiveReport(data: Partial<ReceiveReport['data']> = {}): ReceiveReport {
  const received = { ...reportReceived().data, receivedOn: '2025-01-20' as const, ...data };
  return { type: 'ReceiveReport', data: received, today: TODAY };
}

export function reportReceived(data: Partial<ReportReceived['data']> = {}): ReportReceived {
  const received: ReportReceived['data'] = {
    ...KEY,
    ...{ parentId: 'shi', unit: '某市甲局', statedYear: 2024, form: '2021' },
    cells: { 'table3.granted.natural': 3, 'table3.granted.total': '/' },
    words: null,
    source: { format: 'json', sha256: 'f'.repeat(64) },
    ...data,
  };
  return { type: 'ReportReceived', occurredOn: '2025-01-20', data: received };
}

export function returnReport(data: Partial<ReturnReport['data']> = {}): ReturnReport {
  const returned = {
    ...KEY,
    parentId: 'shi',
    reason: '表三不平',
    returnedOn: '2025-01-22' as const,
  };
  return { type: 'ReturnReport', data: { ...returned, ...data }, today: TODAY };
}

export function reportReturned(reason = '表三不平'): ReportReturned {
  const data = { ...KEY, parentId: 'shi', reason };
  return { type: 'ReportReturned', occurredOn: '2025-01-22', data };
}

export function rollUpReports(data: Partial<RollUpReports['data']> = {}): RollUpReports {
  const children = ['shi', 'jia'].map((agencyId) => ({ agencyId, digest: agencyId }));
  const rolled = { agencyId: 'shi', year: 2024, position: '9', form: '2021', figures: { a: 1 } };
  return { type: 'RollUpReports', data: { ...rolled, children, ...data }, today: TODAY };
}

export type Child = RolledUp['children'][number];

/** A child that handed a report without fault in, in time; nothing in it but what is named. */
export function child(name: string, named: Partial<Child> = {}): Child {
  return { ...childReport(name, named), errors: [], ...named };
}

export function childReport(name: string, named: Partial<ChildReport> = {}): ChildReport {
  return {
    agencyId: name,
    name,
    shortName: name,
    level: 'department',
    from: 'edition',
    standing: 'filed',
    unit: name,
    year: 2025,
    form: '2021',
    cells: nilCells(),
    words: null,
    edition: 1,
    newestEdition: 1,
    submittedOn: '2026-01-20',
    publishedOn: null,
    returned: null,
    times: 1,
    digest: name,
    source: null,
    ...named,
  };
}

/** Cells with something in each of some. */
export function cellsWith(cells: Readonly<Record<string, PrintedCell>>): Map<string, PrintedCell> {
  return new Map([...nilCells(), ...Object.entries(cells)]);
}

/** The sum of these children, as it is checked. */
export function rollUpOf(
  children: readonly Child[],
  named: Partial<RolledUp> & Partial<Pick<CheckedReport, 'cells' | 'today' | 'rules'>> = {},
): CheckedReport {
  const { cells = sumOf(formOf(2025), children), today = '2026-01-20', rules, ...rest } = named;
  const nothing = { recorded: null, before: [], successors: new Map(), heldDocuments: new Map() };
  const rolledUp: RolledUp = { children, ...nothing, ...rest };
  return checkedReport({ cells, today, ...(rules === undefined ? {} : { rules }), rolledUp });
}
