import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The command as a user has it. `npm test` compiles it first. */
export const GONGKAI = join(__dirname, '..', '..', '..', 'bin', 'gongkai.js');

export type Ran = Readonly<{ exit: number | null; out: string; err: string }>;

/** Runs `gongkai` to its end. */
export function gongkai(...args: readonly string[]): Promise<Ran> {
  return gongkaiTold('', ...args);
}

/** Runs `gongkai` to its end with something on standard input. */
export function gongkaiTold(input: string, ...args: readonly string[]): Promise<Ran> {
  return new Promise((resolve, reject) => {
    // Named, because what a test sets is its own copy of the environment.
    const { env } = process;
    const child = spawn(process.execPath, [GONGKAI, ...args], { stdio: 'pipe', env });
    // A command that reads nothing may be gone before it is told anything.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (exit) => {
      resolve({ exit, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() });
    });
  });
}

const folders: string[] = [];

/** An empty folder, removed by {@link removeFolders}. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-'));
  folders.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
