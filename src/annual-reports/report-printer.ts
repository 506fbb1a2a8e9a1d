import type { AnnualReportView } from './annual-report-view.js';

/** Nothing was printed. The message is a Chinese sentence that says what to do. */
export class PrintFailed extends Error {
  override readonly name = 'PrintFailed';
}

/** What turns a report into paper. The composition root says who does it. */
export interface ReportPrinter {
  /** A page that stands alone. */
  html(view: AnnualReportView): string;
  /** A4 by GB/T 9704—2012. `missingGlyphs` names characters that no font on this machine has. */
  pdf(
    view: AnnualReportView,
  ): Promise<Readonly<{ bytes: Uint8Array; missingGlyphs: readonly string[] }>>;

  close(): Promise<void>;
}

export const REPORT_PRINTER = Symbol('REPORT_PRINTER');
