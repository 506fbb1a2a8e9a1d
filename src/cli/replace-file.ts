import { mkdir, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file whole or not at all: whoever opens the path finds the old content or the new, and
 * never half a report.
 */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const known = await stat(path).catch(() => null);
  // A device or a pipe takes what it is given; renaming onto it would take it off the machine.
  if (known !== null && !known.isFile()) return writeFile(path, content);
  // Whoever put a link there wants the file behind it.
  const target = known === null ? path : await realpath(path);
  const temporary = join(dirname(target), `.${basename(target)}.${String(process.pid)}.tmp`);
  try {
    const file = await open(temporary, 'w');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
