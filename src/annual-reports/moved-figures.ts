import type { Ledger, Position } from '../ledger/ledger.js';
import { toEvent, type LedgerEvent } from '../read-models/recorded-events.js';
import type { CellCase } from './cell-cases.js';
import type { FiguresWalk } from './figures-walk.js';

/** An event that moved a figure, and the two values it stands between. */
export type CellMove = Readonly<{
  position: Position;
  type: LedgerEvent['type'];
  /** What the event is about. */
  kind: CellCase['kind'] | 'agency';
  id: string;
  occurredOn: string;
  recordedAt: string;
  actor: string;
  before: number;
  after: number;
}>;

/** What moved each figure of a year, in the order of the ledger. */
export type Moves = (year: number, cell: string) => readonly CellMove[];

/** Walks on along the ledger, and keeps what moved which figure. */
export async function movesAlong(
  ledger: Pick<Ledger, 'readAll'>,
  walk: FiguresWalk,
  agencyId: string,
  range: Readonly<{ after: Position; upTo: Position }>,
): Promise<Moves> {
  const moves = new Map<string, CellMove[]>();
  for await (const recorded of ledger.readAll(range)) {
    const event = toEvent(recorded);
    if (event.data.agencyId !== agencyId) continue;
    const { position, occurredOn, recordedAt, actor } = recorded;
    const { type } = event;
    const what = { position, type, ...subjectOf(event), occurredOn, recordedAt, actor };
    for (const { year, cell, before, after } of walk.step(event)) {
      const key = keyOf(year, cell);
      const known = moves.get(key) ?? [];
      moves.set(key, known);
      known.push({ ...what, before, after });
    }
  }
  return (year, cell) => moves.get(keyOf(year, cell)) ?? [];
}

function keyOf(year: number, cell: string): string {
  return `${year} ${cell}`;
}

function subjectOf({ data }: LedgerEvent): Pick<CellMove, 'kind' | 'id'> {
  if ('number' in data) return { kind: 'request', id: data.number };
  if ('caseNumber' in data) return { kind: 'appeal', id: data.caseNumber };
  if ('requestNumber' in data) return { kind: 'request', id: data.requestNumber };
  if ('documentNumber' in data) return { kind: 'document', id: data.documentNumber };
  if ('inForce' in data) return { kind: 'opening-balance', id: `${data.month}-01` };
  if ('month' in data) return { kind: 'monthly-count', id: data.month };
  return { kind: 'agency', id: data.agencyId };
}
