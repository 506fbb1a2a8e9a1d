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

it('takes 1,000 requests that arrive at once, none lost and none doubled', async () => {
  const { http, at, url } = running;
  const numbers = Array.from({ length: 1_000 }, (_, at) => `2021-${String(at).padStart(4, '0')}`);
  const answers = await Promise.all(
    numbers.map((number) =>
      fetch(`${url}${at('/requests')}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': number },
        body: JSON.stringify(registration(number)),
      }).then(async (answer) => ({
        status: answer.status,
        ...((await answer.json()) as { events: number; position: string }),
      })),
    ),
  );
  expect(answers.filter(({ status, events }) => status !== 201 || events !== 1)).toEqual([]);
  // Every answer names a place of its own, and together they leave no gap after the agency's own
  // event.
  const positions = answers.map(({ position }) => Number(position)).sort((a, b) => a - b);
  expect(positions).toEqual(numbers.map((_, at) => at + 2));

  const { body } = await http.get(at('/requests?limit=1000')).expect(200);
  const rows = body as readonly { number: string }[];
  expect(rows.map(({ number }) => number)).toEqual(numbers);
  const report = await http.get(at('/reports/2021')).expect(200);
  expect(report.body.table3.rows.new_received).toEqual([1_000, 0, 0, 0, 0, 0, 1_000]);
}, 60_000);
