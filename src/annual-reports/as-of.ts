import { CommandRefused } from '../ledger/command-refused.js';
import { BEGINNING, comparePositions, type Ledger, type Position } from '../ledger/ledger.js';
import type { ReadModels } from '../read-models/read-models.js';
import type { ReportKey } from './domain/annual-report.events.js';

/**
 * 按哪一时的台账: as it stands now, as it stood when the year's report was filed, or as it stood at
 * any place.
 */
export type AsOf = 'now' | 'filed' | Position;

/** What a person writes: `now`, `filed`, or a place in decimal digits. Null for anything else. */
export function asOfFrom(text: string): AsOf | null {
  if (text === 'now' || text === 'filed') return text;
  return /^(?:0|[1-9]\d*)$/.test(text) ? (text as Position) : null;
}

/** The place that is meant. Refuses a place the ledger has not reached, and a year not filed. */
export async function positionOf(
  ledger: Pick<Ledger, 'head'>,
  models: ReadModels,
  { agencyId, year }: ReportKey,
  asOf: AsOf,
): Promise<Position> {
  if (asOf === 'now') return ledger.head();
  if (asOf !== 'filed') return reached(ledger, asOf);
  const { filed } = (await models.agency(agencyId)).report(year);
  if (filed !== null) return filed.position as Position;
  throw new CommandRefused({
    refused: 'annual-report/not-filed',
    basis: '《条例》第49条',
    facts: { year },
  });
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
