import { connect, type Socket } from 'node:net';
import { CostlyGuard } from '../../src/http/costly.guard.js';
import { serve } from '../../src/serve.js';
import { withDirectory, type Figures, type Run } from '../support/crash/harness.js';
import { deskIn, type Pass } from '../support/e2e/accounts.js';
import { registration } from '../support/e2e/server.js';

/*
 * S-20: one account asks for more than the machine has: prints and verifications all at once, bodies
 * that are too large, connections that never say what they want. Another one goes on working.
 */

const P99_MS_MAX = 2_000;
const IDLE_SOCKETS = 500;
const LARGE_BYTES = 10_000_000;

/** Each takes a browser for a second: the short form has few. */
const PRINTS_AT_LEAST = 3;

/** Of the prints and of the verifications that one account asks for in a minute. */
const PRINTS_MAX = 30;
const VERIFICATIONS_MAX = 6;

export async function overload({ cases, fault = false }: Run): Promise<Figures> {
  const guard = CostlyGuard.prototype.canActivate;
  if (fault) CostlyGuard.prototype.canActivate = () => Promise.resolve(true);
  try {
    return await withDirectory(async (directory) => {
      const { app, url } = await serve(directory, 0);
      app.useLogger(false);
      try {
        const abuser = await deskIn(app, { name: '某市某局' });
        const worker = await deskIn(app, { name: '某市另局' });
        return await abuse(url, { cases, abuser, worker });
      } finally {
        await app.close();
      }
    });
  } finally {
    CostlyGuard.prototype.canActivate = guard;
  }
}

type Desk = Readonly<{ agencyId: string; clerk: Pass }>;

async function abuse(
  url: string,
  { cases, abuser, worker }: Readonly<{ cases: number; abuser: Desk; worker: Desk }>,
): Promise<Figures> {
  const failures: string[] = [];
  const at = `${url}/v1/agencies/${abuser.agencyId}`;
  const idle = await connections(url, IDLE_SOCKETS);
  const probe = probing(url, worker);
  const asked = async (path: string, sending: RequestInit = {}): Promise<Response> => {
    const response = await fetch(at + path, { ...sending, headers: { ...abuser.clerk, ...TYPE } });
    await response.arrayBuffer();
    return response;
  };
  const all = (path: string, times: number): Promise<Response[]> =>
    Promise.all(Array.from({ length: times }, () => asked(path)));
  const pages = Math.max(PRINTS_AT_LEAST, cases - 60);
  const prints = await all('/reports/2021/pdf', pages);
  const verifications = await all('/ledger/verification', cases);
  const large = JSON.stringify({ number: 'x'.repeat(LARGE_BYTES) });
  const body = await asked('/requests', { method: 'POST', body: large }).catch(() => null);
  const waits = await probe();
  idle.forEach((socket) => socket.destroy());

  failures.push(...tooMany('prints', prints, PRINTS_MAX));
  failures.push(...tooMany('verifications', verifications, VERIFICATIONS_MAX));
  if (body !== null && body.status !== 413) failures.push(`a large body: ${String(body.status)}`);
  if (waits.p99 > P99_MS_MAX) failures.push(`another user waits ${waits.p99.toFixed(0)} ms`);
  if (waits.failed > 0) failures.push(`another user is refused ${String(waits.failed)} times`);
  const counts = {
    prints: pages,
    verifications: cases,
    'p99 of another, ms': Math.round(waits.p99),
  };
  return { counts, failures };
}

const TYPE = { 'content-type': 'application/json' };

/** What goes beyond the limit is refused, and told when to come again. */
function tooMany(what: string, answers: readonly Response[], most: number): readonly string[] {
  const taken = answers.filter(({ status }) => status < 400);
  const wrong = answers.filter(
    ({ status, headers }) =>
      status >= 400 && !([429, 503].includes(status) && headers.get('retry-after') !== null),
  );
  return [
    ...(taken.length > most ? [`${String(taken.length)} ${what} at once were taken`] : []),
    ...wrong.slice(0, 3).map(({ status }) => `${what}: ${String(status)}`),
  ];
}

/** Connections that begin to ask and never come to the end of it. */
async function connections(url: string, count: number): Promise<readonly Socket[]> {
  const { hostname, port } = new URL(url);
  return Promise.all(
    Array.from({ length: count }, async () => {
      const socket = connect({ host: hostname, port: Number(port) });
      socket.on('error', () => undefined);
      await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
      socket.write('POST /v1/session HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ');
      return socket;
    }),
  );
}

/** Another user, who registers and reads; call it to learn how long each took. */
function probing(
  url: string,
  { agencyId, clerk }: Desk,
): () => Promise<Readonly<{ p99: number; failed: number }>> {
  const waits: number[] = [];
  let failed = 0;
  const ended = new AbortController();
  const requests = `${url}/v1/agencies/${agencyId}/requests`;
  const one = async (at: number): Promise<void> => {
    const start = performance.now();
    const headers = { ...clerk, ...TYPE };
    const body = JSON.stringify(registration(`乙-${String(at)}`));
    const registered = await fetch(requests, { method: 'POST', headers, body });
    await registered.arrayBuffer();
    if (registered.status !== 201) failed += 1;
    await (await fetch(requests, { headers })).arrayBuffer();
    waits.push((performance.now() - start) / 2);
  };
  const run = (async () => {
    for (let at = 0; !ended.signal.aborted; at += 1) {
      await one(at);
      await new Promise((done) => setTimeout(done, 20));
    }
  })();
  return async () => {
    ended.abort();
    await run;
    waits.sort((first, second) => first - second);
    return { p99: waits[Math.floor(waits.length * 0.99)] ?? Infinity, failed };
  };
}
