import type { INestApplication } from '@nestjs/common';
import { Passwords } from '../../src/access/passwords.js';
import { serve } from '../../src/serve.js';
import { withDirectory, type Figures, type Run } from '../support/crash/harness.js';
import { deskIn, openNamed } from '../support/e2e/accounts.js';

/*
 * S-9: passwords guessed by a program. Few guesses reach the hash, the owner still comes in from a
 * browser of his, a name that nobody has takes as long as one that somebody has, and nobody else
 * waits for any of it.
 */

const GUESSES_MAX = 5;
const DIFFERENCE_MS_MAX = 5;
const OTHERS_P99_MS_MAX = 1_000;
const AT_ONCE = 50;

type Answer = Readonly<{ status: number; cookies: string; milliseconds: number }>;
type Door = (name: string, password: string, cookies?: string) => Promise<Answer>;

export async function guesses({ cases, seed, fault = false }: Run): Promise<Figures> {
  const agrees = Passwords.prototype.agrees;
  let hashed = 0;
  Passwords.prototype.agrees = function (this: Passwords, accountId, password) {
    hashed += 1;
    // The fault: no work is done for a name that nobody has.
    return fault && accountId === null
      ? Promise.resolve(false)
      : agrees.call(this, accountId, password);
  };
  try {
    return await withDirectory(async (directory) => {
      const { app, url } = await serve(directory, 0);
      app.useLogger(false);
      try {
        return await guessAt(app, url, { cases, seed, hashes: () => hashed });
      } finally {
        await app.close();
      }
    });
  } finally {
    Passwords.prototype.agrees = agrees;
  }
}

async function guessAt(
  app: INestApplication,
  url: string,
  { cases, seed, hashes }: Readonly<{ cases: number; seed: number; hashes: () => number }>,
): Promise<Figures> {
  const { agencyId } = await deskIn(app, { name: '某市某局' });
  const owner = await openNamed(app, agencyId, { loginName: 'owner', password: PASSWORD });
  const door = doorOf(url);
  const failures: string[] = [];
  const { cookies } = await door('owner', PASSWORD);
  const device = /gongkai-device=[^;]+/.exec(cookies)?.[0] ?? '';

  const before = hashes();
  let entered = 0;
  await inTurns(cases, async (at) => {
    if ((await door('owner', `guess ${String(seed)} ${String(at)}`)).status === 200) entered += 1;
  });
  const reached = hashes() - before;
  if (entered > 0) failures.push(`${String(entered)} guesses were let in`);
  if (reached > GUESSES_MAX) failures.push(`${String(reached)} guesses reached the hash`);
  if ((await door('owner', PASSWORD, device)).status !== 200)
    failures.push('the owner is shut out');

  const difference = await timeTold(app, agencyId, door, Math.min(500, 20 + Math.ceil(cases / 20)));
  if (difference > DIFFERENCE_MS_MAX) {
    failures.push(`a name that nobody has is told by ${difference.toFixed(1)} ms`);
  }
  const p99 = await othersMeanwhile(url, owner.Cookie, door, Math.min(cases, 1_000));
  if (p99 > OTHERS_P99_MS_MAX) failures.push(`others wait ${p99.toFixed(0)} ms`);
  const counts = { guesses: cases, 'reached the hash': reached };
  const times = {
    'difference, µs': Math.round(difference * 1_000),
    'others p99, ms': Math.round(p99),
  };
  return { counts: { ...counts, ...times }, failures };
}

const PASSWORD = '正确的 马 电池 订书钉 2026';

function doorOf(url: string): Door {
  return async (loginName, password, cookies = '') => {
    const start = performance.now();
    const response = await fetch(`${url}/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: cookies },
      body: JSON.stringify({ loginName, password }),
    });
    await response.arrayBuffer();
    const milliseconds = performance.now() - start;
    const given = response.headers.getSetCookie().join('; ');
    return { status: response.status, cookies: given, milliseconds };
  };
}

/** By how much the medians of known and of unknown names differ, asked in turn. */
async function timeTold(
  app: INestApplication,
  agencyId: string,
  door: Door,
  pairs: number,
): Promise<number> {
  const known: number[] = [];
  const unknown: number[] = [];
  for (let at = 0; at < pairs; at += 1) {
    // Each name has few guesses, so there are many names.
    const name = `known${String(Math.floor(at / GUESSES_MAX))}`;
    if (at % GUESSES_MAX === 0)
      await openNamed(app, agencyId, { loginName: name, password: PASSWORD });
    known.push((await door(name, 'wrong')).milliseconds);
    unknown.push((await door(`un${name}`, 'wrong')).milliseconds);
  }
  return Math.abs(quantile(known, 0.5) - quantile(unknown, 0.5));
}

/** What somebody who is signed in waits while many log in at once, under as many names. */
async function othersMeanwhile(
  url: string,
  cookie: string,
  door: Door,
  storm: number,
): Promise<number> {
  const waits: number[] = [];
  let storming = true;
  const probe = async (): Promise<void> => {
    while (storming) {
      const start = performance.now();
      const response = await fetch(`${url}/v1/session`, { headers: { cookie } });
      await response.arrayBuffer();
      waits.push(performance.now() - start);
    }
  };
  const probing = probe();
  await inTurns(storm, async (at) => {
    await door(`storm${String(at)}`, 'wrong');
  });
  storming = false;
  await probing;
  return quantile(waits, 0.99);
}

async function inTurns(count: number, each: (at: number) => Promise<void>): Promise<void> {
  let next = 0;
  const one = async (): Promise<void> => {
    for (let at = next++; at < count; at = next++) await each(at);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Infinity;
}
