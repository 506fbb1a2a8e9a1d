import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';

const RUN_TYPESCRIPT = join(__dirname, '..', 'ledger', 'run-typescript.cjs');

/** A mount namespace of one's own needs no privilege where users may have namespaces. */
const UNSHARE = ['--user', '--map-root-user', '--mount'];

/** Why this machine cannot mount small disks for a test, or undefined. */
export function cannotMount(): string | undefined {
  try {
    execFileSync('unshare', [...UNSHARE, 'mount', '-t', 'tmpfs', 'none', '/mnt'], {
      stdio: 'ignore',
    });
    return undefined;
  } catch {
    return 'small disks cannot be mounted here: it takes `unshare` (util-linux) and user namespaces';
  }
}

/** Runs a script of this folder where it may mount what nobody else sees; answers what it said. */
export function runWithMounts(script: string, wish: object): Promise<unknown> {
  const args = [RUN_TYPESCRIPT, join(__dirname, script), JSON.stringify(wish)];
  const child = spawn('unshare', [...UNSHARE, '--kill-child', process.execPath, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('close', (exit) => {
      if (exit === 0) resolve(JSON.parse(Buffer.concat(out).toString()));
      else
        reject(new Error(`${script} ended with ${String(exit)}: ${Buffer.concat(err).toString()}`));
    });
  });
}

/** In such a place: a disk of so many KiB. */
export function mountDisk(directory: string, kib: number): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kib}k`, 'none', directory]);
}

/** In such a place: takes the disk away again. */
export function unmount(directory: string): void {
  execFileSync('umount', ['-l', directory]);
}

/** In such a place: a folder of the disk that can only be read. */
export function mountReadOnly(directory: string): void {
  execFileSync('mount', ['--bind', directory, directory]);
  execFileSync('mount', ['-o', 'remount,bind,ro', directory]);
}
