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

describe('a request sent again', () => {
  it('with the same Idempotency-Key answers as the first time and adds nothing', async () => {
    const { http, at } = running;
    const send = () =>
      http.post(at('/requests')).set('Idempotency-Key', 'abc-1').send(registration('2021-3'));
    const first = await send().expect(201);
    const second = await send().expect(201);
    expect(second.body).toEqual({ ...first.body, events: 0 });
    const { body } = await http.get(at('/requests/2021-3')).expect(200);
    expect(body.history).toHaveLength(1);
  });

  it('for another applicant under the same key is refused, and nothing is recorded', async () => {
    const { http, at } = running;
    const send = (applicant: string) =>
      http
        .post(at('/requests'))
        .set('Idempotency-Key', 'abc-3')
        .send(registration('2021-who', { applicant }));
    await send('张三').expect(201);
    const { body } = await send('李四').expect(409);
    expect(body.code).toBe('ledger/key-reused');
    await send('张三').expect(201);
    const shown = await http.get(at('/requests/2021-who')).expect(200);
    expect(shown.body.applicant.applicant).toBe('张*');
  });

  it('records sixty counts of one year that are sent at once', async () => {
    const { http, at } = running;
    const sent = await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        http
          .post(at('/counts'))
          .send({ category: `narrative:计数${n}`, month: '2021-05', quantity: n }),
      ),
    );
    expect(sent.map(({ status }) => status)).toEqual(Array(60).fill(201));
  });

  it('with the key of another request does what it asks for all the same', async () => {
    const { http, at } = running;
    const keyed = (path: string, body: object) =>
      http.post(at(path)).set('Idempotency-Key', 'abc-2').send(body);
    await keyed('/requests', registration('2021-key')).expect(201);
    const decision = { outcome: 'granted', decidedOn: '2021-03-20' };
    const { body } = await keyed('/requests/2021-key/decision', decision).expect(200);
    expect(body).toMatchObject({ events: 1, revision: 1 });
  });

  it('refuses a key that could not stand in a header', async () => {
    const { http, at } = running;
    const sent = http
      .post(at('/requests'))
      .set('Idempotency-Key', 'a b')
      .send(registration('2021-4'));
    expect((await sent.expect(400)).body.code).toBe('http/bad-request');
  });
});
