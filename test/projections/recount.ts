import type { LedgerEvent } from '../../src/read-models/recorded-events.js';

/**
 * The tables counted a second time, from the raw events and with none of the program's own terms:
 * by who is open on New Year's Eve instead of by rows, and by running balances instead of by weights.
 */
export type Recount = ReadonlyMap<string, number>;

class Tally extends Map<string, number> {
  add(cell: string, by = 1): void {
    this.set(cell, (this.get(cell) ?? 0) + by);
  }
}

type Life = {
  kind: string;
  received: string;
  decided?: string;
  served?: string;
  withdrawn?: string;
  result?: string;
};

export function recountTableThree(events: readonly LedgerEvent[], year: number): Recount {
  const tally = new Tally();
  for (const life of livesOf(events)) {
    const rows: string[] = [];
    if (life.received.startsWith(`${year}-`)) rows.push('new_received');
    if (isOpen(life, `${year - 1}-12-31`)) rows.push('carried_in');
    if (isOpen(life, `${year}-12-31`)) rows.push('carried_out');
    const end = endOf(life);
    if (end?.on.startsWith(`${year}-`)) rows.push(end.row, 'total');
    for (const row of rows) {
      tally.add(`${row}.${life.kind}`);
      tally.add(`${row}.total`);
    }
  }
  return tally;
}

function livesOf(events: readonly LedgerEvent[]): Iterable<Life> {
  const lives = new Map<string, Life>();
  for (const event of events) {
    if (event.type === 'RequestRegistered') {
      const { number, applicantKind: kind } = event.data;
      lives.set(number, { kind, received: event.occurredOn });
      continue;
    }
    const life = 'number' in event.data ? lives.get(event.data.number) : undefined;
    if (life === undefined) continue;
    if (event.type === 'ReplyDecided') {
      life.decided = event.occurredOn;
      life.result = event.data.outcome;
    }
    if (event.type === 'ReplyServed') life.served = event.occurredOn;
    if (event.type === 'RequestWithdrawn') life.withdrawn = event.occurredOn;
    if (event.type === 'EntryCorrected') {
      const right = event.data.corrected;
      if (right.applicantKind !== undefined) life.kind = right.applicantKind;
      if (right.receivedOn !== undefined) life.received = right.receivedOn;
      if (right.decidedOn !== undefined) life.decided = right.decidedOn;
      if (right.servedOn !== undefined) life.served = right.servedOn;
      if (right.withdrawnOn !== undefined) life.withdrawn = right.withdrawnOn;
      if (right.outcome !== undefined) life.result = right.outcome;
    }
  }
  return lives.values();
}

function endOf(life: Life): { on: string; row: string } | undefined {
  if (life.withdrawn !== undefined) return { on: life.withdrawn, row: 'other_misc' };
  const on = life.result?.startsWith('other_') === true ? life.decided : life.served;
  return on === undefined ? undefined : { on, row: life.result! };
}

function isOpen(life: Life, day: string): boolean {
  const end = endOf(life);
  return life.received <= day && !(end !== undefined && end.on <= day);
}

export function recountTableFour(events: readonly LedgerEvent[], year: number): Recount {
  const tally = new Tally();
  const kinds = new Map<string, string>();
  const pending = new Map<string, string>();
  // By the calendar: whoever is still in `pending` when the year has passed is 尚未审结.
  for (const event of inOrderOfDays(events)) {
    if (event.occurredOn > `${year}-12-31`) break;
    if (event.type === 'AppealFiled') {
      kinds.set(event.data.caseNumber, event.data.kind);
      pending.set(event.data.caseNumber, event.data.kind);
    }
    if (event.type === 'AppealConcluded') {
      pending.delete(event.data.caseNumber);
      if (event.occurredOn < `${year}-01-01`) continue;
      tally.add(`${kinds.get(event.data.caseNumber)!}.${event.data.outcome}`);
      tally.add(`${kinds.get(event.data.caseNumber)!}.total`);
    }
  }
  for (const kind of pending.values()) {
    tally.add(`${kind}.pending`);
    tally.add(`${kind}.total`);
  }
  return tally;
}

function inOrderOfDays(events: readonly LedgerEvent[]): readonly LedgerEvent[] {
  return events.toSorted((left, right) => (left.occurredOn < right.occurredOn ? -1 : 1));
}

export function recountTableTwo(events: readonly LedgerEvent[], year: number): Recount {
  const tally = new Tally();
  const kinds = new Map<string, string>();
  const inForce = new Tally();
  const since = new Map<string, string>();
  for (const event of events) {
    if (event.type === 'DocumentIssued') kinds.set(event.data.documentNumber, event.data.kind);
    if (event.type !== 'OpeningBalanceStated' || event.data.month > `${year}-12`) continue;
    const { kind, month } = event.data;
    if (month < (since.get(kind) ?? '')) continue;
    since.set(kind, month);
    inForce.set(kind, event.data.inForce);
  }
  for (const event of events) {
    if (event.type !== 'DocumentIssued' && event.type !== 'DocumentRepealed') continue;
    const kind = kinds.get(event.data.documentNumber)!;
    const issued = event.type === 'DocumentIssued';
    if (event.occurredOn.startsWith(`${year}-`))
      tally.add(`${kind}.${issued ? 'made' : 'repealed'}`);
    const month = event.occurredOn.slice(0, 7);
    // A balance is stated as the month begins, so what happens in that month comes on top.
    if (month >= (since.get(kind) ?? '') && month <= `${year}-12`)
      inForce.add(kind, issued ? 1 : -1);
  }
  for (const [kind, count] of inForce) tally.set(`${kind}.valid`, count);
  return new Map([...tally, ...recountMonths(events, year)]);
}

function recountMonths(events: readonly LedgerEvent[], year: number): Recount {
  const months = new Map<string, number>();
  for (const event of events) {
    if (event.type !== 'MonthlyCountReported' && event.type !== 'MonthlyCountCorrected') continue;
    const { month, category, quantity } = event.data;
    if (month.startsWith(`${year}-`) && !category.startsWith('narrative:')) {
      months.set(`${month} ${category}`, quantity);
    }
  }
  const tally = new Tally();
  for (const [key, quantity] of months) tally.add(key.slice('2020-01 '.length), quantity);
  return tally;
}
