import { removeFolders } from '../support/e2e/gongkai.js';
import { registration, startServer, type Running } from '../support/e2e/server.js';

let running: Running;
beforeAll(async () => {
  running = await startServer();
});
afterAll(async () => {
  await running.close();
  removeFolders();
});

describe('voiding through HTTP', () => {
  it('voids what was logged by mistake, and counts it nowhere', async () => {
    const { http, at } = running;
    const reason = '登记重了';
    await http.post(at('/requests')).send(registration('2021-twice')).expect(201);
    await http
      .post(at('/requests/2021-twice/voids'))
      .send({ step: 'registration', reason })
      .expect(200);
    const { body } = await http.get(at('/requests/2021-twice')).expect(200);
    expect(body).toMatchObject({ closedOn: null, voidedOn: expect.stringMatching(/^\d{4}-/) });
    expect(body.history).toHaveLength(2);
    const appeal = { kind: 'review', requestNumbers: [], acceptedOn: '2021-05-06' };
    await http
      .post(at('/appeals'))
      .send({ ...appeal, caseNumber: '2' })
      .expect(201);
    await http.post(at('/appeals/2/voids')).send({ step: 'filing', reason }).expect(200);
    const document = { title: '甲', kind: 'regulations', issuedOn: '2021-04-01' };
    await http
      .post(at('/documents'))
      .send({ ...document, documentNumber: '2' })
      .expect(201);
    await http.post(at('/documents/2/voids')).send({ step: 'issue', reason }).expect(200);
  });
});
