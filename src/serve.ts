import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { FirstRun } from './access/first-run.js';
import { AppModule } from './app.module.js';
import { EXIT, failureOf, Usage } from './cli/exit-codes.js';
import { configureHttp } from './http/configure.js';
import { HttpModule } from './http/http.module.js';
import type { LedgerStopped } from './ledger/ledger.js';
import { pageOf } from './web/page.js';

/**
 * Connections the system may hold until the program takes them. Node asks for 511, and who comes
 * when they are all taken waits a second or more, and is turned away by a busy machine. Linux gives
 * no more than net.core.somaxconn, which is 4096 as well.
 */
const BACKLOG = 4_096;

/**
 * How long a connection may lie idle. Clients drop theirs after five to sixty seconds; the server
 * must not be first, or it closes a connection just as the next request is sent on it.
 */
const KEEP_ALIVE_MS = 75_000;

/** Where the built page lies, seen from the sources and from what was compiled of them. */
const PAGE =
  basename(join(__dirname, '..')) === 'dist'
    ? join(__dirname, '..', 'web')
    : join(__dirname, '..', 'dist', 'web');

export type Served = Readonly<{
  app: NestExpressApplication;
  url: string;
  /** 启用口令, as long as there is nobody to sign in. */
  firstRunSecret: string | null;
}>;

/** Opens the ledger for writing and serves it on this machine only. Port 0 takes any free one. */
export async function serve(dataDir: string, port: number): Promise<Served> {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Usage(`端口“${String(port)}”不在 0 至 65535 之间。`);
  }
  const diskFailed = (why: LedgerStopped): void => {
    void endAfter(why, () => app.close());
  };
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.for({ dataDir, mode: 'write', diskFailed, edges: [HttpModule] }),
    // Nest would print its own stack before the sentence that the caller has for it.
    { logger: false, abortOnError: false, bodyParser: false },
  );
  app.useLogger(['error', 'warn']);
  configureHttp(app);
  app.use(pageOf(PAGE));
  app.enableShutdownHooks();
  try {
    await app.init();
    const server = app.getHttpServer();
    server.keepAliveTimeout = KEEP_ALIVE_MS;
    // Nest's own listen passes no backlog on.
    server.listen({ port, host: '127.0.0.1', backlog: BACKLOG });
    await once(server, 'listening');
    const { port: taken } = server.address() as AddressInfo;
    const firstRun = app.get(FirstRun, { strict: false });
    const firstRunSecret = (await firstRun.isOpen()) ? firstRun.secret : null;
    return { app, url: `http://127.0.0.1:${String(taken)}`, firstRunSecret };
  } catch (error) {
    await app.close();
    throw error;
  }
}

/** How long those who are reading may finish after the disk failed. */
const LAST_ANSWERS_MS = 2_000;

/**
 * Ends the process after an error of the disk, whatever hangs: only a new one, which reads what is
 * really there, may acknowledge again. Until then commands are refused and reads may be answered.
 */
async function endAfter(why: LedgerStopped, close: () => Promise<void>): Promise<void> {
  process.stderr.write(`${failureOf(why).says}\n`);
  const cause = why.cause instanceof Error ? why.cause.stack : undefined;
  if (cause !== undefined) process.stderr.write(`${cause}\n`);
  await Promise.race([close().catch(() => undefined), pause(LAST_ANSWERS_MS)]);
  process.exit(EXIT.ledger);
}
