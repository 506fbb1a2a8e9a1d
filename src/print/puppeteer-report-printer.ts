import type { AnnualReportView } from '../annual-reports/annual-report-view.js';
import type { FormVersion } from '../annual-reports/domain/annual-report.events.js';
import type { ReportPrinter } from '../annual-reports/report-printer.js';
import { readForm, type AnnualReportForm } from './annual-report-form.js';
import { ownFile } from './fonts.js';
import { missingGlyphs } from './missing-glyphs.js';
import { Printer, type PrinterOptions } from './printer.js';
import { renderAnnualReport } from './render-annual-report.js';

/**
 * Prints reports with a headless browser, which is started at the first print and kept for the
 * next.
 */
export class PuppeteerReportPrinter implements ReportPrinter {
  readonly #options: PrinterOptions;
  readonly #printer: Printer;
  readonly #forms = new Map<FormVersion, AnnualReportForm>();

  constructor(options: PrinterOptions, printer = new Printer(options)) {
    this.#options = options;
    this.#printer = printer;
  }

  html(view: AnnualReportView): string {
    return renderAnnualReport(view, this.#formOf(view.form));
  }

  #formOf(version: FormVersion): AnnualReportForm {
    const form = this.#forms.get(version) ?? readForm(version);
    this.#forms.set(version, form);
    return form;
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

  #own(name: string): string | undefined {
    const { fonts, fontsDir } = this.#options;
    return fonts === 'office' ? ownFile(name, fontsDir) : undefined;
  }

  async close(): Promise<void> {
    await this.#printer.close();
  }
}
