import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export type Child = Readonly<{
  /** What it has said so far, line by line. */
  lines: readonly string[];
  /** Resolves when it has said so many lines. */
  said: (count: number) => Promise<void>;
  /** SIGKILL: no handler runs, nothing is closed. Resolves when the process is gone. */
  kill: () => Promise<void>;
  /** Resolves with the exit code when it ends by itself. */
  ended: () => Promise<number | null>;
}>;

const RUN_TYPESCRIPT = join(__dirname, 'run-typescript.cjs');

/** Starts a script of this folder in a process of its own. */
export function startChild(script: string, ...args: string[]): Child {
  const file = join(__dirname, script);
  return watch(spawn(process.execPath, [RUN_TYPESCRIPT, file, ...args]));
}

/**
 * The same, with a limit on the size of every file it writes: beyond it the kernel answers EFBIG.
 */
export function startChildWithFileLimit(kib: number, script: string, ...args: string[]): Child {
  const file = join(__dirname, script);
  // POSIX counts in blocks of 512 bytes.
  const command = `ulimit -f ${kib * 2}; exec "$0" "$@"`;
  return watch(spawn('sh', ['-c', command, process.execPath, RUN_TYPESCRIPT, file, ...args]));
}

/**
 * The same under strace, which writes to `trace` and makes the kernel's answers wrong where an
 * `inject` among the options says so (strace(1), "Tampering").
 */
export function startChildTraced(
  trace: string,
  options: readonly string[],
  script: string,
  ...args: string[]
): Child {
  const strace = ['-y', '-xx', '-s', '1000000', '-o', trace, ...options];
  const command = [process.execPath, RUN_TYPESCRIPT, join(__dirname, script), ...args];
  // A group of its own, because a tracer that is killed lets go of what it traced.
  return watch(spawn('strace', [...strace, ...command], { detached: true }), 'group');
}

function watch(child: ChildProcessWithoutNullStreams, kills: 'child' | 'group' = 'child'): Child {
  const lines: string[] = [];
  const errors: string[] = [];
  const output = createInterface(child.stdout);
  const gone = once(child, 'close');
  output.on('line', (line) => lines.push(line));
  child.stderr.on('data', (text: Buffer) => errors.push(text.toString()));

  return {
    lines,
    said: async (count) => {
      while (lines.length < count) {
        await Promise.race([once(output, 'line'), gone]);
        if (child.exitCode !== null) throw new Error(`the child ended early: ${errors.join('')}`);
      }
    },
    kill: async () => {
      if (kills === 'child') child.kill('SIGKILL');
      else if (child.exitCode === null) process.kill(-Number(child.pid), 'SIGKILL');
      await gone;
    },
    ended: async () => {
      await gone;
      return child.exitCode;
    },
  };
}
