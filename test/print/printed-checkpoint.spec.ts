import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import jsQR from 'jsqr';
import { signNote, type Checkpoint } from '../../src/ledger/transparency/checkpoint.js';
import { SUITES, signerFrom, type Suite } from '../../src/ledger/transparency/suites.js';
import type { SignedCheckpoint } from '../../src/ledger/transparency/transparency.js';
import { printedCheckpoint } from '../../src/print/printed-checkpoint.js';
import { Printer } from '../../src/print/printer.js';
import { renderAnnualReport } from '../../src/print/render-annual-report.js';
import { removeDirectories, temporaryDirectory } from '../support/ledger/builders.js';
import { FORM, REPORT_TEXT, dinghaiView } from '../support/print/dinghai.js';
import { bodyText, readPdf, withoutSpace } from '../support/print/pdf.js';

const hasPoppler = spawnSync('pdftoppm', ['-v']).status === 0;
if (!hasPoppler)
  console.warn('pdftoppm is not installed: the code was not read off a printed page');

const ROOT = '0123456789abcdef'.repeat(4);
const WORDS =
  '台账检查点：第1至60001条，2026-01-3116:05:09（北京时间）' +
  '台账编号：63e31341-17f1-42b9-9762-a1ac795d01aa' +
  `根散列：${ROOT}` +
  '二维码是带签名的检查点，保留本页即可核验上述记录未被增删改动。';

afterAll(removeDirectories);

describe('the checkpoint on a report 台账检查点', () => {
  it.each(SUITES)('has the whole note of %s in a code that a camera reads', (suite) => {
    const { qr } = printedCheckpoint(signed(suite));
    expect(read(bitmapOf(qr))).toBe(signed(suite).note);
  });

  it('follows the date, in words that a person can type in', () => {
    const html = renderAnnualReport(dinghaiView({ checkpoint: signed() }), FORM);
    const words = html.slice(html.indexOf('<main>')).replace(/<[^>]*>/g, '');
    expect(withoutSpace(words)).toBe(withoutSpace(REPORT_TEXT) + WORDS);
    expect(words).toContain('0123 4567 89ab cdef 0123');
  });

  it('is not on a page that has none', () => {
    expect(renderAnnualReport(dinghaiView(), FORM)).not.toContain('checkpoint');
  });

  it('is printed after the published words, and can be read off the paper', async () => {
    const printer = new Printer({ fonts: 'bundled' });
    const html = renderAnnualReport(dinghaiView({ checkpoint: signed() }), FORM);
    const pdf = await printer.print(html, '报告').finally(() => printer.close());
    const { pages, ...rest } = await readPdf(pdf);
    expect(bodyText({ pages, ...rest })).toBe(withoutSpace(REPORT_TEXT) + WORDS);
    if (hasPoppler) expect(read(pictureOf(pdf, pages.length))).toBe(signed().note);
  });
});

function signed(suite: Suite = 'sha256-ed25519'): SignedCheckpoint {
  const checkpoint: Checkpoint = {
    ledgerId: '63e31341-17f1-42b9-9762-a1ac795d01aa',
    size: 60_001,
    root: Buffer.from(ROOT, 'hex'),
    time: '2026-01-31T08:05:09.123Z',
    suite,
  };
  SIGNED[suite] ??= {
    checkpoint,
    note: signNote(checkpoint, signerFrom(suite, Buffer.alloc(32, 7))),
  };
  return SIGNED[suite];
}

/** SM2 signs with a random number, so a note is made once. */
const SIGNED: Partial<Record<Suite, SignedCheckpoint>> = {};

type Bitmap = Readonly<{
  width: number;
  height: number;
  isDark: (x: number, y: number) => boolean;
}>;

function read({ width, height, isDark }: Bitmap): string | undefined {
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let at = 0; at < width * height; at += 1) {
    if (isDark(at % width, Math.floor(at / width))) pixels.fill(0, at * 4, at * 4 + 3);
  }
  return jsQR(pixels, width, height)?.data;
}

const PIXELS_PER_MODULE = 4;

function bitmapOf(svg: string): Bitmap {
  const side = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]) * PIXELS_PER_MODULE;
  const dark = new Set([...svg.matchAll(/M(\d+) (\d+)h/g)].map(([, x, y]) => `${x},${y}`));
  const module = (at: number) => Math.floor(at / PIXELS_PER_MODULE);
  return { width: side, height: side, isDark: (x, y) => dark.has(`${module(x)},${module(y)}`) };
}

/** A page as an office scanner sees it: 150 dots per inch, grey. */
function pictureOf(pdf: Uint8Array, page: number): Bitmap {
  const folder = temporaryDirectory();
  writeFileSync(join(folder, 'report.pdf'), pdf);
  const only = ['-f', String(page), '-l', String(page)];
  const args = ['-r', '150', '-gray', ...only, join(folder, 'report.pdf')];
  const pgm = execFileSync('pdftoppm', args, { maxBuffer: 64_000_000 });
  // P5, width and height, the largest grey, then one byte a pixel.
  const [head = '', width, height] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.toString('latin1')) ?? [];
  const grey = pgm.subarray(head.length);
  const isDark = (x: number, y: number) => (grey[y * Number(width) + x] ?? 255) < 128;
  return { width: Number(width), height: Number(height), isDark };
}
