import type { Event } from '../../kernel/decider.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { ReportKey } from './annual-report.events.js';

/** 下级报告已汇总: what every cell of the sum held, and what of each child went into it. */
export type ReportsRolledUp = Event<
  'ReportsRolledUp',
  ReportKey & {
    /** The place of the ledger that the figures were read at. */
    position: string;
    form: string;
    figures: Readonly<Record<string, number>>;
    /** 本级 among them; the digest is that of the child's cells. */
    children: readonly Readonly<{ agencyId: string; digest: string }>[];
  }
>;

/** The newest roll-up of a year. */
export type RollUpFacts = Readonly<
  Omit<ReportsRolledUp['data'], keyof ReportKey> & { on: LocalDate }
>;

export function rollUpFacts(_before: RollUpFacts | null, event: ReportsRolledUp): RollUpFacts {
  const { agencyId: _agencyId, year: _year, ...rolled } = event.data;
  return { ...rolled, on: event.occurredOn };
}
