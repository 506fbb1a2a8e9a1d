import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import { Usage } from './cli/exit-codes.js';
import { configureHttp } from './http/configure.js';

export type Served = Readonly<{ app: NestExpressApplication; url: string }>;

/** Opens the ledger for writing and serves it on this machine only. Port 0 takes any free one. */
export async function serve(dataDir: string, port: number): Promise<Served> {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Usage(`端口“${String(port)}”不在 0 至 65535 之间。`);
  }
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.for({ dataDir, mode: 'write' }),
    // Nest would print its own stack before the sentence that the caller has for it.
    { logger: false, abortOnError: false, bodyParser: false },
  );
  app.useLogger(['error', 'warn']);
  configureHttp(app);
  app.enableShutdownHooks();
  await app.listen(port, '127.0.0.1').catch(async (error: unknown) => {
    await app.close();
    throw error;
  });
  return { app, url: (await app.getUrl()).replace('[::1]', '127.0.0.1') };
}
