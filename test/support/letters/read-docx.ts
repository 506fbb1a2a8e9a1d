import { DOMParser, type Element, type Node } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';

/** One file of an office document, which is a ZIP archive. */
export function partOf(archive: Uint8Array, name: string): string {
  const { [name]: part } = unzipSync(archive, { filter: (file) => file.name === name });
  if (part === undefined) throw new Error(`the document has no ${name}`);
  return strFromU8(part);
}

export function xmlOf(archive: Uint8Array, name: string): Element {
  const { documentElement } = new DOMParser({
    onError: (level, message) => {
      throw new Error(`${name}: ${level}: ${message}`);
    },
  }).parseFromString(partOf(archive, name), 'text/xml');
  if (documentElement === null) throw new Error(`${name} is empty`);
  return documentElement;
}

/** The elements of a name below another, in the order of the document. */
export function elementsOf(within: Element, name: string): readonly Element[] {
  return Array.from(within.getElementsByTagName(name));
}

/** The text of the body, a line for each paragraph. */
export function docxText(docx: Uint8Array): string {
  return textOf(xmlOf(docx, 'word/document.xml'));
}

/** The cells of each table that have words, in the order of the document. */
export function docxTables(docx: Uint8Array): readonly (readonly string[])[] {
  return elementsOf(xmlOf(docx, 'word/document.xml'), 'w:tbl').map((table) =>
    elementsOf(table, 'w:tc')
      .map((cell) => textOf(cell).trim())
      .filter((text) => text !== ''),
  );
}

function textOf(node: Node): string {
  if (node.nodeName === 'w:t') return node.textContent ?? '';
  if (node.nodeName === 'w:br') return '\n';
  const within = Array.from(node.childNodes).map(textOf).join('');
  return node.nodeName === 'w:p' ? `${within}\n` : within;
}
