import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { EventLog } from '../support/eventstore/event-log.js';
import { EventStoreServer } from '../support/eventstore/event-store-server.js';
import { emptyFolder, gongkai, removeFolders } from '../support/e2e/gongkai.js';

let server: EventStoreServer;
let url: string;
beforeEach(async () => {
  server = await EventStoreServer.start({ log: new EventLog() });
  url = `esdb://127.0.0.1:${server.port}?tls=false`;
});
afterEach(() => {
  delete process.env['LEDGER_URL'];
  server.stop();
});
afterAll(removeFolders);

/** What a command prints, on the ledger in the data folder or on that of a URL. */
async function printed(ledger: string | undefined, ...args: readonly string[]): Promise<string> {
  if (ledger === undefined) delete process.env['LEDGER_URL'];
  else process.env['LEDGER_URL'] = ledger;
  const { exit, out, err } = await gongkai(...args);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  return out;
}

describe('gongkai move 搬迁', () => {
  it('keeps every figure, in the store and back in a file, and the program goes on in both', async () => {
    const data = emptyFolder();
    await printed(undefined, '--data', data, 'demo');
    const file = `sqlite:${join(data, 'ledger.db')}`;
    const report = ['--data', data, '--json', 'report', '2021', '--format', 'json', '--out'];
    const replayed = await printed(undefined, '--data', data, '--json', 'replay');

    const moved = await printed(undefined, '--json', 'move', '--from', file, '--to', url);
    expect(await printed(url, '--data', data, '--json', 'replay')).toBe(replayed);
    await printed(url, ...report, join(data, 'there.json'));
    expect(existsSync(join(data, 'there.json'))).toBe(true);
    await printed(url, '--data', data, 'init', '--name', '某某局');

    const back = `sqlite:${join(data, 'back.db')}`;
    const again = await printed(undefined, '--json', 'move', '--from', url, '--to', back);
    expect((JSON.parse(again) as { size: number }).size).toBe(
      (JSON.parse(moved) as { size: number }).size + 1,
    );
    await printed(back, '--data', data, 'replay');
  }, 120_000);

  it('refuses what holds another ledger, and what is not there', async () => {
    const [one, two] = [emptyFolder(), emptyFolder()];
    for (const data of [one, two])
      await printed(undefined, '--data', data, 'init', '--name', '某局');
    await printed(undefined, 'move', '--from', `sqlite:${join(one, 'ledger.db')}`, '--to', url);

    const other = await gongkai('move', '--from', `sqlite:${join(two, 'ledger.db')}`, '--to', url);
    expect(other).toMatchObject({ exit: 1, err: expect.stringContaining('目标已经有另一本台账') });
    const none = await gongkai('move', '--from', 'sqlite:nothing.db', '--to', url);
    expect(none).toMatchObject({ exit: 2, err: expect.stringContaining('请核对 --from') });
    const clear = await gongkai('move', '--from', url, '--to', 'esdb://u:secret@h:2113?tls=false');
    expect(clear).toMatchObject({ exit: 2, err: expect.stringContaining('请去掉 tls=false') });
    expect(clear.err).not.toContain('secret');
  }, 120_000);
});
