import { APPEND_BYTES_MAX, LedgerLocked } from '../ledger.js';
import { MoveRefused, type Carried, type Intake } from '../move-ledger.js';
import type { Address } from './address.js';
import { Connection, PATIENCE, type Patience } from './connection.js';
import { openEventStoreLedger } from './eventstore-ledger.js';
import { found, foundedId } from './founding.js';
import { newWriterMark, toStore, type WriterMark } from './stored-record.js';
import { StoredStream } from './stored-stream.js';

/** A stream that takes in the records of the ledger with this id. */
export async function openStreamIntake(
  address: Address,
  ledgerId: string,
  patience: Patience = PATIENCE,
): Promise<Intake> {
  const connection = new Connection(address, patience);
  try {
    const stream = new StoredStream(connection);
    const { shown } = address;
    const holds = (await foundedId(stream, shown)) ?? (await found(stream, shown, ledgerId));
    if (holds !== ledgerId) {
      throw new MoveRefused('another-ledger', `${shown} holds the ledger ${holds}`);
    }
    const ledger = await openEventStoreLedger({ address, clock: () => '', mode: 'read', patience });
    const mark = newWriterMark();
    return {
      ledger,
      take: (records) => takeIn(stream, records, mark),
      close: async () => {
        await ledger.close();
        connection.close();
      },
    };
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** In writes that the store takes: records of one command may come in two, but in order. */
async function takeIn(
  stream: StoredStream,
  records: readonly Carried[],
  mark: WriterMark,
): Promise<void> {
  let part: Carried[] = [];
  let bytes = 0;
  for (const record of records) {
    const own = Buffer.byteLength(record.text);
    if (part.length > 0 && bytes + own > APPEND_BYTES_MAX) {
      await add(stream, part, mark);
      [part, bytes] = [[], 0];
    }
    part.push(record);
    bytes += own;
  }
  await add(stream, part, mark);
}

async function add(
  stream: StoredStream,
  records: readonly Carried[],
  mark: WriterMark,
): Promise<void> {
  const before = Number(records[0]?.event.position) - 1;
  const events = records.map(({ event, text }) => toStore({ type: event.type, text }, mark));
  if ((await stream.append(before, events)) === 'appended') return;
  throw new LedgerLocked('somebody else writes to the target: stop the program that does');
}
