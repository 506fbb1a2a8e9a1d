import { EXIT, failureOf } from './cli/exit-codes.js';
import { Output } from './cli/output.js';
import { demonstrate, firstStartUnfinished } from './cli/sample.js';
import { sessionOf } from './open-session.js';
import { serve } from './serve.js';
import { firstRunWords } from './words/first-run.zh-CN.js';

/** `npm start`: serves ./data; the first time with a sample agency and its printed report in it. */
async function start(): Promise<void> {
  const dataDir = process.env['GONGKAI_DATA'] ?? './data';
  const { app, url, firstRunSecret } = await serve(dataDir, Number(process.env['PORT'] ?? 3000));
  const session = sessionOf(app, dataDir);
  if (await firstStartUnfinished(session)) {
    process.stdout.write('第一次启动，载入示例机关并打印它的年度报告……\n');
    await demonstrate(session, new Output(false));
  }
  process.stdout.write(`公开台账已启动：${url}/api （按 Ctrl+C 停止）\n`);
  if (firstRunSecret !== null) process.stdout.write(`${firstRunWords(firstRunSecret)}\n`);
}

start().catch((error: unknown) => {
  const { exit, says } = failureOf(error);
  process.stderr.write(`${says}\n`);
  if (exit === EXIT.internal) process.stderr.write(`${String((error as Error).stack)}\n`);
  process.exit(exit);
});
