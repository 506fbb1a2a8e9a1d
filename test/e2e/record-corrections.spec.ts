import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder, gongkai, removeFolders } from '../support/e2e/gongkai.js';
import { startServer, type Running } from '../support/e2e/server.js';

let running: Running;
beforeAll(async () => {
  running = await startServer();
});
afterAll(async () => {
  await running.close();
  removeFolders();
});

const asked = {
  number: 'G-1',
  receivedOn: '2021-03-05',
  applicant: '欧阳小明',
  description: '出生日期记错',
  evidence: '户口簿复印件',
};

describe('更正申请', () => {
  it('goes through HTTP, and counts in no cell of the report', async () => {
    const { http, at } = running;
    await http
      .post(at('/record-corrections'))
      .send({ ...asked, evidence: ' ' })
      .expect(422);
    await http.post(at('/record-corrections')).send(asked).expect(201);
    const organ = { result: 'forwarded', decidedOn: '2021-03-10' };
    await http.post(at('/record-corrections/G-1/decision')).send(organ).expect(422);
    await http
      .post(at('/record-corrections/G-1/decision'))
      .send({ ...organ, organ: '某市公安局', reasons: '不由本机关记录' })
      .expect(200);
    const { body } = await http.get(at('/requests/G-1')).expect(200);
    expect(body).toMatchObject({ subject: 'record-correction', status: 'closed', dueOn: null });
    const { text } = await http
      .get(at('/reports/2021/cells/table3.new_received.total'))
      .expect(200);
    expect(text).toBe('[]');
  });

  it('goes through the command line', async () => {
    const data = emptyFolder();
    const file = join(data, 'entry.txt');
    writeFileSync(
      file,
      '登记编号：G-2\n收到日期：2021-03-05\n申请人：欧阳小明\n要求更正的记录：出生日期\n证据：户口簿\n',
    );
    const at = ['--data', data];
    await gongkai(...at, 'init', '--name', '某局');
    const registered = await gongkai(...at, 'register-correction', '--from', file);
    expect(registered).toMatchObject({ exit: 0, out: expect.stringContaining('G-2 已登记') });
    const on = ['--on', '2021-03-10'];
    const decided = await gongkai(...at, 'decide-correction', 'G-2', '已更正', ...on);
    expect(decided).toMatchObject({ exit: 0, out: expect.stringContaining('已更正。') });
  });
});
