import { writeSync } from 'node:fs';

import { EventLog } from './event-log.js';
import { EventStoreServer } from './event-store-server.js';
import type { Fault } from './faults.js';

/*
 * The test server in a process of its own, on the log and the port of its first arguments. It says
 * `listening <port>`. The third and fourth say how it ends: `die-after 7`, at the seventh append.
 */
const [file = '', port = '0', fault, at = '0'] = process.argv.slice(2);

async function serve(): Promise<void> {
  const server = await EventStoreServer.start({ log: new EventLog(file), port: Number(port) });
  if (fault !== undefined) server.faults.planAt('append', Number(at), fault as Fault);
  writeSync(1, `listening ${server.port}\n`);
}

void serve();
