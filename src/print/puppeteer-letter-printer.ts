import type { LetterFiles, LetterPrinter, PrintedLetter } from '../letters/letter-printer.js';
import type { Letter } from '../words/letters/letter.js';
import { letterOf } from '../words/letters/letter-of.js';
import { ownFile } from './fonts.js';
import { letterDocx } from './letter-docx.js';
import { missingGlyphs } from './missing-glyphs.js';
import type { Printer, PrinterOptions } from './printer.js';
import { documentTitle, renderLetter } from './render-letter.js';

/** Prints 文书 with the browser that prints the reports, and writes the same words as .docx. */
export class PuppeteerLetterPrinter implements LetterPrinter {
  readonly #options: PrinterOptions;
  readonly #printer: Printer;

  constructor(options: PrinterOptions, printer: Printer) {
    this.#options = options;
    this.#printer = printer;
  }

  html({ facts, checkpoint }: PrintedLetter): string {
    return renderLetter(letterOf(facts), { preview: true, checkpoint });
  }

  preview({ facts, checkpoint }: PrintedLetter): Promise<Uint8Array> {
    const letter = letterOf(facts);
    const html = renderLetter(letter, { preview: true, checkpoint });
    return this.#printer.print(html, documentTitle(letter));
  }

  async print({ facts, checkpoint }: PrintedLetter): Promise<LetterFiles> {
    const letter = letterOf(facts);
    const html = renderLetter(letter, { preview: false, checkpoint });
    const [pdf, docx] = await Promise.all([
      this.#printer.print(html, documentTitle(letter)),
      letterDocx(letter, checkpoint),
    ]);
    return { files: { pdf, docx }, missingGlyphs: this.#missing(letter) };
  }

  #missing({ sheets }: Letter): readonly string[] {
    const { fonts, fontsDir } = this.#options;
    const own = fonts === 'office' ? ownFile('fangsong', fontsDir) : undefined;
    return missingGlyphs(JSON.stringify(sheets), own);
  }
}
