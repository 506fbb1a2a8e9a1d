import type { Letter } from '../../../src/words/letters/letter.js';

/** All that a letter says, in the order of the page. */
export function wordsOf({ sheets }: Letter): string {
  return sheets
    .flatMap(({ title, documentNumber, addressee, body, enclosures, signature, note }) => [
      ...title,
      documentNumber ?? '',
      addressee === null ? '' : `${addressee}：`,
      ...body.flatMap((block) =>
        'paragraph' in block
          ? [block.paragraph]
          : block.rows.flatMap(({ cells }) => cells.map(({ text }) => text)),
      ),
      ...enclosures,
      ...(signature === null ? [] : [signature.agency, signature.date]),
      note ?? '',
    ])
    .filter((text) => text !== '')
    .join('\n');
}
