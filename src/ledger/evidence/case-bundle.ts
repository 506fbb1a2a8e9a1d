import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ledger } from '../ledger.js';
import type { Transparency } from '../transparency/transparency.js';
import { bundleFiles, bundleWords, type BundleFile } from './bundle.js';
import { provedStream } from './proved-stream.js';

const TEMPLATES = join(__dirname, '..', '..', '..', 'templates', 'evidence');

export type CaseBundle = Readonly<{
  files: readonly BundleFile[];
  note: string;
  events: number;
  /** What the bundle is checked with; it must reach the checker by another way. */
  verifierKey: string;
}>;

/** 证据包 of one stream, with its own instructions: `verify.sh` and 说明.txt. */
export async function caseBundle(
  ledger: Ledger,
  transparency: Transparency,
  { stream, subject }: Readonly<{ stream: string; subject: string }>,
): Promise<CaseBundle> {
  const { note, checkpoint } = await transparency.checkpoint('sha256-ed25519');
  const events = await provedStream(ledger, checkpoint, stream);
  const key = transparency.publicKeys().find(({ suite }) => suite === checkpoint.suite);
  const readme = readFileSync(join(TEMPLATES, 'readme.txt'), 'utf8');
  const files = [
    ...bundleFiles(note, key?.pem ?? '', events),
    { path: 'verify.sh', content: readFileSync(join(TEMPLATES, 'verify.sh')) },
    { path: '说明.txt', content: bundleWords(readme, subject, checkpoint, events) },
  ];
  return { files, note, events: events.length, verifierKey: key?.verifierKey ?? '' };
}
