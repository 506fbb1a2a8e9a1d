import { Ajv2020 } from 'ajv/dist/2020.js';
import { reportSchema } from '../../../src/annual-reports/report-schema.js';

const ajv = new Ajv2020({ allErrors: true, strictTypes: false });
const validate = ajv.compile(JSON.parse(reportSchema()) as object);

/** What a report has against the published schema, each fault with its place. */
export function schemaFaults(report: unknown): readonly string[] {
  validate(report);
  return (validate.errors ?? []).map(
    ({ instancePath, message = '' }) => `${instancePath || '/'} ${message}`,
  );
}
