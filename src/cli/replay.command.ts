import { yearsOf } from '../annual-reports/agency-years.js';
import { annualReportOf, type AnnualReport } from '../annual-reports/annual-report.js';
import { reached } from '../annual-reports/as-of.js';
import { figuresDigest } from '../annual-reports/figures-digest.js';
import { BrokenInvariant } from '../kernel/decider.js';
import type { LocalDate } from '../kernel/local-date.js';
import type { Position } from '../ledger/ledger.js';
import type { AgencyView } from '../read-models/read-models.js';
import { EXIT } from './exit-codes.js';
import { positionGiven } from './given.js';
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
 * `gongkai replay [--to POSITION]`: reads every fact from the first, up to and with that place,
 * checks each one's hash, folds every table afresh and checks the form's identities for every year
 * that has facts. The whole ledger is also compared with the root of its high-water mark.
 * Lists every year, also behind one that does not hold, and answers with the exit
 * code.
 */
export async function replay(
  session: Session,
  output: Output,
  to: string | undefined,
): Promise<number> {
  const head =
    to === undefined
      ? await session.ledger.head()
      : await reached(session.ledger, positionGiven(to));
  const models = session.models.at(head);
  const bar = output.progress('重放');
  const streams = new Set<string>();
  let facts = 0;
  let until = '';
  await models
    .catchUp(({ stream, recordedAt, position }) => {
      streams.add(stream);
      facts += 1;
      until = recordedAt;
      if (facts % 1_000 === 0) bar.update(Number(position), Number(head));
    })
    .finally(() => {
      bar.stop();
    });

  // With --to the question is another one; without the keys nobody can tell who signed the mark.
  if (to === undefined && session.vault.away === null) await session.transparency.requireMarked();
  else output.warn(['没有与高水位标记比对：只核对了每一条自己的散列。']);

  const years: ReplayedYear[] = [];
  for (const { agencyId } of await models.agencies()) {
    const view = await models.agency(agencyId);
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
  const upTo = to === undefined ? '' : ` 到第 ${head} 条为止`;
  const counted = `${String(facts)} 条事实，${String(streams.size)} 个流水`;
  output.answer(summary, [
    `台账 ${ledgerId}${upTo}：${counted}，逐条核对散列，完好。`,
    ...clockWords(until, session.clock.now()),
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

/** How far two clocks may differ and still be called right. */
const CLOCK_TOLERANCE_MS = 300_000;

/**
 * A clock that was ahead once keeps `recordedAt` there until it is right again, because that never
 * decreases: the order stands, and the hour of what came since is not known.
 */
function clockWords(until: string, now: string): readonly string[] {
  if (until === '' || Date.parse(until) - Date.parse(now) < CLOCK_TOLERANCE_MS) return [];
  return [
    `最后一条事实的记录时间 ${until} 晚于本机现在的时间 ${now}：时钟曾经拨快或者现在偏慢，请校准。` +
      '事实的先后不受影响。',
  ];
}

function replayedYear(view: AgencyView, year: number, today: LocalDate): ReplayedYear {
  try {
    return { agency: view.agency.name, year, ...figuresOf(annualReportOf(view, year, today)) };
  } catch (error) {
    if (!(error instanceof BrokenInvariant)) throw error;
    return { agency: view.agency.name, year, problem: error.message };
  }
}

function figuresOf({
  figures,
  year,
}: AnnualReport): Pick<ReplayedYear, 'received' | 'ended' | 'digest'> {
  return {
    received: figures['table3.new_received.total'] ?? 0,
    ended: figures['table3.total.total'] ?? 0,
    digest: figuresDigest(figures, year),
  };
}
