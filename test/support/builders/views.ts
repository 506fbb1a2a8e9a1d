import type { AgencyEvent } from '../../../src/agencies/domain/agency.events.js';
import { NEVER_SUBMITTED } from '../../../src/annual-reports/domain/submission.events.js';
import { NO_REPORT } from '../../../src/annual-reports/domain/annual-report.events.js';
import type { Event } from '../../../src/kernel/decider.js';
import type { Position } from '../../../src/ledger/ledger.js';
import type { AgencyView } from '../../../src/read-models/read-models.js';
import type { LedgerEvent } from '../../../src/read-models/recorded-events.js';
import { agencyDirectory } from '../../../projections/agency-directory.projection.js';
import { appealRegister } from '../../../projections/appeal-register.projection.js';
import { documentRegister } from '../../../projections/document-register.projection.js';
import { letterRegister } from '../../../projections/letter-register.projection.js';
import { monthlyCounts } from '../../../projections/monthly-counts.projection.js';
import { project, rowKey, type Projection } from '../../../projections/projection.js';
import { rollUps } from '../../../projections/roll-ups.projection.js';
import { signOffs } from '../../../projections/sign-offs.projection.js';
import { submissions } from '../../../projections/submissions.projection.js';
import { reportDrafts } from '../../../projections/report-drafts.projection.js';
import { requestRegister } from '../../../projections/request-register.projection.js';
import { agencyEstablished } from './agencies.js';

/** What the folds say of one agency after these events; nobody need have established it. */
export function viewOf(events: readonly LedgerEvent[], agencyId = 'jia'): AgencyView {
  const own = events.filter(({ data }) => data.agencyId === agencyId);
  const rows = <Row, E extends Event>(projection: Projection<Row, E>): Map<string, Row> =>
    project(projection, own.filter(({ type }) => type in projection.handles) as unknown as E[]);

  const [agency = established(agencyId)] = rows(agencyDirectory).values();
  const reports = rows(reportDrafts);
  const [handedIn, rolledUp] = [rows(submissions), rows(rollUps)];
  return {
    agency,
    requests: [...rows(requestRegister).values()],
    appeals: [...rows(appealRegister).values()],
    documents: [...rows(documentRegister).values()],
    counts: [...rows(monthlyCounts).values()],
    letters: [...rows(letterRegister).values()],
    signOffs: [...rows(signOffs).values()],
    report: (year) => reports.get(rowKey(agencyId, year)) ?? NO_REPORT,
    submissions: (year) => handedIn.get(rowKey(agencyId, year)) ?? NEVER_SUBMITTED,
    rollUp: (year) => rolledUp.get(rowKey(agencyId, year)) ?? null,
    position: String(events.length) as Position,
  };
}

function established(agencyId: string): AgencyView['agency'] {
  const opening: AgencyEvent = agencyEstablished({ agencyId });
  return agencyDirectory.evolve(null, opening);
}
