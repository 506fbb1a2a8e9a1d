import type * as Docx from 'docx' with { 'resolution-mode': 'import' };
import type { SignedCheckpoint } from '../ledger/transparency/transparency.js';
import { checkpointPicture, printedCheckpoint } from './printed-checkpoint.js';

/** Loaded only to print: most commands do not. */
export type Library = typeof Docx;

/** Twentieths of a point, the unit of the format. */
const TWIPS_PER_MM = 1440 / 25.4;
/** Width and height of the 版心. */
const BODY_MM = 156;
const BODY_HEIGHT_MM = 225;
/** A twenty-eighth of the 版心, as GB/T 9704—2012 sets twenty-eight characters on a line. */
export const CHARACTER = Math.round((BODY_MM * TWIPS_PER_MM) / 28);

export const FONTS = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  hei: '黑体',
  kai: '楷体_GB2312',
  song: '宋体',
} as const;
type Font = (typeof FONTS)[keyof typeof FONTS];

/** Half points: 2号, 3号, 4号 and the small print of the checkpoint. */
export const SIZES = { title: 44, body: 32, table: 28, small: 16 } as const;

/** Side of the code of the checkpoint; a document counts pictures in pixels. */
const CODE_MM = 31;
const PIXELS_PER_INCH = 96;

const PAGE = {
  size: { width: '210mm', height: '297mm' },
  margin: { top: '37mm', right: '26mm', bottom: '35mm', left: '28mm', footer: '25mm' },
} as const;

/** 署名 and 成文日期. */
export type Signature = Readonly<{ agency: string; date: string }>;

export function fontOf(name: Font, size: number) {
  return { font: { name, ascii: name, eastAsia: name, hAnsi: name }, size };
}

/**
 * 3号, drawn together until twenty-eight characters stand on a line, and a hair more: LibreOffice loses
 * the mark that hangs over the edge of a line without room.
 */
export function bodyFont(name: Font = FONTS.body) {
  return { ...fontOf(name, SIZES.body), characterSpacing: -6 };
}

/** A fixed distance from line to line, in twips: by default a document means 240ths of a line. */
export function linesOf(line: number) {
  return { line, lineRule: 'exact' } as const;
}

export function twips(millimetres: number): number {
  return Math.round(millimetres * TWIPS_PER_MM);
}

/** What every .docx of ours has in common, written with a library that is loaded late. */
export class DocxWriter {
  /** Twips from line to line. */
  protected readonly line: number;

  constructor(
    protected readonly docx: Library,
    linesPerPage: number,
  ) {
    this.line = Math.round((BODY_HEIGHT_MM * TWIPS_PER_MM) / linesPerPage);
  }

  /** A4 with the margins of GB/T 9704—2012, page numbers on the outer side. */
  protected file(
    title: string,
    children: readonly Docx.FileChild[],
    more: Readonly<{ styles?: Docx.IStylesOptions['default']; header?: Docx.Header }> = {},
  ): Docx.Document {
    const { LEFT, RIGHT } = this.docx.AlignmentType;
    const { styles, header } = more;
    const document = { run: fontOf(FONTS.body, SIZES.body) };
    return new this.docx.Document({
      title,
      creator: '',
      lastModifiedBy: '',
      evenAndOddHeaderAndFooters: true,
      styles: { default: { document, ...styles } },
      sections: [
        {
          properties: { page: PAGE },
          ...(header === undefined ? {} : { headers: { default: header, even: header } }),
          footers: { default: this.pageNumber(RIGHT), even: this.pageNumber(LEFT) },
          children: [...children],
        },
      ],
    });
  }

  /** The title, a paragraph a line, and `after` it that many lines of room. */
  protected titleLines(
    lines: readonly string[],
    { after, ...first }: Omit<Docx.IParagraphOptions, 'spacing'> & Readonly<{ after: number }>,
  ): Docx.Paragraph[] {
    return lines.map((text, at) =>
      this.paragraph(text, fontOf(FONTS.title, SIZES.title), {
        alignment: this.docx.AlignmentType.CENTER,
        spacing: {
          ...linesOf(Math.round(1.25 * this.line)),
          after: at === lines.length - 1 ? Math.round(after * this.line) : 0,
        },
        keepNext: true,
        ...(at === 0 ? first : {}),
      }),
    );
  }

  /** 成文日期 four characters from the right edge, the organ above it. */
  protected signature({ agency, date }: Signature, linesBefore = 0): Docx.Paragraph[] {
    const alignment = this.docx.AlignmentType.RIGHT;
    // Centred on the date as far as both are right-aligned: half of what one is wider is taken off.
    const width = (text: string): number =>
      Array.from(text).reduce((sum, it) => sum + (it < '\u2000' ? 0.5 : 1), 0);
    const room = Math.max(0, 4 - (width(agency) - width(date)) / 2);
    const font = bodyFont();
    const right = Math.round(room * CHARACTER);
    const spacing = { ...linesOf(this.line), before: linesBefore * this.line };
    return [
      this.paragraph(agency, font, { alignment, keepNext: true, indent: { right }, spacing }),
      this.paragraph(date, font, { alignment, indent: { right: 4 * CHARACTER } }),
    ];
  }

  /** The ledger head in words. */
  protected head(signed: SignedCheckpoint): Docx.Paragraph[] {
    const small = fontOf(FONTS.song, SIZES.small);
    return printedCheckpoint(signed).lines.map(({ text, root = '' }) =>
      this.paragraph(text + root, small, {
        alignment: this.docx.AlignmentType.LEFT,
        spacing: linesOf(SIZES.small * 15),
      }),
    );
  }

  /** A frame without lines: the code of the checkpoint, and something at its right. */
  protected beside({ note }: SignedCheckpoint, right: Docx.Paragraph[]): Docx.Table {
    const { Table, TableRow, TableCell, ImageRun, Paragraph } = this.docx;
    const side = Math.round((CODE_MM / 25.4) * PIXELS_PER_INCH);
    const picture = new ImageRun({
      type: 'gif',
      data: checkpointPicture(note),
      transformation: { width: side, height: side },
      // The only picture there is; the library would count all that it ever made.
      altText: { id: '1', name: 'checkpoint', title: '检查点二维码', description: '检查点二维码' },
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

  protected frame(millimetres: readonly number[], style: 'none' | 'single') {
    const line = { style, size: 4, color: '000000' };
    const sides = { top: line, bottom: line, left: line, right: line };
    return {
      width: { size: twips(BODY_MM), type: this.docx.WidthType.DXA },
      columnWidths: millimetres.map(twips),
      layout: this.docx.TableLayoutType.FIXED,
      borders: { ...sides, insideHorizontal: line, insideVertical: line },
    };
  }

  protected paragraph(
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
      spacing: linesOf(this.line),
      ...more,
      children: runs,
    });
  }

  /** — 1 —, 4号宋体, one character from the edge. */
  private pageNumber(alignment: Docx.IParagraphOptions['alignment'] & string): Docx.Footer {
    const { Footer, Paragraph, TextRun, PageNumber } = this.docx;
    const children = ['— ', PageNumber.CURRENT, ' —'];
    const run = new TextRun({ children, ...fontOf(FONTS.song, SIZES.table) });
    const indent = { left: CHARACTER, right: CHARACTER };
    return new Footer({ children: [new Paragraph({ alignment, indent, children: [run] })] });
  }
}
