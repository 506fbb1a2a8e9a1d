import type { Figures, Run } from '../support/crash/harness.js';
import { runWithMounts } from '../support/crash/mounts.js';

/**
 * small disks (2 to 32 MiB) are filled by a writer. A command that finds no room is refused as
 * such, reading goes on, it recovers without a restart once there is room, closing on the full disk
 * is no error, and everything acknowledged is there for who opens it on the full disk. Planted
 * fault: the refusal is swallowed.
 */
export async function run(wish: Run): Promise<Figures> {
  return (await runWithMounts('full-disk-process.ts', wish)) as Figures;
}
