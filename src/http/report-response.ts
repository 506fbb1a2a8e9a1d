import { StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import type { AnnualReportView } from '../annual-reports/annual-report-view.js';

/** A file has no place for what the figures do not show, and for characters that may be boxes. */
const WARNINGS = 'Gongkai-Warnings';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
export const REPORT_TYPES = {
  pdf: 'application/pdf',
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
} as const;
type Format = keyof typeof REPORT_TYPES;

export const FILE_ANSWER = {
  schema: { type: 'string', format: 'binary' },
  headers: {
    [WARNINGS]: {
      description: '提醒，每行一句，百分号编码；没有提醒时没有这一项',
      schema: { type: 'string' },
    },
  },
} as const;

export function warnOf(response: Response, warnings: readonly string[]): void {
  if (warnings.length > 0) response.setHeader(WARNINGS, encodeURIComponent(warnings.join('\n')));
}

/** A PDF is shown by the browser; what is made to be worked on is saved. */
export function reportFile(
  bytes: Uint8Array,
  format: Format,
  { title, year }: AnnualReportView,
): StreamableFile {
  const name = encodeURIComponent(`${title.join('')}.${format}`);
  const plain = `report-${String(year)}.${format}`;
  const how = format === 'pdf' ? 'inline' : 'attachment';
  return new StreamableFile(bytes, {
    type: REPORT_TYPES[format],
    disposition: `${how}; filename="${plain}"; filename*=UTF-8''${name}`,
  });
}
