import { join } from 'node:path';

import { openEmbeddedLedger } from '../../../src/ledger/embedded/embedded-ledger.js';
import { openWitnessed } from '../../../src/ledger/transparency/witnessed-ledger.js';
import { anAppend, newEvent } from './builders.js';

/*
 * Fills the data folder of its first argument with as many events as the second says, in streams of
 * five, and says how long that took and how long it takes to open what it made. Not part of the
 * tests; to be run by `run-typescript.cjs`, with the whole path of this file.
 */
const [folder = '', count = ''] = process.argv.slice(2);
const EVENTS_PER_STREAM = 5;
const STREAMS_AT_ONCE = 200;

const clock = () => new Date().toISOString();
const open = (mode: 'write' | 'read') =>
  openWitnessed(openEmbeddedLedger({ file: join(folder, 'ledger.db'), clock, mode }), {
    directory: join(folder, 'witness'),
    keysDirectory: join(folder, 'keys'),
    clock,
    mode,
  });

async function grow(): Promise<void> {
  const { ledger } = await open('write');
  const streams = Number(count) / EVENTS_PER_STREAM;
  const text = '依申请公开'.repeat(20);
  for (let done = 0; done < streams; done += STREAMS_AT_ONCE) {
    await Promise.all(
      Array.from({ length: Math.min(STREAMS_AT_ONCE, streams - done) }, (_, at) => {
        const events = Array.from({ length: EVENTS_PER_STREAM }, () =>
          newEvent({ data: { text } }),
        );
        return ledger.append(anAppend({ stream: `request-${done + at}`, events }));
      }),
    );
  }
  await ledger.close();
}

async function timed(what: string, work: () => Promise<void>): Promise<void> {
  const [begun, cpu] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(cpu);
  const seconds = ((performance.now() - begun) / 1_000).toFixed(2);
  console.log(`${what}: ${seconds} s, of the processor ${((user + system) / 1e6).toFixed(2)} s`);
}

async function main(): Promise<void> {
  await timed(`append ${count} events`, grow);
  for (const mode of ['write', 'read'] as const) {
    await timed(`open for ${mode}`, async () => (await open(mode)).ledger.close());
  }
  const { ledger, transparency } = await open('read');
  await timed('prove an event', async () => {
    await transparency.proveEvent(count, 'sha256-ed25519');
  });
  await timed('checkpoint in SM3 and SM2', async () => {
    await transparency.checkpoint('sm3-sm2');
  });
  await ledger.close();
}

void main();
