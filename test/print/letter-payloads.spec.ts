import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LETTER_KINDS } from '../../src/letters/domain/letter.events.js';
import {
  LETTER_DAYS,
  LETTER_WORDS,
  type LetterWord,
} from '../../src/letters/domain/letter-facts.js';
import { letterDocx } from '../../src/print/letter-docx.js';
import { Printer } from '../../src/print/printer.js';
import { PuppeteerLetterPrinter } from '../../src/print/puppeteer-letter-printer.js';
import { renderLetter } from '../../src/print/render-letter.js';
import type { Letter } from '../../src/words/letters/letter.js';
import { letterOf } from '../../src/words/letters/letter-of.js';
import { letterCase } from '../support/letters/letter-cases.js';
import { INVISIBLES, letterPayloads } from '../support/letters/letter-payloads.js';
import { wordsOf } from '../support/letters/letter-words.js';
import { docxText, partOf } from '../support/letters/read-docx.js';
import { bodyText, readPdf, withoutSpace } from '../support/print/pdf.js';

const KINDS_TRIED = 2;
const SECRET = 'SECRETCANARY4712';
const HOSTILE = [...letterPayloads('http://127.0.0.1:9', '/etc/passwd'), ...INVISIBLES];
/** Every word that somebody writes freely. */
const FREE = LETTER_WORDS.filter(
  (word) =>
    !LETTER_DAYS.includes(word) &&
    !['feeMethod', 'quantity', 'amount', 'workingDays'].includes(word),
);
const RENDERED = { preview: false, checkpoint: null };
/** What a clause leaves off at its end, and what a quotation turns. */
const bare = (text: string): string =>
  withoutSpace(text)
    .replace(/[“”‘’]/g, '')
    .replace(/[。；;.]+/g, '');

/** Elements and attributes of a page, without its texts: no text may add to them. */
function skeletonOf(letter: Letter): string {
  const html = renderLetter(letter, RENDERED);
  return html.slice(html.indexOf('<body>')).replace(/>[^<]*/g, '>');
}

/** The text of a page as a reader of HTML resolves it. */
function textOf(letter: Letter): string {
  const html = renderLetter(letter, RENDERED);
  return html
    .slice(html.indexOf('<body>'))
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|#39|amp);/g, (_entity, name: string) => RESOLVED[name] ?? '');
}
const RESOLVED: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  amp: '&',
};

/** The kinds whose words a field appears in, by trying. */
function kindsWith(word: LetterWord) {
  return LETTER_KINDS.filter((kind) =>
    wordsOf(letterOf(letterCase(kind, { [word]: '试验〇文字' }))).includes('试验〇文字'),
  );
}

describe('hostile text in a document', () => {
  it('comes in at least sixty shapes', () => {
    expect(new Set(HOSTILE).size).toBeGreaterThanOrEqual(60);
  });

  const reached = FREE.filter((word) => kindsWith(word).length > 0);

  it('can come through every word that a document takes', () => {
    expect(FREE.filter((word) => !reached.includes(word))).toStrictEqual([]);
  });

  it.each(reached)('is text on the page, whatever stands in %s', (word) => {
    // A form and a letter take every way that a text can take.
    for (const kind of kindsWith(word).slice(0, KINDS_TRIED)) {
      const plain = skeletonOf(letterOf(letterCase(kind, { [word]: '平常' })));
      for (const hostile of HOSTILE) {
        const letter = letterOf(letterCase(kind, { [word]: hostile.replaceAll('\n', ' ') }));
        expect(skeletonOf(letter)).toBe(plain);
        expect(bare(textOf(letter))).toBe(bare(wordsOf(letter)));
        expect(bare(wordsOf(letter))).toContain(bare(shown(hostile)));
      }
    }
  });

  it('is text of the agency, its office and its numbers too', () => {
    const facts = letterCase('denial');
    const skeleton = skeletonOf(letterOf(facts));
    for (const hostile of HOSTILE.map((it) => it.replaceAll('\n', ' '))) {
      const office = { office: hostile, phone: hostile, address: hostile, email: hostile };
      const agency = {
        ...facts.agency,
        name: hostile,
        office,
        reviewOrgan: hostile,
        court: hostile,
      };
      const request = { ...facts.request, number: hostile };
      const letter = letterOf({ ...facts, agency, request, documentNumber: hostile });
      expect(skeletonOf(letter)).toBe(skeleton);
      expect(bare(textOf(letter))).toBe(bare(wordsOf(letter)));
    }
  });

  it('is text in the .docx, which stays one well-formed document', async () => {
    const plain = await skeletonOfDocx('平常');
    for (const hostile of HOSTILE.map((it) => it.replaceAll('\n', ' '))) {
      const { skeleton, text } = await skeletonOfDocx(hostile);
      expect(skeleton).toBe(plain.skeleton);
      expect(bare(text)).toContain(bare(shown(hostile)));
    }
  });
});

async function skeletonOfDocx(words: string) {
  const change = { applicant: words, description: words, reasons: words, enclosures: words };
  const docx = await letterDocx(letterOf(letterCase('denial', change)), null);
  const xml = partOf(docx, 'word/document.xml');
  // XML 1.0 knows no other characters (production 2), and a lone half would be none.
  expect(xml).not.toMatch(/(?![\n\r\t])[\p{Cc}\p{Cs}\ufffe\uffff]/u);
  return { skeleton: xml.replace(/>[^<]*/g, '>'), text: docxText(docx) };
}

/** How a letter shows a text: what cannot be seen is named. */
function shown(text: string): string {
  return wordsOf(
    letterOf(letterCase('registration-form', { provision: text.replaceAll('\n', ' ') })),
  )
    .split('形式要求\n')[1]!
    .split('\n答复期限')[0]!;
}

describe('the printed document', () => {
  const folder = mkdtempSync(join(tmpdir(), 'letters-spec-'));
  const secretFile = join(folder, 'secret.txt');
  const options = { fonts: 'bundled' } as const;
  const printer = new Printer(options);
  const letters = new PuppeteerLetterPrinter(options, printer);
  let listener: Server;
  let connections = 0;

  beforeAll(async () => {
    writeFileSync(secretFile, SECRET);
    listener = createServer((socket) => {
      connections += 1;
      socket.on('error', () => undefined);
      socket.end(`HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n${SECRET}`);
    });
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  });

  afterAll(async () => {
    await printer.close();
    await new Promise((resolve) => listener.close(resolve));
    rmSync(folder, { recursive: true });
  });

  it('carries hostile text as text, and connects to nobody', async () => {
    const bound = listener.address();
    if (bound === null || typeof bound === 'string') throw new Error('no port');
    const all = letterPayloads(`http://127.0.0.1:${bound.port}`, secretFile);
    const hostile = all.map((it) => `攻击${it.replaceAll('\n', ' ')}`);
    const facts = letterCase('grant', {
      content: hostile.join('\n'),
      enclosures: hostile.join('\n'),
    });
    const { files } = await letters.print({ facts, checkpoint: null });
    const text = bodyText(await readPdf(files.pdf));
    for (const payload of hostile) expect(text).toContain(withoutSpace(payload));
    expect(text).not.toContain(SECRET);
    // A refresh or a prefetch may come late.
    await letters.preview({
      facts: letterCase('receipt', { description: hostile.join(' ') }),
      checkpoint: null,
    });
    expect(connections).toBe(0);
  });
});
