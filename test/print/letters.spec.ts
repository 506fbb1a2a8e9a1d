import { LETTER_KINDS, type LetterKind } from '../../src/letters/domain/letter.events.js';
import { Printer } from '../../src/print/printer.js';
import { PuppeteerLetterPrinter } from '../../src/print/puppeteer-letter-printer.js';
import { letterCase, sampleCheckpoint } from '../support/letters/letter-cases.js';
import { docxText, partOf } from '../support/letters/read-docx.js';
import {
  BODY,
  bodyText,
  readPdf,
  readPdfs,
  withoutSpace,
  type ReadPdf,
} from '../support/print/pdf.js';

const options = { fonts: 'bundled' } as const;
const printer = new Printer(options);
const letters = new PuppeteerLetterPrinter(options, printer);
afterAll(() => printer.close());

type Both = Readonly<{ pdf: ReadPdf; docx: Uint8Array }>;
const both = new Map<LetterKind, Both>();

beforeAll(async () => {
  const checkpoint = sampleCheckpoint();
  const printed = await Promise.all(
    LETTER_KINDS.map((kind) => letters.print({ facts: letterCase(kind), checkpoint })),
  );
  const pdfs = await readPdfs(printed.map(({ files }) => files.pdf));
  LETTER_KINDS.forEach((kind, at) =>
    both.set(kind, { pdf: pdfs[at]!, docx: printed[at]!.files.docx }),
  );
  expect(printed.flatMap(({ missingGlyphs }) => missingGlyphs)).toStrictEqual([]);
}, 120_000);

describe.each(LETTER_KINDS)('the document %s', (kind) => {
  let { pdf, docx } = {} as Both;
  beforeAll(() => ({ pdf, docx } = both.get(kind)!));

  it('says the same as PDF and as .docx, from the title to the ledger head', () => {
    expect(bodyText(pdf)).toBe(withoutSpace(docxText(docx)));
    expect(bodyText(pdf)).toContain('台账检查点：第1至1204条');
    expect(bodyText(pdf)).toContain('0123456789abcdef'.repeat(4));
  });

  it('is A4, with nothing but page numbers outside the 版心, and no page without text', () => {
    for (const { width, height, items } of pdf.pages) {
      expect([Math.round(width), Math.round(height)]).toEqual([210, 297]);
      const outside = items.filter(
        ({ left, right, y }) =>
          left < BODY.left - 0.3 || right > BODY.right + 0.6 || y < BODY.top || y > BODY.bottom,
      );
      expect(outside.map(({ text }) => /^— \d+ —$/.test(text))).toEqual([true]);
      expect(items.length).toBeGreaterThan(6);
    }
  });

  it('has its signature on a page that has text before it', () => {
    const [first] = pdf.pages.filter(({ items }) =>
      items.some(({ text, size }) => text.includes('2026年3月26日') && size === 16),
    );
    if (first === undefined) return;
    const before = first.items.findIndex(({ text }) => text.includes('2026年3月26日'));
    expect(before).toBeGreaterThan(1);
  });

  it('asks for the fonts of the office by name', () => {
    const xml = partOf(docx, 'word/document.xml');
    expect(new Set(xml.match(/w:eastAsia="[^"]+"/g))).toEqual(
      new Set(['方正小标宋简体', '仿宋_GB2312', '宋体'].map((it) => `w:eastAsia="${it}"`)),
    );
    expect(partOf(docx, 'word/settings.xml')).toContain('evenAndOddHeaders');
  });
});

describe('a preview 预览', () => {
  it('is marked on every page and has no number', async () => {
    const { documentNumber: _number, ...facts } = letterCase('denial');
    const printed = { facts: { ...facts, documentNumber: null }, checkpoint: sampleCheckpoint() };
    const { pages } = await readPdf(await letters.preview(printed));
    expect(pages.length).toBe(2);
    for (const { items } of pages) {
      const words = items.map(({ text }) => text).join('');
      expect(words).toMatch(/预\s*览/);
      expect(words).not.toContain('〔2026〕');
    }
    expect(letters.html(printed)).toContain("content: '预览'");
  });

  it('is not what an issued document says', async () => {
    const { files } = await letters.print({ facts: letterCase('denial'), checkpoint: null });
    expect(docxText(files.docx)).not.toContain('预览');
    expect(JSON.stringify((await readPdf(files.pdf)).pages)).not.toContain('预览');
  });
});
