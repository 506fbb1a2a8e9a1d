import type { AnnualReport } from '../annual-reports/annual-report.js';
import type { AnnualReportView } from '../annual-reports/annual-report-view.js';
import { publishedReport } from '../annual-reports/published-report.js';
import type { ReportPrinter } from '../annual-reports/report-printer.js';
import {
  downloadOf,
  usualPlace,
  webListing,
  type PagePlace,
} from '../annual-reports/web-listing.js';
import { Usage } from './exit-codes.js';
import { dateGiven, sent } from './given.js';

export const FORMATS = ['pdf', 'docx', 'xlsx', 'html', 'json'] as const;
export type Format = (typeof FORMATS)[number];

export function formatGiven(text: string): Format {
  const format = FORMATS.find((known) => known === text);
  if (format !== undefined) return format;
  throw new Usage(`没有“${text}”格式，应为：${FORMATS.join('、')}。`);
}

/** What is said of the web page on the command line. */
export type PageGiven = Readonly<{
  indexNumber?: string;
  topic?: string;
  publishedOn?: string;
  download?: readonly string[];
}>;

export function pageGiven(given: PageGiven): Partial<PagePlace> {
  const { indexNumber, topic, publishedOn, download } = given;
  const downloads = download?.map((href) => {
    const known = downloadOf(href);
    if (known !== null) return known;
    throw new Usage(`“${href}”不能作下载链接，请写 pdf、docx、xlsx 或 json 文件的网址或者文件名。`);
  });
  return sent({ indexNumber, topic, publishedOn: dateGiven(publishedOn), downloads });
}

/** The file of a report, and the characters that may come out as boxes in it. */
export async function contentOf(
  printer: ReportPrinter,
  format: Format,
  report: Readonly<{ annual: AnnualReport; view: AnnualReportView; page: Partial<PagePlace> }>,
): Promise<Readonly<{ content: string | Uint8Array; missingGlyphs: readonly string[] }>> {
  const { annual, view, page } = report;
  if (format === 'pdf') {
    const { bytes, missingGlyphs } = await printer.pdf(view);
    return { content: bytes, missingGlyphs };
  }
  const content = {
    docx: () => printer.docx(view),
    xlsx: () => printer.xlsx(view),
    html: () => printer.html(view, webListing(view, { ...usualPlace(annual), ...page })),
    json: () => `${JSON.stringify(publishedReport(annual, view), null, 1)}\n`,
  };
  // An office document names its fonts, and the machine that opens it brings them.
  return { content: await content[format](), missingGlyphs: [] };
}
