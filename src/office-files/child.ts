import { inspect } from './archive.js';
import { blocksOfDocument } from './document.js';
import { UnreadableOfficeFile, type OfficeLimits } from './office-file.js';
import { sheetsOf } from './workbook.js';

/**
 * The program that reads an office file apart from the ledger: a process of its own with limits, so
 * that a hostile file harms nothing but this. The file comes in on standard input, what it shows goes
 * out as one JSON value a line.
 */
async function main(kind: string, limits: OfficeLimits): Promise<void> {
  const bytes = await standardInput();
  const main = 'word/document.xml';
  const parts = await inspect(bytes, limits, (name) => kind === 'document' && name === main);
  if (kind === 'document') {
    const xml = parts.get(main);
    if (xml === undefined) throw new UnreadableOfficeFile('not-office');
    for (const block of blocksOfDocument(xml.toString('utf8'))) put(block);
    return;
  }
  for (const { name, merges, rows } of sheetsOf(bytes, limits)) {
    put({ name, merges });
    for (const row of rows) put(row);
  }
}

async function standardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function put(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

const [kind = '', limits = ''] = process.argv.slice(2);
main(kind, JSON.parse(limits) as OfficeLimits).catch((error: unknown) => {
  const { fault, where } =
    error instanceof UnreadableOfficeFile ? error : { fault: 'damaged', where: '' };
  put({ fault, where });
});
