import { DOCUMENT_KINDS, type DocumentKind } from './document.events.js';

/** The rows of table two's first block as the form prints them. */
export const DOCUMENT_KIND_LABELS: Readonly<Record<DocumentKind, string>> = {
  regulations: '规章',
  normative_documents: '行政规范性文件',
};

export function documentKindFrom(word: string): DocumentKind | undefined {
  return DOCUMENT_KINDS.find((kind) => kind === word || DOCUMENT_KIND_LABELS[kind] === word);
}
