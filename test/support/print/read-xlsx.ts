import type { Element } from '@xmldom/xmldom';
import { elementsOf, xmlOf } from '../letters/read-docx.js';

export type XlsxCell = Readonly<{
  at: string;
  kind: 'number' | 'text' | 'formula';
  /** What the file holds, which is what is shown of a text. */
  text: string;
  /** The format that numbers and edited texts go by. */
  format: string;
}>;

export type XlsxSheet = Readonly<{
  name: string;
  /** Those with something in them, row by row. */
  cells: readonly XlsxCell[];
  merged: readonly string[];
}>;

const BUILT_IN = new Map([
  ['0', 'General'],
  ['1', '0'],
  ['2', '0.00'],
  ['49', '@'],
]);

export function readXlsx(xlsx: Uint8Array): readonly XlsxSheet[] {
  const strings = elementsOf(xmlOf(xlsx, 'xl/sharedStrings.xml'), 'si').map((it) =>
    decoded(it.textContent ?? ''),
  );
  const formats = formatsOf(xmlOf(xlsx, 'xl/styles.xml'));
  const targets = new Map(
    elementsOf(xmlOf(xlsx, 'xl/_rels/workbook.xml.rels'), 'Relationship').map((it) => [
      it.getAttribute('Id'),
      it.getAttribute('Target'),
    ]),
  );
  return elementsOf(xmlOf(xlsx, 'xl/workbook.xml'), 'sheet').map((sheet) => {
    const target = targets.get(sheet.getAttribute('r:id')) ?? '';
    const xml = xmlOf(xlsx, `xl/${target.replace(/^\/?(?:xl\/)?/, '')}`);
    return {
      name: sheet.getAttribute('name') ?? '',
      cells: elementsOf(xml, 'c').flatMap((cell) => cellOf(cell, strings, formats)),
      merged: elementsOf(xml, 'mergeCell').map((it) => it.getAttribute('ref') ?? ''),
    };
  });
}

function cellOf(cell: Element, strings: readonly string[], formats: readonly string[]): XlsxCell[] {
  const [value] = elementsOf(cell, 'v').map((it) => it.textContent ?? '');
  const at = cell.getAttribute('r') ?? '';
  const format = formats[Number(cell.getAttribute('s') ?? 0)] ?? '';
  if (elementsOf(cell, 'f').length > 0) {
    return [{ at, kind: 'formula', text: cell.textContent ?? '', format }];
  }
  if (value === undefined) return [];
  return cell.getAttribute('t') === 's'
    ? [{ at, kind: 'text', text: strings[Number(value)] ?? '', format }]
    : [{ at, kind: 'number', text: value, format }];
}

/** By the number of a cell's style. */
function formatsOf(styles: Element): readonly string[] {
  const own = new Map(
    elementsOf(styles, 'numFmt').map((it) => [
      it.getAttribute('numFmtId'),
      it.getAttribute('formatCode'),
    ]),
  );
  return elementsOf(styles, 'cellXfs')
    .flatMap((list) => elementsOf(list, 'xf'))
    .map((it) => {
      const id = it.getAttribute('numFmtId') ?? '0';
      return own.get(id) ?? BUILT_IN.get(id) ?? id;
    });
}

/** A character may be written as its code (ISO/IEC 29500-1, 22.9.2.19). */
function decoded(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
}
