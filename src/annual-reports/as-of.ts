import { CommandRefused } from '../ledger/command-refused.js';
import { BEGINNING, comparePositions, type Ledger, type Position } from '../ledger/ledger.js';
import { notClosed } from './domain/annual-report.decider.js';
import type { AnnualReportFacts, ClosedEdition, ReportKey } from './domain/annual-report.events.js';
import type { ReadModels } from '../read-models/read-models.js';

/** 封账的哪一版: the newest one, the one that was filed last, or one by its number. */
export type EditionMeant = 'closed' | 'filed' | Readonly<{ edition: number }>;

type NamedTime = 'now' | 'filed' | 'closed' | Position;

/** 按哪一时的台账: as it stands now, as it stood at any place, or a closed edition of the year. */
export type AsOf = NamedTime | EditionMeant;

/** What a person writes: `now`, `filed`, `closed`, or a place in digits. Null for anything else. */
export function asOfFrom(text: string): NamedTime | null {
  if (text === 'now' || text === 'filed' || text === 'closed') return text;
  return /^(?:0|[1-9]\d*)$/.test(text) ? (text as Position) : null;
}

/** What a person writes: `closed`, `filed`, or a number from 1 on. Null for anything else. */
export function editionFrom(text: string): EditionMeant | null {
  if (text === 'closed' || text === 'filed') return text;
  return /^[1-9]\d{0,3}$/.test(text) ? { edition: Number(text) } : null;
}

export function isEdition(asOf: AsOf): asOf is EditionMeant {
  return typeof asOf === 'object' || asOf === 'closed' || asOf === 'filed';
}

/** The closed edition that is meant. Refuses one that there is not. */
export function editionMeant(
  { editions, filed }: AnnualReportFacts,
  year: number,
  meant: EditionMeant,
): ClosedEdition {
  const number =
    typeof meant === 'object'
      ? meant.edition
      : meant === 'filed'
        ? filed?.edition
        : editions.at(-1)?.edition;
  const found = editions.find(({ edition }) => edition === number);
  if (found !== undefined) return found;
  if (editions.length === 0 && meant !== 'filed') throw new CommandRefused(notClosed(year));
  const basis = '《条例》第49条';
  if (number === undefined) {
    throw new CommandRefused({ refused: 'annual-report/not-filed', basis, facts: { year } });
  }
  const facts = { year, edition: number, newest: editions.length };
  throw new CommandRefused({ refused: 'annual-report/no-such-edition', basis, facts });
}

/** The place that is meant. Refuses a place the ledger has not reached, and an edition there is not. */
export async function positionOf(
  ledger: Pick<Ledger, 'head'>,
  models: ReadModels,
  { agencyId, year }: ReportKey,
  asOf: AsOf,
): Promise<Position> {
  if (asOf === 'now') return ledger.head();
  if (!isEdition(asOf)) return reached(ledger, asOf);
  const report = (await models.agency(agencyId)).report(year);
  return editionMeant(report, year, asOf).position as Position;
}

/** The place itself, once the ledger has reached it: what is not there yet may still change. */
export async function reached(ledger: Pick<Ledger, 'head'>, at: Position): Promise<Position> {
  const head = await ledger.head();
  if (at === BEGINNING || comparePositions(at, head) <= 0) return at;
  throw new CommandRefused({
    refused: 'annual-report/beyond-head',
    basis: '台账规则：台账只增不改，按位置可以回到任何一时',
    facts: { position: at, head },
  });
}
