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
  merged?: string;
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
    if (event.type === 'RequestArrived') {
      // Nothing has been received yet: no day is after this one.
      const { number, applicantKind: kind } = event.data;
      lives.set(number, { kind, received: '9999-12-31' });
      continue;
    }
    const life = 'number' in event.data ? lives.get(event.data.number) : undefined;
    if (life === undefined) continue;
    if (event.type === 'ReplyDecided') {
      life.decided = event.occurredOn;
      life.result = event.data.outcome;
    }
    if (event.type === 'ReplyServed') life.served = event.occurredOn;
    if (event.type === 'ReceiptConfirmed') life.received = event.occurredOn;
    if (event.type === 'RequestWithdrawn') life.withdrawn = event.occurredOn;
    if (event.type === 'RequestMerged') life.merged = event.occurredOn;
    if (event.type === 'EntryCorrected') {
      const right = event.data.corrected;
      if (right.applicantKind !== undefined) life.kind = right.applicantKind;
      if (right.receivedOn !== undefined) life.received = right.receivedOn;
      if (right.decidedOn !== undefined) life.decided = right.decidedOn;
      if (right.servedOn !== undefined) life.served = right.servedOn;
      if (right.withdrawnOn !== undefined) life.withdrawn = right.withdrawnOn;
      if (right.outcome !== undefined) life.result = right.outcome;
    }
    if (event.type === 'EntryVoided') {
      const { step } = event.data;
      if (step === 'registration') lives.delete(event.data.number);
      if (step === 'decision') delete life.result;
      if (step === 'decision') delete life.decided;
      if (step === 'decision' || step === 'service') delete life.served;
      if (step === 'withdrawal') delete life.withdrawn;
      if (step === 'merger') delete life.merged;
    }
  }
  return lives.values();
}

function endOf(life: Life): { on: string; row: string } | undefined {
  if (life.received === '9999-12-31') return undefined;
  const ended = life.withdrawn ?? life.merged;
  if (ended !== undefined) return { on: ended, row: 'other_misc' };
  const on = life.result?.startsWith('other_') === true ? life.decided : life.served;
  return on === undefined ? undefined : { on, row: life.result! };
}

function isOpen(life: Life, day: string): boolean {
  const end = endOf(life);
  return life.received <= day && !(end !== undefined && end.on <= day);
}

type Case = { kind: string; accepted: string; concluded?: string; result?: string };

export function recountTableFour(events: readonly LedgerEvent[], year: number): Recount {
  const tally = new Tally();
  for (const { kind, accepted, concluded, result } of casesOf(events)) {
    const over = (day: string): boolean => concluded !== undefined && concluded <= day;
    if (over(`${year - 1}-12-31`) || accepted > `${year}-12-31`) continue;
    tally.add(`${kind}.total`);
    tally.add(`${kind}.${over(`${year}-12-31`) ? result! : 'pending'}`);
  }
  return tally;
}

function casesOf(events: readonly LedgerEvent[]): Iterable<Case> {
  const cases = new Map<string, Case>();
  for (const event of events) {
    if (event.type === 'AppealFiled') {
      const { caseNumber, kind } = event.data;
      cases.set(caseNumber, { kind, accepted: event.occurredOn });
    }
    if (event.type === 'AppealConcluded') {
      const known = cases.get(event.data.caseNumber)!;
      known.concluded = event.occurredOn;
      known.result = event.data.outcome;
    }
    if (event.type === 'AppealEntryCorrected') {
      const known = cases.get(event.data.caseNumber)!;
      const right = event.data.corrected;
      if (right.kind !== undefined) known.kind = right.kind;
      if (right.acceptedOn !== undefined) known.accepted = right.acceptedOn;
      if (right.concludedOn !== undefined) known.concluded = right.concludedOn;
      if (right.outcome !== undefined) known.result = right.outcome;
    }
    if (event.type === 'AppealEntryVoided') {
      if (event.data.step === 'filing') cases.delete(event.data.caseNumber);
      else delete cases.get(event.data.caseNumber)!.concluded;
    }
  }
  return cases.values();
}

type Paper = { kind: string; issued: string; repealed?: string };

export function recountTableTwo(events: readonly LedgerEvent[], year: number): Recount {
  const tally = new Tally();
  const inForce = new Tally();
  const since = new Map<string, string>();
  for (const event of events) {
    if (event.type !== 'OpeningBalanceStated' && event.type !== 'OpeningBalanceCorrected') continue;
    if (event.data.month > `${year}-12`) continue;
    const { kind, month } = event.data;
    if (month < (since.get(kind) ?? '')) continue;
    since.set(kind, month);
    inForce.set(kind, event.data.inForce);
  }
  for (const { kind, issued, repealed } of papersOf(events)) {
    if (issued.startsWith(`${year}-`)) tally.add(`${kind}.made`);
    if (repealed?.startsWith(`${year}-`)) tally.add(`${kind}.repealed`);
    // A balance is stated as the month begins, so what happens in that month comes on top.
    const moves = (day: string | undefined): boolean =>
      day !== undefined && day.slice(0, 7) >= (since.get(kind) ?? '') && day <= `${year}-12-31`;
    if (moves(issued)) inForce.add(kind, 1);
    if (moves(repealed)) inForce.add(kind, -1);
  }
  for (const [kind, count] of inForce) tally.set(`${kind}.valid`, count);
  return new Map([...tally, ...recountMonths(events, year)]);
}

function papersOf(events: readonly LedgerEvent[]): Iterable<Paper> {
  const papers = new Map<string, Paper>();
  for (const event of events) {
    if (event.type === 'DocumentIssued') {
      const { documentNumber, kind } = event.data;
      papers.set(documentNumber, { kind, issued: event.occurredOn });
    }
    if (event.type === 'DocumentRepealed') {
      papers.get(event.data.documentNumber)!.repealed = event.occurredOn;
    }
    if (event.type === 'DocumentEntryCorrected') {
      const paper = papers.get(event.data.documentNumber)!;
      const right = event.data.corrected;
      if (right.kind !== undefined) paper.kind = right.kind;
      if (right.issuedOn !== undefined) paper.issued = right.issuedOn;
      if (right.repealedOn !== undefined) paper.repealed = right.repealedOn;
    }
    if (event.type === 'DocumentEntryVoided') {
      if (event.data.step === 'issue') papers.delete(event.data.documentNumber);
      else delete papers.get(event.data.documentNumber)!.repealed;
    }
  }
  return papers.values();
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
