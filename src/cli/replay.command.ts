import { createHash } from 'node:crypto';
import { CELLS } from '../../projections/form-figures.js';
import { annualReportOf } from '../annual-reports/annual-report.js';
import type { Position } from '../ledger/ledger.js';
import type { AgencyView } from '../read-models/read-models.js';
import type { Output } from './output.js';
import type { Session } from './session.js';

/** One year of one agency after the replay. */
type ReplayedYear = Readonly<{
  agency: string;
  year: number;
  received: number;
  ended: number;
  digest: string;
}>;

/**
 * `gongkai replay`: reads every fact from the first, checks each one's hash, folds every table
 * afresh and checks the form's identities for every year that has facts.
 */
export async function replay(session: Session, output: Output): Promise<void> {
  const head = await session.ledger.head();
  const bar = output.progress('重放');
  const streams = new Set<string>();
  let facts = 0;
  let until = '';
  await session.models
    .catchUp(({ stream, recordedAt, position }) => {
      streams.add(stream);
      facts += 1;
      until = recordedAt;
      if (facts % 1_000 === 0) bar.update(Number(position), Number(head));
    })
    .finally(() => {
      bar.stop();
    });

  const years: ReplayedYear[] = [];
  for (const { agencyId } of await session.models.agencies()) {
    const view = await session.models.agency(agencyId);
    if (view !== undefined) years.push(...yearsOf(view).map((year) => replayedYear(view, year)));
  }
  const { ledgerId } = session.ledger;
  const summary = {
    ledgerId,
    facts,
    streams: streams.size,
    head: head satisfies Position,
    until,
    years,
  };
  output.answer(summary, [
    `台账 ${ledgerId}：${String(facts)} 条事实，${String(streams.size)} 个流水，逐条核对散列，完好。`,
    ...years.map(
      ({ agency, year, received, ended, digest }) =>
        `${agency} ${year} 年：新收 ${received} 件，办结 ${ended} 件，` +
        `勾稽关系成立，数字摘要 ${digest.slice(0, 16)}`,
    ),
  ]);
}

/** Every year that a fact of the agency falls in. */
function yearsOf({ requests, appeals, documents, counts }: AgencyView): readonly number[] {
  const dates = [
    ...requests.flatMap(({ receivedOn, decidedOn, servedOn, withdrawnOn }) => [
      receivedOn,
      decidedOn,
      servedOn,
      withdrawnOn,
    ]),
    ...appeals.flatMap(({ filedOn, concluded }) => [filedOn, concluded?.on ?? null]),
    ...documents.flatMap(({ issuedOn, repealedOn }) => [issuedOn, repealedOn]),
    ...counts.flatMap(({ monthly, opening }) => [...monthly.keys(), ...opening.keys()]),
  ];
  const years = dates.flatMap((date) => (date === null ? [] : [Number(date.slice(0, 4))]));
  return [...new Set(years)].sort((left, right) => left - right);
}

function replayedYear(view: AgencyView, year: number): ReplayedYear {
  const { agency, figures } = annualReportOf(view, year);
  const values = CELLS.map((cell) => `${cell}=${String(figures[cell])}`).join('\n');
  return {
    agency: agency.name,
    year,
    received: figures['table3.new_received.total'],
    ended: figures['table3.total.total'],
    digest: createHash('sha256').update(values).digest('hex'),
  };
}
