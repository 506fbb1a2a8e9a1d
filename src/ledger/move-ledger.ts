import {
  LedgerCorrupt,
  comparePositions,
  type Ledger,
  type Position,
  type RecordedEvent,
} from './ledger.js';
import { canonicalText } from './plain-json.js';
import { leafHash } from './record.js';
import { Frontier } from './transparency/merkle.js';

/** A record on its way from one store to another. */
export type Carried = Readonly<{ event: RecordedEvent; text: string }>;

/** A store that takes in records as they are. No part of the port: nothing else may write so. */
export type Intake = Readonly<{
  /** What it holds so far, of the same ledger id as the source. */
  ledger: Ledger;
  /** Adds records after the last, durably. The events of one command come together. */
  take: (records: readonly Carried[]) => Promise<void>;
  close: () => Promise<void>;
}>;

/** Opens a store to take in the ledger with this id; makes it if there is none. */
export type OpenIntake = (ledgerId: string) => Promise<Intake>;

/** How many records a ledger has, and the root of the tree over them, in hex. */
export type Head = Readonly<{ size: number; root: string }>;

export type MoveFault =
  /** The target holds another ledger. */
  | 'another-ledger'
  /** The target holds this ledger, and facts that the source does not have. */
  | 'forked';

export class MoveRefused extends Error {
  override readonly name = 'MoveRefused';
  constructor(
    readonly fault: MoveFault,
    message: string,
  ) {
    super(message);
  }
}

/** Few enough for memory, many enough for one flush. */
const RECORDS_PER_TAKE = 500;

/**
 * Carries a ledger over, record by record and byte for byte, and compares the heads at the end. A
 * move that was interrupted goes on where it stopped; one that was finished carries what came since.
 */
export async function moveLedger(
  source: Ledger,
  openIntake: OpenIntake,
  carried: (position: Position) => void = () => undefined,
): Promise<Head> {
  const target = await openIntake(source.ledgerId);
  try {
    const reached = await target.ledger.head();
    await requireSameAt(reached, source, target.ledger);
    for await (const records of inCommands(source.readAll({ after: reached }))) {
      await target.take(records);
      const last = records.at(-1);
      if (last !== undefined) carried(last.event.position);
    }
    const [there, here] = [await headOf(target.ledger), await headOf(source)];
    if (there.size === here.size && there.root === here.root) return there;
    throw new MoveRefused(
      'forked',
      `the source has ${here.size} facts under ${here.root}, the target ${there.size} under ${there.root}`,
    );
  } finally {
    await target.close();
  }
}

export async function headOf(ledger: Ledger): Promise<Head> {
  const tree = new Frontier('sha256');
  for await (const { hash } of ledger.readAll()) tree.append(Buffer.from(hash, 'hex'));
  return { size: tree.size, root: tree.root().toString('hex') };
}

/** Early, so that no record is added to a ledger that went another way. */
async function requireSameAt(position: Position, source: Ledger, target: Ledger): Promise<void> {
  const [here, there] = [await leafAt(source, position), await leafAt(target, position)];
  if (here === there) return;
  throw new MoveRefused('forked', `the two ledgers differ at position ${position}`);
}

/** The hash of the event at a position; null if there is none, or at the beginning. */
async function leafAt(ledger: Ledger, position: Position): Promise<string | null> {
  const before = String(Math.max(Number(position) - 1, 0)) as Position;
  for await (const event of ledger.readAll({ after: before, upTo: position })) {
    if (comparePositions(event.position, position) === 0) return event.hash;
  }
  return null;
}

async function* inCommands(events: AsyncIterable<RecordedEvent>): AsyncGenerator<Carried[]> {
  let records: Carried[] = [];
  for await (const event of events) {
    const before = records.at(-1)?.event.commandId;
    if (records.length >= RECORDS_PER_TAKE && before !== event.commandId) {
      yield records;
      records = [];
    }
    records.push({ event, text: textOf(event) });
  }
  if (records.length > 0) yield records;
}

/** The record again, which is the same text or has another hash. */
function textOf({ position, hash, ...record }: RecordedEvent): string {
  const text = canonicalText(record);
  if (leafHash(text).toString('hex') === hash) return text;
  throw new LedgerCorrupt(`the record at position ${position} cannot be written again`, position);
}
