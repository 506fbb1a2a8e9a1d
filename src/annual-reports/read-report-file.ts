import type { ReceivedReport, SourceFormat } from './domain/submission.events.js';
import { reportFromJson } from './report-from-json.js';
import { unreadable } from './unreadable-report.js';

/** What a file says, and what kind of file it is. */
export type ReadReport = Readonly<{
  format: SourceFormat;
  report: Omit<ReceivedReport, 'source'>;
}>;

/** The largest report file that is read, in bytes: a report with pictures has a few million. */
const BYTES_MAX = 20 * 1024 * 1024;

/** Reads a report off a file; what the file is, its bytes say. */
export async function readReportFile(bytes: Uint8Array): Promise<ReadReport> {
  if (bytes.length > BYTES_MAX) throw unreadable('文件超过 20 兆');
  const report = reportFromJson(new TextDecoder('utf-8').decode(bytes));
  return Promise.resolve({ format: 'json', report });
}
