import { SaxesParser } from 'saxes';
import type { DocumentBlock, DocumentCell } from './office-file.js';

type OpenCell = { text: string; colspan: number; continues: boolean };
type OpenTable = { rows: OpenCell[][] };

/**
 * The words and tables of a .docx in their order, of its main part. A table within a cell is read as
 * the words of that cell.
 */
export function blocksOfDocument(xml: string): readonly DocumentBlock[] {
  const blocks: DocumentBlock[] = [];
  let depth = 0;
  let table: OpenTable | null = null;
  let cell: OpenCell | null = null;
  let paragraph = '';
  let inText = false;

  const parser = new SaxesParser({ fragment: false });
  parser.on('opentag', ({ name, attributes }) => {
    const value = (attributes as Readonly<Record<string, string>>)['w:val'];
    if (name === 'w:tbl') {
      depth += 1;
      if (depth === 1) table = { rows: [] };
    } else if (name === 'w:tr' && depth === 1) table?.rows.push([]);
    else if (name === 'w:tc' && depth === 1) {
      cell = { text: '', colspan: 1, continues: false };
      table?.rows.at(-1)?.push(cell);
    } else if (name === 'w:gridSpan' && depth === 1 && cell !== null) {
      cell.colspan = Math.max(1, Number(value ?? 1));
    } else if (name === 'w:vMerge' && depth === 1 && cell !== null) {
      cell.continues = value !== 'restart';
    } else if (name === 'w:p') paragraph = '';
    else if (name === 'w:t') inText = true;
    else if (name === 'w:tab') paragraph += '\t';
    else if (name === 'w:br') paragraph += '\n';
  });
  parser.on('text', (text) => {
    if (inText) paragraph += text;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'w:t') inText = false;
    else if (name === 'w:p') {
      if (cell !== null) cell.text += (cell.text === '' ? '' : '\n') + paragraph;
      else if (depth === 0) blocks.push({ paragraph });
      paragraph = '';
    } else if (name === 'w:tc' && depth === 1) cell = null;
    else if (name === 'w:tbl') {
      depth -= 1;
      if (depth === 0 && table !== null) {
        blocks.push({ table: spanned(table) });
        table = null;
      }
    }
  });
  parser.write(xml).close();
  return blocks;
}

/** Cells that continue the one above are taken into it. */
function spanned({ rows }: OpenTable): readonly (readonly DocumentCell[])[] {
  const made: { text: string; colspan: number; rowspan: number }[][] = rows.map(() => []);
  const above = new Map<number, { rowspan: number }>();
  rows.forEach((row, at) => {
    let column = 0;
    for (const { text, colspan, continues } of row) {
      const upper = above.get(column);
      if (continues && upper !== undefined) upper.rowspan += 1;
      else {
        const cell = { text: text.trim(), colspan, rowspan: 1 };
        made[at]?.push(cell);
        above.set(column, cell);
      }
      column += colspan;
    }
  });
  return made;
}
