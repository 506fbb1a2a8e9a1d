import type { AnnualReportView } from './annual-report-view.js';
import type { WebListing } from './web-listing.js';

/** Nothing was printed. The message is a Chinese sentence that says what to do. */
export class PrintFailed extends Error {
  override readonly name = 'PrintFailed';
}

/** What turns a report into paper and files, all of the same words. The composition root says who does it. */
export interface ReportPrinter {
  /** A page that stands alone; with a listing, as it goes on a website. */
  html(view: AnnualReportView, listing?: WebListing | null): string;
  /** A4 by GB/T 9704—2012. `missingGlyphs` names characters that no font on this machine has. */
  pdf(
    view: AnnualReportView,
  ): Promise<Readonly<{ bytes: Uint8Array; missingGlyphs: readonly string[] }>>;
  /** The same page as a document that can be written on. */
  docx(view: AnnualReportView): Promise<Uint8Array>;
  /** A sheet for each table in the shape of the form, its figures as numbers, and one of the words. */
  xlsx(view: AnnualReportView): Promise<Uint8Array>;

  close(): Promise<void>;
}

export const REPORT_PRINTER = Symbol('REPORT_PRINTER');
