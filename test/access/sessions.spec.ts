import Database from 'better-sqlite3';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AccessStore } from '../../src/access/access-store.js';
import { Passwords } from '../../src/access/passwords.js';
import { Sessions } from '../../src/access/sessions.js';
import type { Clock } from '../../src/ledger/clock.js';
import { emptyFolder, removeFolders } from '../support/e2e/gongkai.js';

let now: number;
let file: string;
let store: AccessStore;
const clock: Clock = {
  now: () => new Date(now).toISOString(),
  today: () => '2025-06-30',
};
const MINUTE = 60_000;

beforeEach(() => {
  now = Date.parse('2025-06-30T01:00:00.000Z');
  file = join(emptyFolder(), 'access.db');
  store = new AccessStore(file);
});
afterEach(() => store.close());
afterAll(removeFolders);

describe('a session', () => {
  it('ends after fifteen minutes without use, and lasts while it is used', async () => {
    const sessions = new Sessions(store, clock);
    const token = await sessions.open('a1', 'x');
    for (let minute = 0; minute < 60; minute += 14) {
      now += 14 * MINUTE;
      expect(await sessions.find(token)).toMatchObject({ accountId: 'a1' });
    }
    now += 15 * MINUTE;
    expect(await sessions.find(token)).toBeNull();
    expect(sessions.of('a1')).toEqual([]);
  });

  it('ends after eight hours, however it is used', async () => {
    const sessions = new Sessions(store, clock);
    const token = await sessions.open('a1', 'x');
    for (let minute = 10; minute < 480; minute += 10) {
      now += 10 * MINUTE;
      expect(await sessions.find(token)).not.toBeNull();
    }
    now += 10 * MINUTE;
    expect(await sessions.find(token)).toBeNull();
  });

  it('is kept by a digest alone, and so is a device', async () => {
    const sessions = new Sessions(store, clock);
    const token = await sessions.open('a1', 'x');
    const device = await sessions.rememberDevice('a1');
    expect(sessions.knowsDevice('a1', device)).toBe(true);
    expect(sessions.knowsDevice('a2', device)).toBe(false);
    store.close();
    const bytes = readFileSync(file, 'latin1');
    expect(bytes).not.toContain(token);
    expect(bytes).not.toContain(device);
  });
});

describe('a password', () => {
  it('is kept as argon2id with its parameters, and made anew when they have changed', async () => {
    const passwords = new Passwords(store, clock);
    await passwords.set('a1', '春江潮水连海平', false);
    const { password: made } = passwords.of('a1')!;
    expect(made).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwords.agrees('a1', '春江潮水连海平')).toBe(true);
    expect(passwords.of('a1')!.password).toBe(made);
    expect(await passwords.agrees('a1', '海上明月共潮生')).toBe(false);
    expect(await passwords.agrees(null, '春江潮水连海平')).toBe(false);

    const { hashSync } = await import('@node-rs/argon2');
    const weak = hashSync('春江潮水连海平', { memoryCost: 8_192, timeCost: 1 });
    await store.write((database) => database.prepare('UPDATE secrets SET password = ?').run(weak));
    expect(await passwords.agrees('a1', '海上明月共潮生')).toBe(false);
    expect(passwords.of('a1')!.password).toBe(weak);
    expect(await passwords.agrees('a1', '春江潮水连海平')).toBe(true);
    expect(passwords.of('a1')!.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('is gone from the file when another takes its place', async () => {
    const passwords = new Passwords(store, clock);
    await passwords.set('a1', '春江潮水连海平', false);
    const { password: first } = passwords.of('a1')!;
    await passwords.set('a1', '海上明月共潮生', false);
    store.close();
    expect(readFileSync(file, 'latin1')).not.toContain(first);
    expect(new Database(file, { readonly: true }).pragma('integrity_check')).toEqual([
      { integrity_check: 'ok' },
    ]);
  });
});
