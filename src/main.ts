import { EXIT, failureOf } from './cli/exit-codes.js';
import { Output } from './cli/output.js';
import { writeReport } from './cli/report.command.js';
import { loadSample } from './cli/sample.js';
import { sessionOf } from './open-session.js';
import { serve } from './serve.js';

/** `npm start`: serves ./data; the first time with a sample agency and its printed report in it. */
async function start(): Promise<void> {
  const dataDir = process.env['GONGKAI_DATA'] ?? './data';
  const { app, url } = await serve(dataDir, Number(process.env['PORT'] ?? 3000));
  const session = sessionOf(app, dataDir);
  if ((await session.models.agencies()).length === 0) {
    const { name, year } = await loadSample(session);
    process.stdout.write(`已载入示例机关：${name} ${String(year)} 年。\n`);
    const wanted = { year, format: 'pdf', out: undefined, agency: name };
    await writeReport(session, new Output(false), wanted);
  }
  process.stdout.write(`公开台账已启动：${url}/api （按 Ctrl+C 停止）\n`);
}

start().catch((error: unknown) => {
  const { exit, says } = failureOf(error);
  process.stderr.write(`${says}\n`);
  if (exit === EXIT.internal) process.stderr.write(`${String((error as Error).stack)}\n`);
  process.exit(exit);
});
