import type { Checkpoint } from '../transparency/checkpoint.js';
import type { ProvedEvent } from './proved-stream.js';

/** A file of a bundle: its path from the bundle's folder, and its content. */
export type BundleFile = Readonly<{ path: string; content: string | Buffer }>;

/** C2SP: the key id stands before the signature. */
const KEY_ID_BYTES = 4;

/**
 * 证据包: what shows that events are in a ledger to somebody who has `openssl` and a shell. The note is
 * there whole and taken apart, because `openssl` wants text and signature in files of their own;
 * `templates/evidence/verify.sh` says how they belong together.
 */
export function bundleFiles(
  note: string,
  publicKeyPem: string,
  events: readonly ProvedEvent[],
): readonly BundleFile[] {
  const body = note.slice(0, note.lastIndexOf('\n\n') + 1);
  const signed = Buffer.from(note.trimEnd().split(' ').at(-1) ?? '', 'base64');
  const numbered = events.map((event, at) => ({ ...event, number: fourDigits(at + 1) }));
  return [
    { path: 'note.txt', content: note },
    { path: 'body.txt', content: body },
    { path: 'signature.bin', content: signed.subarray(KEY_ID_BYTES) },
    { path: 'public-key.pem', content: publicKeyPem },
    ...numbered.map(({ number, record }) => ({ path: `events/${number}.json`, content: record })),
    ...numbered.map(({ number, index, path }) => {
      const siblings = path.map((hash) => hash.toString('base64'));
      return { path: `proofs/${number}.txt`, content: `${[index, ...siblings].join('\n')}\n` };
    }),
  ];
}

/** The words of the case, and how they are filled into the bundle's own description. */
export function bundleWords(
  template: string,
  subject: string,
  { ledgerId, size, time }: Checkpoint,
  events: readonly ProvedEvent[],
): string {
  const words: Readonly<Record<string, string>> = {
    case: subject,
    count: String(events.length),
    ledgerId,
    size: String(size),
    time,
  };
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => words[name] ?? '');
}

function fourDigits(number: number): string {
  return String(number).padStart(4, '0');
}
