import type * as Docx from 'docx' with { 'resolution-mode': 'import' };
import type { SignedCheckpoint } from '../ledger/transparency/transparency.js';
import type { Letter, LetterRow, Sheet } from '../words/letters/letter.js';
import {
  CHARACTER,
  DocxWriter,
  FONTS,
  SIZES,
  bodyFont,
  fontOf,
  linesOf,
  twips,
  type Library,
} from './docx-writer.js';
import { documentTitle } from './render-letter.js';

/** As in `templates/letters/letter.css`. */
const LINES_PER_PAGE = 24;

/** Of the words in 4号: twips. */
const TABLE_LINE = 392;

/** Of the four columns of a form, as in `templates/letters/letter.css`: millimetres. */
const LABEL_MM = 28;
const VALUE_MM = 50;

/** 文书 as .docx: the words of the PDF in real paragraphs and tables, in the office's own fonts by name. */
export async function letterDocx(
  letter: Letter,
  checkpoint: SignedCheckpoint | null,
): Promise<Uint8Array> {
  const docx = await import('docx');
  return docx.Packer.toBuffer(new LetterWriter(docx).letter(letter, checkpoint));
}

class LetterWriter extends DocxWriter {
  constructor(docx: Library) {
    super(docx, LINES_PER_PAGE);
  }

  letter(letter: Letter, checkpoint: SignedCheckpoint | null): Docx.Document {
    const children = letter.sheets.flatMap((sheet, at) => [
      ...this.sheet(sheet, at === 0 ? { checkpoint } : { checkpoint: null, newPage: true }),
    ]);
    return this.file(documentTitle(letter), children);
  }

  private sheet(
    sheet: Sheet,
    {
      checkpoint,
      newPage = false,
    }: Readonly<{ checkpoint: SignedCheckpoint | null; newPage?: boolean }>,
  ): Docx.FileChild[] {
    const { title, documentNumber, addressee, body, enclosures } = sheet;
    const indent = { firstLine: 2 * CHARACTER };
    const spacing = linesOf(this.line);
    const plain = (text: string, more: Docx.IParagraphOptions = {}): Docx.Paragraph =>
      this.paragraph(text, bodyFont(), more);
    const alignment = this.docx.AlignmentType.CENTER;
    return [
      ...this.titleLines(title, { after: 0.5, pageBreakBefore: newPage }),
      ...(documentNumber === null
        ? []
        : [plain(documentNumber, { alignment, spacing: { ...spacing, after: this.line } })]),
      ...(addressee === null ? [] : [plain(`${addressee}：`)]),
      ...body.map((block) =>
        'paragraph' in block ? plain(block.paragraph, { indent }) : this.table(block.rows),
      ),
      ...enclosures.map((line, at) =>
        plain(line, {
          indent: { firstLine: (at === 0 ? 2 : 5) * CHARACTER },
          spacing: { ...spacing, before: at === 0 ? this.line : 0 },
        }),
      ),
      ...this.closing(sheet, checkpoint),
    ];
  }

  /** 署名 with the code beside it, 附注, and the ledger head; a form has the head alone. */
  private closing(sheet: Sheet, checkpoint: SignedCheckpoint | null): Docx.FileChild[] {
    const { signature, note } = sheet;
    const head = checkpoint === null ? [] : this.head(checkpoint);
    if (signature === null) return checkpoint === null ? [] : [this.beside(checkpoint, head)];
    const signed = this.signature(signature);
    return [
      ...(checkpoint === null ? signed : [this.beside(checkpoint, signed)]),
      ...(note === null ? [] : [this.note(note)]),
      ...head,
    ];
  }

  private note(text: string): Docx.Paragraph {
    const indent = { firstLine: 2 * CHARACTER };
    const spacing = { ...linesOf(TABLE_LINE), before: Math.round(this.line / 4) };
    return this.paragraph(text, fontOf(FONTS.body, SIZES.table), { indent, spacing });
  }

  private table(rows: readonly LetterRow[]): Docx.Table {
    const { Table, TableRow, HeightRule } = this.docx;
    return new Table({
      ...this.frame([LABEL_MM, VALUE_MM, LABEL_MM, VALUE_MM], 'single'),
      rows: rows.map(
        ({ cells, tall }) =>
          new TableRow({
            cantSplit: true,
            height: { value: twips(tall ? 15 : 10), rule: HeightRule.ATLEAST },
            children: cells.map((it) => this.cell(it)),
          }),
      ),
    });
  }

  private cell({ text, head, span }: LetterRow['cells'][number]): Docx.TableCell {
    const { TableCell, AlignmentType, VerticalAlignTable } = this.docx;
    const alignment = head ? AlignmentType.CENTER : AlignmentType.LEFT;
    const lines = text.split('\n');
    return new TableCell({
      columnSpan: span,
      verticalAlign: VerticalAlignTable.CENTER,
      margins: { left: twips(head ? 0.5 : 2), right: twips(head ? 0.5 : 2) },
      children: lines.map((line) =>
        this.paragraph(line, fontOf(FONTS.body, SIZES.table), {
          alignment,
          spacing: linesOf(TABLE_LINE),
        }),
      ),
    });
  }
}
