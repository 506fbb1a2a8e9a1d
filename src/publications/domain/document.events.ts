import { CorruptStream, unreachable, type Event } from '../../kernel/decider.js';
import type { LocalDate } from '../../kernel/local-date.js';

/**
 * The two rows of table two's first block (《条例》第20条第（一）项). Identifiers are those of the cells'
 * keys.
 */
export const DOCUMENT_KINDS = [
  'regulations', // 规章
  'normative_documents', // 行政规范性文件
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Which document of which agency. 文号 is unique within the agency. */
export type DocumentKey = Readonly<{ agencyId: string; documentNumber: string }>;

/** 文件已制发; `occurredOn` is 制发日期. */
export type DocumentIssued = Event<
  'DocumentIssued',
  DocumentKey & { kind: DocumentKind; title: string }
>;

/** 文件已废止或者失效; `occurredOn` is 废止日期. */
export type DocumentRepealed = Event<'DocumentRepealed', DocumentKey>;

/** 更正文件登记: a new fact beside the wrong one; `occurredOn` is the day of the correction. */
export type DocumentEntryCorrected = Event<
  'DocumentEntryCorrected',
  DocumentKey & { corrected: DocumentCorrections },
  { reason: string }
>;

/**
 * 作废文件登记: what was logged never was; `occurredOn` is the day of the voiding. A voided document
 * counts nowhere and its number stays used.
 */
export type DocumentEntryVoided = Event<
  'DocumentEntryVoided',
  DocumentKey & { step: DocumentStep },
  { reason: string }
>;

/** The steps of a document that can be voided. */
export const DOCUMENT_STEPS = [
  'issue', // 制发登记
  'repeal', // 废止
] as const;
export type DocumentStep = (typeof DOCUMENT_STEPS)[number];

/** Only what was wrong is named. */
export type DocumentCorrections = Readonly<{
  kind?: DocumentKind;
  title?: string;
  issuedOn?: LocalDate;
  repealedOn?: LocalDate;
}>;

export type DocumentEvent =
  DocumentIssued | DocumentRepealed | DocumentEntryCorrected | DocumentEntryVoided;

/** What the events say of one document. */
export type DocumentFacts = DocumentKey &
  Readonly<{
    kind: DocumentKind;
    title: string;
    issuedOn: LocalDate;
    repealedOn: LocalDate | null;
    /** The day the document was voided; null while it stands. */
    voidedOn: LocalDate | null;
  }>;

export function documentFacts(facts: DocumentFacts | null, event: DocumentEvent): DocumentFacts {
  switch (event.type) {
    case 'DocumentIssued':
      if (facts !== null) {
        throw new CorruptStream(`document ${event.data.documentNumber} issued twice`);
      }
      return { ...event.data, issuedOn: event.occurredOn, repealedOn: null, voidedOn: null };
    case 'DocumentRepealed':
      if (facts === null) {
        throw new CorruptStream(`document ${event.data.documentNumber} repealed before issued`);
      }
      if (facts.repealedOn !== null) {
        throw new CorruptStream(`document ${event.data.documentNumber} repealed twice`);
      }
      return { ...facts, repealedOn: event.occurredOn };
    case 'DocumentEntryCorrected':
      if (facts === null) {
        throw new CorruptStream(`document ${event.data.documentNumber} corrected before issued`);
      }
      return { ...facts, ...event.data.corrected };
    case 'DocumentEntryVoided':
      if (facts === null) {
        throw new CorruptStream(`document ${event.data.documentNumber} voided before issued`);
      }
      return event.data.step === 'repeal'
        ? { ...facts, repealedOn: null }
        : { ...facts, voidedOn: event.occurredOn };
    default:
      return unreachable(event);
  }
}
