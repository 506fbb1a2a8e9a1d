import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Beside src/ in a checkout, and copied beside it into dist/ by the build. */
const FILE = join(__dirname, '..', '..', 'templates', 'annual-report', 'report.schema.json');

/** The JSON Schema of {@link PublishedReport}, for whoever reads our reports with a program. */
export function reportSchema(): string {
  return readFileSync(FILE, 'utf8');
}
