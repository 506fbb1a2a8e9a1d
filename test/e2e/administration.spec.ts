import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backup } from '../../src/backup.js';
import { emptyFolder, removeFolders } from '../support/e2e/gongkai.js';
import { startServer, type Running } from '../support/e2e/server.js';

let running: Running;

beforeAll(async () => {
  running = await startServer();
}, 60_000);
afterAll(async () => {
  await running.close();
  removeFolders();
});

type Setting = Readonly<{ name: string; value: unknown; initial: unknown; since: string | null }>;

async function setting(name: string): Promise<Setting | undefined> {
  const { body } = await running.http.get(running.at('/settings')).expect(200);
  return (body as readonly Setting[]).find((one) => one.name === name);
}

describe('设置', () => {
  it('says what holds, what would hold otherwise, and since when', async () => {
    const before = { name: 'splitParts', value: 'each', initial: 'each', since: null };
    expect(await setting('splitParts')).toEqual(before);
    await running.http
      .post(running.at('/counting-rules'))
      .send({ splitParts: 'original' })
      .expect(200);
    const { since, ...after } = (await setting('splitParts'))!;
    expect(after).toEqual({ name: 'splitParts', value: 'original', initial: 'each' });
    expect(since).toMatch(/^\d{4}-\d\d-\d\d$/);
    // What was not chosen with it is as it was.
    expect(await setting('mergedRequests')).toMatchObject({ value: 'each', since: null });
  });

  it('knows the settings of the procedure, of the report and of retention', async () => {
    await running.http.post(running.at('/procedure-rules')).send({ requiredReviews: ['legal'] });
    await running.http.post(running.at('/report-rules')).send({ submitBy: '01-26' });
    await running.http.post(running.at('/retention')).send({ years: 12 });
    const values = await Promise.all(
      ['requiredReviews', 'submitBy', 'retentionYears'].map((name) => setting(name)),
    );
    expect(values.map((one) => one?.value)).toEqual([['legal'], '01-26', 12]);
    expect(values.map((one) => one?.initial)).toEqual([[], null, 10]);
    expect(values.filter((one) => one?.since === null)).toEqual([]);
  });
});

describe('工作日历', () => {
  it('lists the days of a year that depart from Monday to Friday, with the notice', async () => {
    const { body } = await running.http.get(running.at('/calendar/2021')).expect(200);
    const { announced, days } = body as Readonly<{
      announced: boolean;
      days: readonly Readonly<{ date: string; works: boolean; notice: string }>[];
    }>;
    expect(announced).toBe(true);
    expect(days.find(({ date }) => date === '2021-02-20')).toEqual({
      ...{ date: '2021-02-20', works: true },
      notice: '国务院办公厅关于2021年部分节假日安排的通知',
    });
    expect(days.find(({ date }) => date === '2021-10-01')?.works).toBe(false);
    expect(days.some(({ date }) => date === '2021-03-05')).toBe(false);
  });

  it('says that a year is not announced, and adds the days of the agency', async () => {
    const ask = async (): Promise<unknown> =>
      (await running.http.get(running.at('/calendar/2099')).expect(200)).body as unknown;
    expect(await ask()).toMatchObject({ announced: false, days: [] });
    const notice = '某政发〔2099〕1号';
    const days = { year: 2099, scope: 'local', notice, off: ['2099-05-11'], work: [] };
    await running.http.post(running.at('/days-off')).send(days).expect(200);
    const own = { date: '2099-05-11', works: false, notice };
    expect(await ask()).toMatchObject({ announced: false, days: [own] });
  });

  it('refuses a year that cannot be meant', async () => {
    await running.http.get(running.at('/calendar/99')).expect(400);
  });
});

describe('备份状态', () => {
  const status = async (): Promise<Readonly<Record<string, unknown>>> =>
    (await running.admin.get('/v1/backup-status').expect(200)).body as Record<string, unknown>;

  it('says that there never was one', async () => {
    const { lastBackup, ledgerBytes, events, checkpointAt } = await status();
    expect(lastBackup).toBeNull();
    expect(ledgerBytes).toBeGreaterThan(4_096);
    expect(events).toBeGreaterThan(3);
    expect(Date.parse(String(checkpointAt))).not.toBeNaN();
  });

  it('says when the last one was made, of how much, and where it lies', async () => {
    const into = join(emptyFolder(), 'backup');
    const taken = await backup({ dataDir: running.dataDir, into, keys: undefined });
    expect(taken.noted).toBe(true);
    const { takenAt, events } = taken;
    expect(await status()).toMatchObject({ lastBackup: { takenAt, events, into, keys: null } });
  });

  it('takes a note that cannot be read for none', async () => {
    writeFileSync(join(running.dataDir, 'last-backup.json'), '{');
    expect(await status()).toMatchObject({ lastBackup: null });
  });
});
