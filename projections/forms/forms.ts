import { formVersionOf } from '../../src/annual-reports/domain/annual-report.events.js';
import type { Form } from './form.js';
import { FORM_2021 } from './form-2021.js';

const FORMS = { '2021': FORM_2021 } as const;

/** 报告格式 that serves the reports on a year. */
export function formOf(year: number): Form {
  return FORMS[formVersionOf(year)];
}
