import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** One call of the traced writer that changes a file, or its word of an acknowledgement. */
export type Step =
  | Readonly<{ did: 'write'; path: string; at: number; bytes: Buffer }>
  | Readonly<{ did: 'truncate'; path: string; size: number }>
  | Readonly<{ did: 'create'; path: string }>
  | Readonly<{ did: 'unlink'; path: string }>
  | Readonly<{ did: 'sync'; path: string }>
  | Readonly<{ did: 'say'; text: string }>
  /** The kernel was made to answer wrongly. */
  | Readonly<{ did: 'fail' }>;

/** The calls that are looked at. SQLite makes all of them in the main thread. */
export const CALLS = 'trace=pwrite64,write,fsync,fdatasync,ftruncate,unlink,openat';

/** Why nothing can be traced here, or undefined. */
export function cannotTrace(): string | undefined {
  try {
    execFileSync('strace', ['-o', '/dev/null', 'true'], { stdio: 'ignore' });
    return undefined;
  } catch {
    return 'system calls cannot be traced here: install `strace`, and allow ptrace in the container';
  }
}

/** What `strace -y -xx` wrote down, as far as it concerns files below `folder`. */
export function readTrace(trace: string, folder: string): Step[] {
  const known = new Set<string>();
  const steps: Step[] = [];
  for (const line of readFileSync(trace, 'latin1').split('\n')) {
    const step = stepOf(line);
    if (step === undefined) continue;
    if (!('path' in step)) steps.push(step);
    else if (step.path.startsWith(folder)) {
      if (step.did === 'create' && known.has(step.path)) continue;
      if (step.did === 'create') known.add(step.path);
      if (step.did === 'unlink') known.delete(step.path);
      steps.push(step);
    }
  }
  return steps;
}

function stepOf(line: string): Step | undefined {
  if (line.endsWith('(INJECTED)')) return { did: 'fail' };
  const [, call = '', rest = '', result = ''] = /^(\w+)\((.*)\) += (-?\d+)/.exec(line) ?? [];
  if (call === '' || result.startsWith('-')) return undefined;
  const texts = [...rest.matchAll(/["<]((?:\\x[0-9a-f]{2})*)[">]/g)].map(([, hex = '']) =>
    Buffer.from(hex.replaceAll('\\x', ''), 'hex'),
  );
  const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = texts;
  const path = first.toString();
  const last = Number(/(\d+)$/.exec(rest)?.[1]);
  switch (call) {
    case 'pwrite64':
      return { did: 'write', path, at: last, bytes: second };
    case 'write':
      return rest.startsWith('1<') ? { did: 'say', text: second.toString() } : undefined;
    case 'ftruncate':
      return { did: 'truncate', path, size: last };
    case 'unlink':
      return { did: 'unlink', path };
    case 'openat':
      return rest.includes('O_CREAT') ? { did: 'create', path: second.toString() } : undefined;
    default:
      return { did: 'sync', path };
  }
}
