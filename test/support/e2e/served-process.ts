import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { GONGKAI } from './gongkai.js';

export type ServedProcess = Readonly<{
  child: ChildProcess;
  url: string;
  /** 启用口令; null once there are accounts. */
  firstRunSecret: string | null;
}>;

/** `gongkai serve` as a process of its own, on a free port, once it has said where it listens. */
export async function servedProcess(dataDir: string): Promise<ServedProcess> {
  const child = spawn(
    process.execPath,
    [GONGKAI, '--data', dataDir, '--json', 'serve', '--port', '0'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (said.includes('}')) break;
  }
  return { child, ...(JSON.parse(said) as Omit<ServedProcess, 'child'>) };
}

/** Ends it, also one that is stopped, and waits until it is gone. */
export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
