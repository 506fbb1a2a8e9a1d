import { between } from './harness.js';
import type { Step } from './trace.js';

const SECTOR_BYTES = 512;

type Change = Extract<Step, { did: 'write' | 'truncate' }>;
/** One life of a name, from its creation to its removal. */
type Life = { readonly path: string; readonly changes: Change[]; flushed: number };
type Naming = Readonly<{ path: string; life: Life | undefined }>;

/**
 * The files after a power cut that followed these calls. What was flushed is there. What was not is
 * lost, or there, or there in part, the last sectors of a write torn off. Names come and go with the
 * next flush of any file, as on ext4. The -shm file is no part of what lasts.
 */
export function diskAfter(steps: readonly Step[], random: () => number): Map<string, Buffer> {
  const { namings, flushedNamings } = livesOf(steps);
  const luck = random();
  const keeps = (): boolean => (luck < 0.2 ? false : luck < 0.4 ? true : random() < 0.5);
  const namesKept =
    luck < 0.2 ? flushedNamings : between(random, flushedNamings, namings.length + 1);

  const names = new Map<string, Life>();
  for (const { path, life } of namings.slice(0, namesKept)) {
    if (life === undefined) names.delete(path);
    else names.set(path, life);
  }
  const tears = luck >= 0.7;
  return new Map([...names].map(([path, life]) => [path, contentOf(life, keeps, tears, random)]));
}

function livesOf(steps: readonly Step[]): { namings: Naming[]; flushedNamings: number } {
  const living = new Map<string, Life>();
  const namings: Naming[] = [];
  let flushedNamings = 0;
  for (const step of steps) {
    if (!('path' in step) || step.path.endsWith('-shm')) continue;
    const { path } = step;
    const life = living.get(path);
    if (step.did === 'create') {
      const born = { path, changes: [], flushed: 0 };
      living.set(path, born);
      namings.push({ path, life: born });
    } else if (step.did === 'unlink') {
      living.delete(path);
      namings.push({ path, life: undefined });
    } else if (step.did === 'sync') {
      if (life !== undefined) life.flushed = life.changes.length;
      flushedNamings = namings.length;
    } else {
      life?.changes.push(step);
    }
  }
  return { namings, flushedNamings };
}

function contentOf(life: Life, keeps: () => boolean, tears: boolean, random: () => number): Buffer {
  let bytes: Buffer = Buffer.alloc(0);
  for (const [index, change] of life.changes.entries()) {
    const flushed = index < life.flushed;
    if (!flushed && !keeps()) continue;
    if (change.did === 'truncate') {
      bytes = sized(bytes, change.size);
      continue;
    }
    const sectors = Math.ceil(change.bytes.length / SECTOR_BYTES);
    const torn = !flushed && tears && random() < 0.5;
    const kept = torn ? between(random, 0, sectors) * SECTOR_BYTES : change.bytes.length;
    if (change.at + kept > bytes.length) bytes = sized(bytes, change.at + kept);
    change.bytes.copy(bytes, change.at, 0, kept);
  }
  return bytes;
}

/** Cut off, or filled up with zeros, as the kernel does. */
function sized(bytes: Buffer, size: number): Buffer {
  return size <= bytes.length
    ? bytes.subarray(0, size)
    : Buffer.concat([bytes, Buffer.alloc(size - bytes.length)]);
}
