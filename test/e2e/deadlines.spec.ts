import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { emptyFolder, gongkai, removeFolders } from '../support/e2e/gongkai.js';
import { registration, startServer, type Running } from '../support/e2e/server.js';

let running: Running;
beforeAll(async () => {
  running = await startServer();
  const { http, at } = running;
  await http.post(at('/requests')).send(registration('2021-1')).expect(201);
});
afterAll(async () => {
  await running.close();
  removeFolders();
});

describe('期限看板', () => {
  it('is answered over HTTP, as JSON and as a calendar, without the applicant', async () => {
    const { http, at } = running;
    const { body, text } = await http.get(at('/deadlines')).expect(200);
    expect(body).toMatchObject({ total: { overdue: 1 }, rows: [{ number: '2021-1' }] });
    const feed = await http.get(at('/deadlines.ics')).expect(200);
    expect(feed.headers['content-type']).toMatch(/^text\/calendar/);
    expect(feed.text).toContain('DTSTART;VALUE=DATE:20210402');
    expect(text + feed.text).not.toContain('欧阳');
    await http.get(at('/deadlines?within=-1')).expect(400);
    await http.get(at('/deadlines?handler=王科员')).expect(200, /"rows":\[\]/);
  });

  it('is explained step by step, over HTTP and on the command line', async () => {
    const { http, at, dataDir } = running;
    const { body } = await http.get(at('/requests/2021-1/deadline')).expect(200);
    expect(body).toMatchObject({ deadline: { dueOn: '2021-04-02' }, latestDefensible: null });
    await http.get(at('/requests/2021-9/deadline')).expect(404);
    const { exit, out } = await gongkai('--data', dataDir, 'explain', '2021-1');
    expect(exit).toBe(0);
    for (const sentence of body.sentences) expect(out).toContain(sentence);
    expect(out).toContain('答复期限届满日：2021-04-02');
    expect(await gongkai('--data', dataDir, 'explain', '2021-9')).toMatchObject({ exit: 2 });
  });

  it('is printed on the command line, and mailed only when a server is named', async () => {
    const ics = join(emptyFolder(), 'due.ics');
    const at = ['--data', running.dataDir];
    const { exit, out } = await gongkai(...at, 'due', '--ics', ics);
    expect(exit).toBe(0);
    expect(out).toMatch(
      /逾期未办 1，即将逾期 0.*\n【逾期未办】\n {2}2021-1（未分办），期限 2021-04-02/,
    );
    expect(existsSync(ics)).toBe(true);
    const unnamed = await gongkai(...at, 'remind', '--to', 'a@example.gov.cn');
    expect(unnamed).toMatchObject({ exit: 5, err: expect.stringContaining('GONGKAI_SMTP_URL') });
    const wrong = await gongkai(...at, 'remind', '--to', 'nobody');
    expect(wrong).toMatchObject({ exit: 2, err: expect.stringContaining('不是邮箱地址') });
  });
});
