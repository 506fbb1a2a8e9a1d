import type { AnnualReportView } from '../annual-reports/annual-report-view.js';
import type { FormVersion } from '../annual-reports/domain/annual-report.events.js';
import type { ReportPrinter } from '../annual-reports/report-printer.js';
import type { WebListing } from '../annual-reports/web-listing.js';
import { readForm, type AnnualReportForm } from '../annual-reports/form-layout.js';
import { ownFile } from './fonts.js';
import { missingGlyphs } from './missing-glyphs.js';
import { printedReport } from './printed-report.js';
import { Printer, type PrinterOptions } from './printer.js';
import { renderAnnualReport } from './render-annual-report.js';
import { reportDocx } from './report-docx.js';
import { reportXlsx } from './report-xlsx.js';

/**
 * Prints reports with a headless browser, which is started at the first print and kept for the
 * next, and writes the same words as .docx and .xlsx.
 */
export class PuppeteerReportPrinter implements ReportPrinter {
  readonly #options: PrinterOptions;
  readonly #printer: Printer;
  readonly #forms = new Map<FormVersion, AnnualReportForm>();

  constructor(options: PrinterOptions, printer = new Printer(options)) {
    this.#options = options;
    this.#printer = printer;
  }

  html(view: AnnualReportView, listing: WebListing | null = null): string {
    return renderAnnualReport(view, this.#form(view), listing);
  }

  async pdf(
    view: AnnualReportView,
  ): Promise<Readonly<{ bytes: Uint8Array; missingGlyphs: readonly string[] }>> {
    const html = this.html(view);
    const bytes = await this.#printer.print(html, view.title.join(''));
    const words = [view.preamble, ...view.parts.map(({ text }) => text), view.signature.agency];
    const missing = [
      ...missingGlyphs(view.title.join(''), this.#own('xiaobiaosong')),
      ...missingGlyphs(words.join(''), this.#own('fangsong')),
    ];
    return { bytes, missingGlyphs: [...new Set(missing)] };
  }

  docx(view: AnnualReportView): Promise<Uint8Array> {
    return reportDocx(printedReport(view, this.#form(view)));
  }

  xlsx(view: AnnualReportView): Promise<Uint8Array> {
    return reportXlsx(printedReport(view, this.#form(view)));
  }

  #form({ form }: AnnualReportView): AnnualReportForm {
    const read = this.#forms.get(form) ?? readForm(form);
    this.#forms.set(form, read);
    return read;
  }

  #own(name: string): string | undefined {
    const { fonts, fontsDir } = this.#options;
    return fonts === 'office' ? ownFile(name, fontsDir) : undefined;
  }

  async close(): Promise<void> {
    await this.#printer.close();
  }
}
