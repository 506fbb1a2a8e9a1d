import { Inject, Injectable } from '@nestjs/common';
import type { AnnualReport } from '../annual-reports/annual-report.js';
import { GetAnnualReport, type Scope } from '../annual-reports/annual-report.queries.js';
import { toView, type AnnualReportView } from '../annual-reports/annual-report-view.js';
import type { AsOf } from '../annual-reports/as-of.js';
import { Transparency } from '../ledger/transparency/transparency.js';
import { Dispatcher } from './dispatcher.js';

export type ReportShown = Readonly<{ annual: AnnualReport; view: AnnualReportView }>;

/** A year's report, its figures and how it is handed out. */
@Injectable()
export class ReportViews {
  constructor(
    @Inject(Dispatcher) private readonly dispatcher: Dispatcher,
    @Inject(Transparency) private readonly transparency: Transparency,
  ) {}

  async of(agencyId: string, year: number, asOf: AsOf, scope: Scope = 'own'): Promise<ReportShown> {
    const annual = await this.dispatcher.ask(new GetAnnualReport(agencyId, year, asOf, scope));
    // After the figures, so that it covers every fact they were counted from.
    const checkpoint = await this.transparency.checkpoint('sha256-ed25519');
    return { annual, view: toView(annual, this.dispatcher.by().today, checkpoint) };
  }
}
