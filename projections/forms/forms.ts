import {
  formVersionOf,
  type FormVersion,
} from '../../src/annual-reports/domain/annual-report.events.js';
import type { Form } from './form.js';
import { FORM_2019 } from './form-2019.js';
import { FORM_2021 } from './form-2021.js';

const FORMS: Readonly<Record<FormVersion, Form>> = { '2019': FORM_2019, '2021': FORM_2021 };

/** 报告格式 that serves the reports on a year. */
export function formOf(year: number): Form {
  return FORMS[formVersionOf(year)];
}
