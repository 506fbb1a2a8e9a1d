import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below a folder. */
export function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

/** How often any of these bytes stand in the files below a folder, by file. */
export function bytesBelow(
  folder: string,
  needles: readonly Buffer[],
): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const file of filesBelow(folder)) {
    const hits = occurrences(readFileSync(file), needles);
    if (hits > 0) found[file.slice(folder.length + 1)] = hits;
  }
  return found;
}

export function occurrences(hay: Buffer, needles: readonly Buffer[]): number {
  let hits = 0;
  for (const needle of needles) {
    for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + 1)) hits += 1;
  }
  return hits;
}

export function total(found: Readonly<Record<string, number>>): number {
  let sum = 0;
  for (const hits of Object.values(found)) sum += hits;
  return sum;
}

/** A text as UTF-8, as UTF-16, as a JSON escape and as a part of an address. */
export function spellings(text: string): readonly Buffer[] {
  const escaped = Array.from(text, (c) =>
    c.codePointAt(0)! < 0x80 ? c : `\\u${c.codePointAt(0)!.toString(16).padStart(4, '0')}`,
  ).join('');
  const forms = [text, escaped, encodeURIComponent(text)];
  return [...new Set(forms)].map((form) => Buffer.from(form)).concat(Buffer.from(text, 'utf16le'));
}
