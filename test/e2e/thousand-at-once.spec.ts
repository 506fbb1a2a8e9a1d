import { existsSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { passesFor, type Desk } from '../support/e2e/accounts.js';
import { emptyFolder, removeFolders } from '../support/e2e/gongkai.js';
import { registration } from '../support/e2e/server.js';
import { endProcess, servedProcess, type ServedProcess } from '../support/e2e/served-process.js';

let served: ServedProcess;
let desk: Desk;
beforeAll(async () => {
  const dataDir = emptyFolder();
  desk = await passesFor(dataDir);
  served = await servedProcess(dataDir);
});
afterAll(async () => {
  await endProcess(served.child);
  removeFolders();
});

const REQUESTS = 1_000;

/** The longest queue of connections that this system lets a program ask for. */
function queueMax(): number {
  const file = '/proc/sys/net/core/somaxconn';
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : 128;
}

type Answer = Readonly<{ status: number; body: unknown }>;

/** One call on a connection of its own. Unlike fetch it waits as long as the machine needs. */
function call(
  method: string,
  path: string,
  body?: object,
  connected?: () => void,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { ...desk.clerk, 'Content-Type': 'application/json' };
    const sent = request(`${served.url}${path}`, { method, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        resolve({ status: answer.statusCode ?? 0, body: JSON.parse(text) });
      });
    });
    sent.on('error', reject);
    if (connected !== undefined) sent.on('socket', (socket) => socket.once('connect', connected));
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

/** A thousand persons, so that none is compared with all the others. */
function ofOnePerson(number: string): object {
  return registration(number, { applicant: `申请人${number}`, idNumber: number, contact: number });
}

it('takes 1,000 requests that arrive at once, none lost and none doubled', async () => {
  const at = `/v1/agencies/${desk.agencyId}`;
  const numbers = Array.from(
    { length: REQUESTS },
    (_, nth) => `2021-${String(nth).padStart(4, '0')}`,
  );

  // While the server is stopped the system must hold every connection: that is what at once means.
  const held = Math.min(REQUESTS, queueMax());
  let connected = 0;
  let answering: Promise<readonly Answer[]> = Promise.resolve([]);
  served.child.kill('SIGSTOP');
  await new Promise<void>((resolve) => {
    const count = (): void => {
      connected += 1;
      if (connected === held) resolve();
    };
    answering = Promise.all(
      numbers.map((number) => call('POST', `${at}/requests`, ofOnePerson(number), count)),
    );
  });
  served.child.kill('SIGCONT');
  const answers = await answering;

  const recorded = answers.map(({ body }) => body as { events: number; position: string });
  expect(answers.filter(({ status }) => status !== 201)).toEqual([]);
  expect(recorded.filter(({ events }) => events !== 1)).toEqual([]);
  // Every answer names a place of its own, and together they leave no gap after the events
  // of the agency and its two accounts.
  const positions = recorded.map(({ position }) => Number(position)).sort((a, b) => a - b);
  expect(positions).toEqual(numbers.map((_, nth) => nth + 4));

  const { body: rows } = await call('GET', `${at}/requests?limit=1000`);
  expect((rows as { number: string }[]).map(({ number }) => number)).toEqual(numbers);
  const { body: report } = await call('GET', `${at}/reports/2021`);
  expect((report as { table3: { rows: object } }).table3.rows).toMatchObject({
    new_received: [1_000, 0, 0, 0, 0, 0, 1_000],
  });
}, 120_000);
