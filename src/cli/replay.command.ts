import { createHash } from 'node:crypto';
import { CELLS } from '../../projections/form-figures.js';
import { annualReportOf, type AnnualReport } from '../annual-reports/annual-report.js';
import { BrokenInvariant } from '../kernel/decider.js';
import type { LocalDate } from '../kernel/local-date.js';
import type { Position } from '../ledger/ledger.js';
import type { AgencyView } from '../read-models/read-models.js';
import { EXIT } from './exit-codes.js';
import type { Output } from './output.js';
import type { Session } from './session.js';

/** One year of one agency after the replay. */
type ReplayedYear = Readonly<{
  agency: string;
  year: number;
  received?: number;
  ended?: number;
  digest?: string;
  /** The identity that does not hold; the year has no figures then. */
  problem?: string;
}>;

/**
 * `gongkai replay`: reads every fact from the first, checks each one's hash, folds every table
 * afresh and checks the form's identities for every year that has facts. Lists every year, also
 * behind one that does not hold, and answers with the exit code.
 */
export async function replay(session: Session, output: Output): Promise<number> {
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
    years.push(...yearsOf(view).map((year) => replayedYear(view, year, session.clock.today())));
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
    ...years.map(wordsOf),
  ]);
  return years.some(({ problem }) => problem !== undefined) ? EXIT.refused : EXIT.done;
}

function wordsOf({ agency, year, received, ended, digest, problem }: ReplayedYear): string {
  if (problem !== undefined) return `${agency} ${year} 年：勾稽关系不成立：${problem}`;
  return (
    `${agency} ${year} 年：新收 ${String(received)} 件，办结 ${String(ended)} 件，` +
    `勾稽关系成立，数字摘要 ${String(digest).slice(0, 16)}`
  );
}

/** Every year that a fact of the agency falls in. */
function yearsOf({ requests, appeals, documents, counts }: AgencyView): readonly number[] {
  const stands = ({ voidedOn }: { voidedOn: string | null }): boolean => voidedOn === null;
  const dates = [
    ...requests
      .filter(stands)
      .flatMap(({ receivedOn, decidedOn, servedOn, withdrawnOn }) => [
        receivedOn,
        decidedOn,
        servedOn,
        withdrawnOn,
      ]),
    ...appeals.filter(stands).flatMap(({ filedOn, concluded }) => [filedOn, concluded?.on ?? null]),
    ...documents.filter(stands).flatMap(({ issuedOn, repealedOn }) => [issuedOn, repealedOn]),
    ...counts.flatMap(({ monthly, opening }) => [...monthly.keys(), ...opening.keys()]),
  ];
  const years = dates.flatMap((date) => (date === null ? [] : [Number(date.slice(0, 4))]));
  return [...new Set(years)].sort((left, right) => left - right);
}

function replayedYear(view: AgencyView, year: number, today: LocalDate): ReplayedYear {
  try {
    return { agency: view.agency.name, year, ...figuresOf(annualReportOf(view, year, today)) };
  } catch (error) {
    if (!(error instanceof BrokenInvariant)) throw error;
    return { agency: view.agency.name, year, problem: error.message };
  }
}

function figuresOf({ figures }: AnnualReport): Pick<ReplayedYear, 'received' | 'ended' | 'digest'> {
  const values = CELLS.map((cell) => `${cell}=${String(figures[cell])}`).join('\n');
  return {
    received: figures['table3.new_received.total'],
    ended: figures['table3.total.total'],
    digest: createHash('sha256').update(values).digest('hex'),
  };
}
