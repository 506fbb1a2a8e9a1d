import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { CheckedReport, Finding } from '../../projections/checks/check.js';
import type { LocalDate } from '../kernel/local-date.js';
import { CLOCK, type Clock } from '../ledger/clock.js';
import type { Vault } from '../ledger/vault/vault.js';
import { CommandRefused } from '../ledger/command-refused.js';
import type { Ledger, Position } from '../ledger/ledger.js';
import { LEDGER, VAULT } from '../ledger/tokens.js';
import { ReadModels, type AgencyView } from '../read-models/read-models.js';
import { applicantsNamed } from './applicants-named.js';
import { carriedBetween } from './carried-requests.query.js';
import { checkedEdition, checkedReport, othersOf } from './checked-report.js';
import { checkedRollUp } from './checked-roll-up.js';
import { yearRefusal } from './domain/annual-report.decider.js';
import type { ReportKey } from './domain/annual-report.events.js';
import { weighed, type Weighed } from './open-errors.js';
import { reportStream } from './report-stream.js';

/** 放行: why, by whom and on which day. */
export type Overridden = Readonly<{ reason: string; by: string; on: LocalDate }>;

/** A finding, and who answers for it; null while nobody does. */
export type CheckedFinding = Finding & Readonly<{ overridden: Overridden | null }>;

/** What the checks read: see {@link CheckReport}. */
export type CheckedState = 'now' | 'closed' | 'roll-up';

/**
 * 校验年度报告: what the checks find in it as the ledger stands now, in the newest closed edition held
 * against the ledger of now, or in the sum of the reports of the agency's children (汇总).
 */
export class CheckReport extends Query<readonly CheckedFinding[]> {
  constructor(
    readonly agencyId: string,
    readonly year: number,
    readonly of: CheckedState = 'now',
  ) {
    super();
  }
}

@QueryHandler(CheckReport)
export class CheckReportHandler implements IQueryHandler<CheckReport> {
  constructor(
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(VAULT) private readonly vault: Vault,
  ) {}

  async execute({ agencyId, year, of }: CheckReport): Promise<readonly CheckedFinding[]> {
    const today = this.clock.today();
    const refusal = yearRefusal(year, today);
    if (refusal !== null) throw new CommandRefused(refusal);
    const view = await this.models.agency(agencyId);
    const report =
      of === 'roll-up'
        ? checkedRollUp(await this.models.everyAgency(), agencyId, year, today)
        : of === 'now'
          ? checkedReport(view, year, today)
          : checkedEdition(view, year, today);
    if (report === null) throw new CommandRefused(notClosed(year));
    const facts = view.report(year);
    const people = await this.overriders({ agencyId, year });
    const found = await this.withAstray(
      view,
      year,
      weighed(await this.compared(report, agencyId), facts),
    );
    return found.map(({ finding, override }) => {
      if (override === null) return { ...finding, overridden: null };
      const { reason, on } = override;
      const by = people[facts.overrides.indexOf(override)] ?? '';
      return { ...finding, overridden: { reason, by, on } };
    });
  }

  /** With what no view of one agency has: the texts of the others, and whose names are sealed. */
  private async compared(report: CheckedReport, agencyId: string): Promise<CheckedReport> {
    const views = await this.models.everyAgency();
    const named = applicantsNamed(this.vault, agencyId, report.words);
    return { ...report, others: othersOf(views, agencyId, report.year), applicantsNamed: named };
  }

  /**
   * 上年结转 is not what was closed: the requests that only one side has are read where it was closed,
   * which no check can.
   */
  private async withAstray(
    now: AgencyView,
    year: number,
    found: readonly Weighed[],
  ): Promise<readonly Weighed[]> {
    const closed = now.report(year - 1).editions.at(-1);
    if (closed === undefined || found.every(({ finding }) => finding.id !== 'T3-06')) return found;
    const models = this.models.at(closed.position as Position);
    const then = await models.agency(now.agency.agencyId);
    const { carriedOut, carriedIn } = carriedBetween(then, now, year - 1);
    const [out, back] = [new Set(carriedOut), new Set(carriedIn)];
    const cases = [
      ...carriedOut.filter((number) => !back.has(number)),
      ...carriedIn.filter((number) => !out.has(number)),
    ];
    return found.map(({ finding, override }) =>
      finding.id === 'T3-06' ? { finding: { ...finding, cases }, override } : { finding, override },
    );
  }

  /** Who gave each override, in their order: it is written on the envelope, which no fold opens. */
  private async overriders(key: ReportKey): Promise<readonly string[]> {
    const people: string[] = [];
    for await (const { type, actor } of this.ledger.readStream(reportStream(key))) {
      if (type === 'CheckOverridden') people.push(actor);
    }
    return people;
  }
}

function notClosed(year: number) {
  return {
    refused: 'annual-report/not-closed',
    basis: '台账规则：封账以后照存下来的打印，更正另出一版',
    facts: { year },
  } as const;
}
