import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { LETTER_KINDS } from '../../../src/letters/domain/letter.events.js';
import { Printer } from '../../../src/print/printer.js';
import { PuppeteerLetterPrinter } from '../../../src/print/puppeteer-letter-printer.js';
import { pagesPicture } from './pages-picture.js';
import { letterCase, sampleCheckpoint } from './letter-cases.js';

const FOLDER = resolve(__dirname, '../../../docs/letters');
/** Enough to read a title and see the page; small enough to keep. */
const DOTS_PER_INCH = 60;

/** `npm run letters`: every document from its sample case, as pictures in docs/letters/. */
async function printLetters(only: readonly string[]): Promise<void> {
  if (spawnSync('pdftoppm', ['-v']).error !== undefined) {
    console.error('pdftoppm is not installed (package poppler-utils): no pictures were made.');
    process.exitCode = 1;
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'letters-'));
  const options = { fonts: 'bundled' } as const;
  const printer = new Printer(options);
  const letters = new PuppeteerLetterPrinter(options, printer);
  mkdirSync(FOLDER, { recursive: true });
  try {
    for (const kind of LETTER_KINDS) {
      if (only.length > 0 && !only.includes(kind)) continue;
      const printed = { facts: letterCase(kind), checkpoint: sampleCheckpoint() };
      const { files } = await letters.print(printed);
      for (const format of ['pdf', 'docx'] as const) {
        writeFileSync(join(folder, `${kind}.${format}`), files[format]);
      }
      const picture = pagesPicture(join(folder, `${kind}.pdf`), DOTS_PER_INCH);
      writeFileSync(join(FOLDER, `${kind}.png`), picture);
      console.log(kind);
    }
  } finally {
    await printer.close();
    if (process.env['KEEP'] === undefined) rmSync(folder, { recursive: true });
    else console.log(folder);
  }
}

void printLetters(process.argv.slice(2));
