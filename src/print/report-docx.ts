import type * as Docx from 'docx' with { 'resolution-mode': 'import' };
import type { ReportTable } from '../annual-reports/annual-report-view.js';
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
import type { PrintedCell, PrintedPart, PrintedReport, PrintedTable } from './printed-report.js';
import type { TextBlock } from './report-text.js';
import { settledArchive } from './settled-archive.js';

/** As in `templates/annual-report/report.css`. */
const LINES_PER_PAGE = 22;

/** How a table is set, as in `templates/annual-report/report.css`: points, lines, millimetres. */
type TableStyle = Readonly<{
  size: number;
  headSize: number;
  lineHeight: number;
  /** Above and below the words of a cell. */
  padding: number;
  labels: 'CENTER' | 'LEFT';
}>;

const TABLE_STYLES: Readonly<Record<ReportTable, TableStyle>> = {
  two: { size: 10.5, headSize: 10.5, lineHeight: 1.3, padding: 1.4, labels: 'CENTER' },
  three: { size: 9.5, headSize: 9, lineHeight: 1.25, padding: 1, labels: 'LEFT' },
  four: { size: 9.5, headSize: 9, lineHeight: 1.3, padding: 1, labels: 'CENTER' },
};

/** A table of more rows begins a page, because it fills one. */
const ROWS_BESIDE_WORDS_MAX = 20;

/** Beside the words of a cell, and around a table: millimetres. */
const CELL_SIDE = 0.6;
const BEFORE_TABLE = 1.5;
const AFTER_TABLE = 4;
const POINTS_PER_MM = 72 / 25.4;

/**
 * 年度报告 as .docx: the words and tables of the PDF as real headings, paragraphs and tables, in the
 * office's own fonts by name.
 */
export async function reportDocx(report: PrintedReport): Promise<Uint8Array> {
  const docx = await import('docx');
  const made = await docx.Packer.toBuffer(new ReportWriter(docx).report(report));
  return settledArchive(made);
}

class ReportWriter extends DocxWriter {
  constructor(docx: Library) {
    super(docx, LINES_PER_PAGE);
  }

  report(report: PrintedReport): Docx.Document {
    const { title, preamble, parts, signature, checkpoint } = report;
    const children = [
      ...this.titleLines(title, { after: 1.5 }),
      ...preamble.map((block) => this.block(block)),
      ...parts.flatMap((part, at) =>
        this.part(part, {
          afterTable: (parts[at - 1]?.table ?? null) !== null,
          last: at === parts.length - 1,
        }),
      ),
      ...this.signature(signature, 1),
      ...(checkpoint === null ? [] : [this.room(), this.beside(checkpoint, this.head(checkpoint))]),
    ];
    return this.file(report.documentTitle, children, {
      styles: this.headings(),
      ...(report.draft ? { header: this.draftMark() } : {}),
    });
  }

  /** 一、黑体, （一）楷体, 1. 仿宋 (GB/T 9704—2012, 7.3.3), as levels that a reader can jump to. */
  private headings(): Docx.IStylesOptions['default'] {
    const level = (font: (typeof FONTS)[keyof typeof FONTS]) => ({
      run: { ...bodyFont(font), bold: false, italics: false, color: '000000' },
      paragraph: {
        indent: { firstLine: 2 * CHARACTER },
        spacing: { ...linesOf(this.line), before: 0, after: 0 },
        keepNext: true,
      },
    });
    return {
      heading1: level(FONTS.hei),
      heading2: level(FONTS.kai),
      heading3: level(FONTS.body),
    };
  }

  private part(
    { heading, blocks, table }: PrintedPart,
    { afterTable, last }: Readonly<{ afterTable: boolean; last: boolean }>,
  ): Docx.FileChild[] {
    const before = afterTable ? twips(AFTER_TABLE) : 0;
    const after = table === null ? 0 : twips(BEFORE_TABLE);
    return [
      this.heading(heading, this.docx.HeadingLevel.HEADING_1, {
        spacing: { ...linesOf(this.line), before, after: blocks.length === 0 ? after : 0 },
        pageBreakBefore: (table?.rows.length ?? 0) > ROWS_BESIDE_WORDS_MAX,
      }),
      ...blocks.map((block, at) =>
        at === blocks.length - 1
          ? // Nobody signs on a page without text.
            this.block(block, { spacing: { ...linesOf(this.line), after }, keepNext: last })
          : this.block(block),
      ),
      ...(table === null ? [] : [this.table(table)]),
    ];
  }

  private block({ kind, text }: TextBlock, more: Docx.IParagraphOptions = {}): Docx.Paragraph {
    const { HEADING_2, HEADING_3 } = this.docx.HeadingLevel;
    if (kind === 'second') return this.heading(text, HEADING_2, more);
    if (kind === 'third') return this.heading(text, HEADING_3, more);
    return this.paragraph(text, bodyFont(), { indent: { firstLine: 2 * CHARACTER }, ...more });
  }

  private heading(
    text: string,
    heading: NonNullable<Docx.IParagraphOptions['heading']>,
    more: Docx.IParagraphOptions,
  ): Docx.Paragraph {
    const children = [new this.docx.TextRun(text)];
    return new this.docx.Paragraph({ heading, ...more, children });
  }

  private table({ name, columnWidths, headRows, rows }: PrintedTable): Docx.Table {
    const { Table, TableRow } = this.docx;
    const style = TABLE_STYLES[name];
    return new Table({
      ...this.frame(columnWidths, 'single'),
      rows: rows.map(
        (cells, row) =>
          new TableRow({
            cantSplit: true,
            ...(row < headRows ? { tableHeader: true } : {}),
            children: cells.map((cell) =>
              this.cell(cell, style, { inHead: row < headRows, last: row === rows.length - 1 }),
            ),
          }),
      ),
    });
  }

  private cell(
    cell: PrintedCell,
    style: TableStyle,
    { inHead, last }: Readonly<{ inHead: boolean; last: boolean }>,
  ): Docx.TableCell {
    const { TableCell, AlignmentType, VerticalAlignTable } = this.docx;
    const { head, colspan, rowspan } = cell;
    const size = inHead ? style.headSize : style.size;
    const ofRow = head && !inHead && rowspan === 1;
    const [side, rise] = [twips(CELL_SIDE), twips(style.padding)];
    return new TableCell({
      columnSpan: colspan,
      rowSpan: rowspan,
      verticalAlign: VerticalAlignTable.CENTER,
      margins: { left: side, right: side, top: rise, bottom: rise },
      children: [
        this.paragraph(ofRow ? cell.text : broken(cell, size), fontOf(FONTS.song, 2 * size), {
          alignment: AlignmentType[ofRow ? style.labels : 'CENTER'],
          spacing: linesOf(Math.round(20 * size * style.lineHeight)),
          // A table that fits on one page stays on one page.
          keepNext: !last,
        }),
      ],
    });
  }

  private draftMark(): Docx.Header {
    const { Header, TextRun, Paragraph, AlignmentType } = this.docx;
    const run = new TextRun({
      text: '草稿',
      characterSpacing: SIZES.table * 5,
      ...fontOf(FONTS.hei, SIZES.table),
    });
    return new Header({
      children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [run] })],
    });
  }

  /** Room before a table that follows running text. */
  private room(): Docx.Paragraph {
    return new this.docx.Paragraph({ spacing: linesOf(twips(6)) });
  }
}

/** A label in lines of one length, and its number on a line of its own: （三） over 不予公开. */
function broken({ text, width, head }: PrintedCell, size: number): string {
  const [, number = '', words = ''] = /^(（[一二三四五六七八九十]+）)?([^]*)$/.exec(text) ?? [];
  const perLine = Math.max(1, Math.floor(((width - 2 * CELL_SIDE) * POINTS_PER_MM) / size));
  const characters = Array.from(words);
  const lines = Math.ceil(characters.length / perLine);
  if (!head || (number === '' && lines < 2)) return text;
  const length = Math.ceil(characters.length / lines);
  const pieces = Array.from({ length: lines }, (_, at) =>
    characters.slice(at * length, (at + 1) * length).join(''),
  );
  return [...(number === '' ? [] : [number]), ...pieces].join('\n');
}
