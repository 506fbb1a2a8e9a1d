import { LedgerCorrupt } from '../ledger.js';
import { MoveRefused, type Carried, type Intake } from '../move-ledger.js';
import { leafHash } from '../record.js';
import { openDatabase } from '../sqlite/database.js';
import { names } from './appender.js';
import { admit, openEmbeddedLedger } from './embedded-ledger.js';

/** A ledger file that takes in the records of the ledger with this id. */
export async function openFileIntake(file: string, ledgerId: string): Promise<Intake> {
  // Makes the file under this id if there is none, before the ledger could draw one of its own.
  openDatabase(file, 'write', (database) => admit(database, { ledgerId })).close();
  const ledger = openEmbeddedLedger({ file, clock: () => '', mode: 'write' });
  if (ledger.ledgerId !== ledgerId) {
    await ledger.close();
    throw new MoveRefused('another-ledger', `${file} holds the ledger ${ledger.ledgerId}`);
  }
  return {
    ledger,
    take: (records) =>
      new Promise((resolve) => {
        takeIn(file, records);
        resolve();
      }),
    close: () => ledger.close(),
  };
}

/** Under the lock of the ledger that is open, on a connection of its own. */
function takeIn(file: string, records: readonly Carried[]): void {
  const database = openDatabase(file, 'write', () => undefined);
  try {
    const head = database
      .prepare<[], number>('SELECT coalesce(max(position), 0) FROM events')
      .pluck();
    const addEvent = database.prepare(`
      INSERT INTO events (position, stream, revision, type, record, leaf) VALUES (?, ?, ?, ?, ?, ?)`);
    const addCommand = database.prepare('INSERT INTO commands (id, position) VALUES (?, ?)');
    const [streams, types] = [names(database, 'streams'), names(database, 'types')];
    const takeAll = database.transaction(() => {
      let position = head.get() ?? 0;
      for (const [index, { event, text }] of records.entries()) {
        position += 1;
        if (event.position !== String(position)) {
          throw new LedgerCorrupt(`a fact is missing before position ${event.position}`);
        }
        const stream = streams.find(event.stream) ?? streams.add(event.stream);
        const type = types.find(event.type) ?? types.add(event.type);
        addEvent.run(position, stream, event.revision, type, text, leafHash(text));
        const next = records[index + 1]?.event.commandId;
        if (next !== event.commandId) addCommand.run(event.commandId, position);
      }
    });
    takeAll.immediate();
  } finally {
    database.close();
  }
}
