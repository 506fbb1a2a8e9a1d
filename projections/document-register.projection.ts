import {
  documentFacts,
  type DocumentEvent,
  type DocumentFacts,
} from '../src/publications/domain/document.events.js';
import { rowKey, type Projection } from './projection.js';

/** 规章和行政规范性文件台账: one row per document. */
export type DocumentRow = DocumentFacts;

export const documentRegister: Projection<DocumentRow, DocumentEvent> = {
  name: 'document-register',
  handles: {
    DocumentIssued: true,
    DocumentRepealed: true,
    DocumentEntryCorrected: true,
    DocumentEntryVoided: true,
  },
  keyOf: ({ data }) => rowKey(data.agencyId, data.documentNumber),
  evolve: documentFacts,
};
