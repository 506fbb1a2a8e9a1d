import type * as Docx from 'docx' with { 'resolution-mode': 'import' };
import type { SignedCheckpoint } from '../ledger/transparency/transparency.js';
import type { Letter, LetterRow, Sheet } from '../words/letters/letter.js';
import { checkpointPicture, printedCheckpoint } from './printed-checkpoint.js';
import { documentTitle } from './render-letter.js';

/** Loaded only to print: most commands do not. */
type Library = typeof Docx;

/** Twentieths of a point, the unit of the format. */
const TWIPS_PER_MM = 1440 / 25.4;
/** Width of the 版心. */
const BODY_MM = 156;
/** A twenty-eighth of the 版心, as GB/T 9704—2012 sets twenty-eight characters on a line. */
const CHARACTER = Math.round((BODY_MM * TWIPS_PER_MM) / 28);
/** A twenty-fourth of the 版心, as in `templates/letters/letter.css`. */
const LINE = Math.round((225 * TWIPS_PER_MM) / 24);

const FONTS = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  song: '宋体',
} as const;
type Font = (typeof FONTS)[keyof typeof FONTS];

/** Half points: 2号, 3号, 4号 and the small print of the checkpoint. */
const SIZES = { title: 44, body: 32, table: 28, small: 16 } as const;

/** Side of the code of the checkpoint; a document counts pictures in pixels. */
const CODE_MM = 31;
const PIXELS_PER_INCH = 96;

/** Of the four columns of a form, as in `templates/letters/letter.css`: millimetres. */
const LABEL_MM = 28;
const VALUE_MM = 50;

/** 文书 as .docx: the words of the PDF in real paragraphs and tables, in the office's own fonts by name. */
export async function letterDocx(
  letter: Letter,
  checkpoint: SignedCheckpoint | null,
): Promise<Uint8Array> {
  const docx = await import('docx');
  const writer = new Writer(docx);
  const children = letter.sheets.flatMap((sheet, at) => [
    ...writer.sheet(sheet, at === 0 ? { checkpoint } : { checkpoint: null, newPage: true }),
  ]);
  const { LEFT, RIGHT } = docx.AlignmentType;
  const file = new docx.Document({
    title: documentTitle(letter),
    creator: '',
    lastModifiedBy: '',
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: fontOf(FONTS.body, SIZES.body) } } },
    sections: [
      {
        properties: { page: PAGE },
        footers: { default: writer.pageNumber(RIGHT), even: writer.pageNumber(LEFT) },
        children,
      },
    ],
  });
  return docx.Packer.toBuffer(file);
}

const PAGE = {
  size: { width: '210mm', height: '297mm' },
  margin: { top: '37mm', right: '26mm', bottom: '35mm', left: '28mm', footer: '25mm' },
} as const;

function fontOf(name: Font, size: number) {
  return { font: { name, ascii: name, eastAsia: name, hAnsi: name }, size };
}

/** Writes the parts of a letter with a library that is loaded late. */
class Writer {
  constructor(private readonly docx: Library) {}

  sheet(
    sheet: Sheet,
    {
      checkpoint,
      newPage = false,
    }: Readonly<{ checkpoint: SignedCheckpoint | null; newPage?: boolean }>,
  ): Docx.FileChild[] {
    const { AlignmentType } = this.docx;
    const { title, documentNumber, addressee, body, enclosures } = sheet;
    const center = { alignment: AlignmentType.CENTER };
    const indent = { firstLine: 2 * CHARACTER };
    const heading = title.map((line, at) =>
      this.paragraph(line, fontOf(FONTS.title, SIZES.title), {
        ...center,
        spacing: {
          line: Math.round(1.25 * LINE),
          after: at === title.length - 1 ? Math.round(LINE / 2) : 0,
        },
        pageBreakBefore: newPage && at === 0,
        keepNext: true,
      }),
    );
    const plain = (text: string, more: Docx.IParagraphOptions = {}): Docx.Paragraph =>
      this.paragraph(text, fontOf(FONTS.body, SIZES.body), more);
    return [
      ...heading,
      ...(documentNumber === null
        ? []
        : [plain(documentNumber, { ...center, spacing: { ...SPACING, after: LINE } })]),
      ...(addressee === null ? [] : [plain(`${addressee}：`)]),
      ...body.map((block) =>
        'paragraph' in block ? plain(block.paragraph, { indent }) : this.table(block.rows),
      ),
      ...enclosures.map((line, at) =>
        plain(line, {
          indent: { firstLine: (at === 0 ? 2 : 5) * CHARACTER },
          spacing: { ...SPACING, before: at === 0 ? LINE : 0 },
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

  /** 成文日期 four characters from the right edge, the organ above it. */
  private signature({ agency, date }: NonNullable<Sheet['signature']>): Docx.Paragraph[] {
    const alignment = this.docx.AlignmentType.RIGHT;
    // Centred on the date as far as both are right-aligned: half of what one is wider is taken off.
    const width = (text: string): number =>
      Array.from(text).reduce((sum, it) => sum + (it < '\u2000' ? 0.5 : 1), 0);
    const room = Math.max(0, 4 - (width(agency) - width(date)) / 2);
    const font = fontOf(FONTS.body, SIZES.body);
    const right = Math.round(room * CHARACTER);
    return [
      this.paragraph(agency, font, { alignment, keepNext: true, indent: { right } }),
      this.paragraph(date, font, { alignment, indent: { right: 4 * CHARACTER } }),
    ];
  }

  private note(text: string): Docx.Paragraph {
    const indent = { firstLine: 2 * CHARACTER };
    const spacing = { line: 392, before: Math.round(LINE / 4) };
    return this.paragraph(text, fontOf(FONTS.body, SIZES.table), { indent, spacing });
  }

  private head(signed: SignedCheckpoint): Docx.Paragraph[] {
    const small = fontOf(FONTS.song, SIZES.small);
    return printedCheckpoint(signed).lines.map(({ text, root = '' }) =>
      this.paragraph(text + root, small, {
        alignment: this.docx.AlignmentType.LEFT,
        spacing: { line: 240 },
      }),
    );
  }

  /** A frame without lines: the code of the checkpoint, and something at its right. */
  private beside({ note }: SignedCheckpoint, right: Docx.Paragraph[]): Docx.Table {
    const { Table, TableRow, TableCell, ImageRun, Paragraph } = this.docx;
    const side = Math.round((CODE_MM / 25.4) * PIXELS_PER_INCH);
    const picture = new ImageRun({
      type: 'gif',
      data: checkpointPicture(note),
      transformation: { width: side, height: side },
      altText: { name: 'checkpoint', title: '检查点二维码', description: '检查点二维码' },
    });
    const cell = (millimetres: number, children: Docx.Paragraph[]): Docx.TableCell =>
      new TableCell({
        width: { size: twips(millimetres), type: this.docx.WidthType.DXA },
        verticalAlign: this.docx.VerticalAlignTable.CENTER,
        children,
      });
    const cells = [
      cell(CODE_MM + 4, [new Paragraph({ children: [picture] })]),
      cell(BODY_MM - CODE_MM - 4, right),
    ];
    return new Table({
      ...this.frame([CODE_MM + 4, BODY_MM - CODE_MM - 4], 'none'),
      rows: [new TableRow({ cantSplit: true, children: cells })],
    });
  }

  /** — 1 —, 4号宋体, one character from the edge. */
  pageNumber(alignment: Docx.IParagraphOptions['alignment'] & string): Docx.Footer {
    const { Footer, Paragraph, TextRun, PageNumber } = this.docx;
    const children = ['— ', PageNumber.CURRENT, ' —'];
    const run = new TextRun({ children, ...fontOf(FONTS.song, SIZES.table) });
    const indent = { left: CHARACTER, right: CHARACTER };
    return new Footer({ children: [new Paragraph({ alignment, indent, children: [run] })] });
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

  private frame(millimetres: readonly number[], style: 'none' | 'single') {
    const line = { style, size: 4, color: '000000' };
    const sides = { top: line, bottom: line, left: line, right: line };
    return {
      width: { size: twips(BODY_MM), type: this.docx.WidthType.DXA },
      columnWidths: millimetres.map(twips),
      layout: this.docx.TableLayoutType.FIXED,
      borders: { ...sides, insideHorizontal: line, insideVertical: line },
    };
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
          spacing: { line: 392 },
        }),
      ),
    });
  }

  private paragraph(
    text: string,
    run: ReturnType<typeof fontOf>,
    more: Docx.IParagraphOptions = {},
  ): Docx.Paragraph {
    const { Paragraph, TextRun, AlignmentType } = this.docx;
    const [first = '', ...others] = text.split('\n');
    const runs = [
      new TextRun({ text: first, ...run }),
      ...others.map((line) => new TextRun({ text: line, break: 1, ...run })),
    ];
    return new Paragraph({
      alignment: AlignmentType.BOTH,
      spacing: SPACING,
      ...more,
      children: runs,
    });
  }
}

const SPACING = { line: LINE } as const;

function twips(millimetres: number): number {
  return Math.round(millimetres * TWIPS_PER_MM);
}
