import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { agencyStream } from '../agencies/agency-stream.js';
import { appealStream } from '../appeals/appeal-stream.js';
import { isYearMonth } from '../kernel/local-date.js';
import type { Instant, Ledger, Position, RecordedEvent } from '../ledger/ledger.js';
import { LEDGER } from '../ledger/tokens.js';
import { countStream, documentStream } from '../publications/publication-streams.js';
import { toEvent, type LedgerEvent } from '../read-models/recorded-events.js';
import { requestStream } from '../requests/request-stream.js';
import type { CellCase } from './cell-cases.js';

/** What a case may be, and the agency itself, whose rules decide what counts. */
export const CASE_KINDS = [
  'request',
  'appeal',
  'document',
  'monthly-count',
  'opening-balance',
  'agency',
] as const satisfies readonly (CellCase['kind'] | 'agency')[];
export type CaseKind = (typeof CASE_KINDS)[number];

/** A case as a cell lists it; the agency is its own id. */
export type NamedCase = Readonly<{
  agencyId: string;
  kind: CaseKind;
  id: string;
  /** Of a month: one category alone, as in `licensing`, or the kind of document of a balance. */
  category?: string;
}>;

/** One fact of a case: both its times, by whom, and what a proof of it begins with. */
export type CaseEvent = Readonly<{
  position: Position;
  eventId: string;
  type: LedgerEvent['type'];
  occurredOn: string;
  recordedAt: Instant;
  actor: string;
  stream: string;
  revision: number;
  hash: string;
}>;

/** 下钻到事实: the events of one case, in their order. Empty for a case that there is not. */
export class ListCaseEvents extends Query<readonly CaseEvent[]> {
  constructor(readonly named: NamedCase) {
    super();
  }
}

@QueryHandler(ListCaseEvents)
export class ListCaseEventsHandler implements IQueryHandler<ListCaseEvents> {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  async execute({ named }: ListCaseEvents): Promise<readonly CaseEvent[]> {
    const stream = streamOf(named);
    const events: CaseEvent[] = [];
    if (stream === null) return events;
    for await (const recorded of this.ledger.readStream(stream)) {
      if (isAbout(recorded, named)) events.push(shownEvent(recorded));
    }
    return events;
  }
}

function streamOf({ agencyId, kind, id }: NamedCase): string | null {
  switch (kind) {
    case 'request':
      return requestStream({ agencyId, number: id });
    case 'appeal':
      return appealStream({ agencyId, caseNumber: id });
    case 'document':
      return documentStream({ agencyId, documentNumber: id });
    case 'monthly-count':
    case 'opening-balance': {
      const month = id.slice(0, 7);
      return isYearMonth(month) ? countStream({ agencyId, month }) : null;
    }
    case 'agency':
      return agencyStream({ agencyId });
  }
}

/** A year of months shares one stream; everything else has one of its own. */
function isAbout(recorded: RecordedEvent, { kind, id, category }: NamedCase): boolean {
  if (kind !== 'monthly-count' && kind !== 'opening-balance') return true;
  const { data } = toEvent(recorded);
  if (!('month' in data) || data.month !== id.slice(0, 7)) return false;
  if ('inForce' in data) return kind === 'opening-balance' && (category ?? data.kind) === data.kind;
  return kind === 'monthly-count' && (category ?? data.category) === data.category;
}

/** What is shown of a fact: nothing of what it says. */
export function shownEvent(recorded: RecordedEvent): CaseEvent {
  const { position, eventId, occurredOn, recordedAt, actor, stream, revision, hash } = recorded;
  const { type } = toEvent(recorded);
  return { position, eventId, type, occurredOn, recordedAt, actor, stream, revision, hash };
}
