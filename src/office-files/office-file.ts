/** Why a file is not read: each has its sentence in the words. */
export const OFFICE_FAULTS = [
  'not-office', // neither .xlsx nor .docx, by its first bytes
  'old-format', // .xls, .doc, or locked with a password: all three begin alike
  'encrypted', // a part of it is encrypted
  'damaged', // cut short, or what it says of itself is not so
  'too-large', // more than is read, once unpacked
  'entities', // XML that declares entities, which no office program writes
  'too-many-cells', // more rows or cells than any register has
  'number-too-long', // a number of more than 15 digits, the last of which a spreadsheet has lost
  'took-too-long', // the reader was stopped
] as const;
export type OfficeFault = (typeof OFFICE_FAULTS)[number];

/** The file cannot be read, or will not be. `where` names the part or cell, '' for the whole. */
export class UnreadableOfficeFile extends Error {
  override readonly name = 'UnreadableOfficeFile';
  constructor(
    readonly fault: OfficeFault,
    readonly where = '',
  ) {
    super(`${fault}${where === '' ? '' : ` (${where})`}`);
  }
}

/** First row, first column, last row, last column of cells that are one, counted from 0. */
export type Merge = readonly [top: number, left: number, bottom: number, right: number];

/** 工作表: what its cells show. Formulas are never worked out: what was stored is what they show. */
export type Sheet = Readonly<{
  name: string;
  rows: readonly (readonly string[])[];
  merges: readonly Merge[];
}>;

/** A cell of a table in a document, over so many columns and rows. */
export type DocumentCell = Readonly<{ text: string; colspan: number; rowspan: number }>;

/** Words or a table of a document, in its order. */
export type DocumentBlock =
  Readonly<{ paragraph: string }> | Readonly<{ table: readonly (readonly DocumentCell[])[] }>;

/** What is read of one file, whatever it says of itself. */
export type OfficeLimits = Readonly<{
  /** Of all parts together, once unpacked. */
  bytesMax: number;
  rowsMax: number;
  cellsMax: number;
  /** After that the reader is killed, in milliseconds. */
  timeMs: number;
  /** Of the reader, in megabytes. */
  memoryMb: number;
}>;

/** A register of 100,000 rows has some 80 MB of XML and 1,200,000 cells, and takes 8 s to read. */
export const OFFICE_LIMITS: OfficeLimits = {
  bytesMax: 200_000_000,
  rowsMax: 200_000,
  cellsMax: 3_000_000,
  timeMs: 60_000,
  memoryMb: 1_536,
};
