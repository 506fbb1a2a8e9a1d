import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { BEGINNING, type Ledger, type Position } from '../ledger/ledger.js';
import { LEDGER } from '../ledger/tokens.js';
import { shownEvent, type CaseEvent } from './case-events.query.js';

/** Facts of one page. */
const PAGE = 50;
/** Facts of other agencies that are passed over before a page is handed out short. */
const PASSED_MAX = 5_000;

/** A page of the ledger: the facts of one agency after a place, and the place to go on from. */
export type LedgerPage = Readonly<{ events: readonly CaseEvent[]; next: Position | null }>;

/** 台账浏览. */
export class ReadLedgerPage extends Query<LedgerPage> {
  constructor(
    readonly agencyId: string,
    readonly after: Position = BEGINNING,
  ) {
    super();
  }
}

@QueryHandler(ReadLedgerPage)
export class ReadLedgerPageHandler implements IQueryHandler<ReadLedgerPage> {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  async execute({ agencyId, after }: ReadLedgerPage): Promise<LedgerPage> {
    const events: CaseEvent[] = [];
    let passed = 0;
    for await (const recorded of this.ledger.readAll({ after })) {
      if (recorded.data['agencyId'] === agencyId) events.push(shownEvent(recorded));
      passed += 1;
      if (events.length === PAGE || passed === PASSED_MAX) {
        return { events, next: recorded.position };
      }
    }
    return { events, next: null };
  }
}
