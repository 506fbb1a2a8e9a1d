import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder, gongkai, removeFolders } from '../support/e2e/gongkai.js';
import { registration, startServer } from '../support/e2e/server.js';

afterAll(removeFolders);

describe('办理规则和工作日历', () => {
  it('moves the due dates of open requests, names each, and finishes what was begun', async () => {
    const running = await startServer();
    const { http, at } = running;
    await http
      .post(at('/requests'))
      .send(registration('2021-1', { receivedOn: '2021-03-06' }))
      .expect(201);
    await http
      .post(at('/requests'))
      .send(registration('2021-2', { receivedOn: '2021-03-05' }))
      .expect(201);
    // Sat 2021-03-06: twenty working days later is Fri 04-02, or Tue 04-06 from Mon 03-08 (Mon 04-05 is off).
    const adopted = await http
      .post(at('/procedure-rules'))
      .send({ receiptOnDayOff: 'next-working-day' })
      .expect(200);
    expect(adopted.body).toMatchObject({
      events: 1,
      recomputed: [
        {
          number: '2021-1',
          before: '2021-04-02',
          after: '2021-04-06',
          wasProvisional: false,
          provisional: false,
        },
      ],
    });
    const again = await http.post(at('/deadlines/recomputation')).send({}).expect(200);
    expect(again.body).toEqual([]);
    const wrong = {
      year: 2027,
      scope: 'state-council',
      notice: '通知',
      off: ['2027-01-02'],
      work: [],
    };
    await http
      .post(at('/days-off'))
      .send(wrong)
      .expect(422, /2027-01-02/);
    await http
      .post(at('/days-off'))
      .send({ ...wrong, year: 2021 })
      .expect(409);
    await http
      .post(at('/days-off'))
      .send({ ...wrong, off: ['x'] })
      .expect(400);
    await running.close();
  });

  it('is read and set on the command line', async () => {
    const at = ['--data', emptyFolder()];
    await gongkai(...at, 'init', '--name', '某局');
    const shown = await gongkai(...at, 'rules');
    expect(shown.out).toContain('休息日收到的：当日即为收到（默认，推定）');
    const set = await gongkai(...at, 'rules', '--required-reviews', '公开审查、保密审查');
    expect(set.out).toContain('必须有的审查意见：公开审查、保密审查（本机关确定）');
    const file = join(emptyFolder(), 'days.csv');
    writeFileSync(file, '2027-01-01,放假\n2027-02-14,上班\n');
    const notice = ['--notice', '国办发明电〔2026〕1号'];
    const entered = await gongkai(...at, 'calendar', 'announce', '2027', '--from', file, ...notice);
    expect(entered).toMatchObject({
      exit: 0,
      out: expect.stringContaining('2027 年的节假日安排已录入'),
    });
    const listed = await gongkai(...at, 'calendar', 'list');
    expect(listed.out).toContain(
      '2027 年（国务院安排）国办发明电〔2026〕1号：放假 2027-01-01；上班 2027-02-14',
    );
    const none = await gongkai(...at, 'calendar', 'recompute');
    expect(none.out).toBe('没有期限需要变动。\n');
    writeFileSync(file, '2027-01-01,休息\n');
    const unread = await gongkai(...at, 'calendar', 'announce', '2027', '--from', file, ...notice);
    expect(unread).toMatchObject({ exit: 2, err: expect.stringContaining('第 1 行读不懂') });
  });
});
