import { APPEAL_KINDS, APPEAL_OUTCOMES } from '../../src/appeals/domain/appeal.events.js';
import { APPLICANT_KINDS, OUTCOMES } from '../../src/requests/domain/request.events.js';
import { CELLS, type Cell } from '../form-figures.js';
import { COLUMNS, ROWS, type Column, type Row, type TableThreeCell } from '../table-three.js';
import type { Form, Identity } from './form.js';

const cell = (row: Row, column: Column): TableThreeCell => `table3.${row}.${column}`;

/** In every column 第一项加第二项之和，等于第三项加第四项之和, and the results add up to 三（七）总计. */
const columnSums = COLUMNS.flatMap((column): Identity<Cell>[] => [
  {
    check: 'T3-01',
    left: [cell('new_received', column), cell('carried_in', column)],
    right: [cell('total', column), cell('carried_out', column)],
  },
  {
    check: 'T3-02',
    left: OUTCOMES.map((outcome) => cell(outcome, column)),
    right: [cell('total', column)],
  },
]);

const rowSums = ROWS.map((row): Identity<Cell> => ({
  check: 'T3-03',
  left: APPLICANT_KINDS.map((kind) => cell(row, kind)),
  right: [cell(row, 'total')],
}));

const groupSums = APPEAL_KINDS.map((kind): Identity<Cell> => ({
  check: 'T4-01',
  left: [...APPEAL_OUTCOMES, 'pending' as const].map(
    (result) => `table4.${kind}.${result}` as const,
  ),
  right: [`table4.${kind}.total`],
}));

/** For the reports on 2021 and later; no revision is known up to those on 2025. */
export const FORM_2021: Form<Cell> = {
  version: '2021',
  basis: '国办公开办函〔2021〕30号',
  cells: CELLS,
  identities: [...columnSums, ...rowSums, ...groupSums],
};
