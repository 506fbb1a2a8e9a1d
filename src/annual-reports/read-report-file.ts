import { UnreadableCsv } from '../csv/csv-file.js';
import { isOfficeFile, readOfficeBlocks } from '../csv/office-blocks.js';
import { FORM_VERSIONS } from './domain/annual-report.events.js';
import type { ReceivedReport, SourceFormat } from './domain/submission.events.js';
import { figureRows } from './figure-rows.js';
import { readForm } from './form-layout.js';
import { reportFromJson } from './report-from-json.js';
import { reportFromTables } from './report-from-tables.js';
import { unreadable } from './unreadable-report.js';

/** What a file says, and what kind of file it is. */
export type ReadReport = Readonly<{
  format: SourceFormat;
  report: Omit<ReceivedReport, 'source'>;
}>;

/** The largest report file that is read, in bytes: a report with pictures has a few million. */
const BYTES_MAX = 20 * 1024 * 1024;

/** `{` after white space: what JSON of a report begins with. */
const JSON_BEGINS = /^[\s\ufeff]*\{/;

/** Reads a report off a file; what the file is, its bytes say. */
export async function readReportFile(bytes: Uint8Array): Promise<ReadReport> {
  if (bytes.length > BYTES_MAX) throw unreadable('文件超过 20 兆');
  const text = new TextDecoder('utf-8');
  if (!isOfficeFile(bytes) && JSON_BEGINS.test(text.decode(bytes.subarray(0, 100)))) {
    return { format: 'json', report: reportFromJson(text.decode(bytes)) };
  }
  const { format, blocks } = await readOfficeBlocks(bytes).catch((error: unknown) => {
    throw error instanceof UnreadableCsv ? unreadable(error.reason) : error;
  });
  return { format, report: reportFromTables(blocks, formRows()) };
}

function formRows() {
  return new Map(FORM_VERSIONS.map((version) => [version, figureRows(readForm(version))]));
}
