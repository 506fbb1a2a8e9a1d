import { write, utils } from '@e965/xlsx';
import { zipSync, strToU8, type Zippable } from 'fflate';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const SHEET = 'xl/worksheets/sheet1.xml';

/** The parts of the smallest workbook there is, with the sheet given. */
export function workbookWith(sheet: string, more: Zippable = {}): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const bundle = 'http://schemas.openxmlformats.org/package/2006';
  const type = 'application/vnd.openxmlformats-package.relationships+xml';
  const part = (text: string): Uint8Array => strToU8(HEAD + text);
  const related = (what: string, target: string): Uint8Array =>
    part(
      `<Relationships xmlns="${bundle}/relationships">` +
        `<Relationship Id="rId1" Type="${office}/${what}" Target="${target}"/></Relationships>`,
    );
  return zipSync({
    '[Content_Types].xml': part(
      `<Types xmlns="${bundle}/content-types"><Default Extension="rels" ContentType="${type}"/>` +
        '<Default Extension="xml" ContentType="application/xml"/></Types>',
    ),
    '_rels/.rels': related('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': part(
      `<workbook xmlns="${main}" xmlns:r="${office}">` +
        '<sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': related('worksheet', 'worksheets/sheet1.xml'),
    [SHEET]: sheet.startsWith('<?xml') ? strToU8(sheet) : part(sheet),
    ...more,
  });
}

/** A sheet of rows of texts. */
export function honestWorkbook(
  rows: readonly (readonly (string | number | Date)[])[],
  merges: readonly string[] = [],
): Uint8Array {
  const sheet = utils.aoa_to_sheet(rows as unknown[][], { cellDates: true, UTC: true });
  sheet['!merges'] = merges.map((range) => utils.decode_range(range));
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '台账');
  return write(book, { type: 'buffer', compression: true }) as Uint8Array;
}

/** A zip whose directory says that its sheet is smaller than it is. */
export function understated(bytes: Uint8Array): Uint8Array {
  const lied = Uint8Array.from(bytes);
  const view = new DataView(lied.buffer);
  for (let at = 0; at < lied.length - 46; at += 1) {
    // Central directory header; the unpacked size stands 24 bytes in.
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
  }
  return lied;
}

/** The bit that says that a part is encrypted, in the directory and before the part. */
export function locked(bytes: Uint8Array): Uint8Array {
  const lied = Uint8Array.from(bytes);
  const view = new DataView(lied.buffer);
  for (let at = 0; at < lied.length - 46; at += 1) {
    const mark = view.getUint32(at, true);
    if (mark === 0x02014b50) lied[at + 8] = (lied[at + 8] ?? 0) | 1;
  }
  return lied;
}
