import {
  DEFAULT_COUNTING_RULES,
  type CountingRules,
} from '../src/agencies/domain/agency.events.js';
import { assert } from '../src/kernel/decider.js';
import type { Period } from '../src/kernel/local-date.js';
import { APPLICANT_KINDS, OUTCOMES } from '../src/requests/domain/request.events.js';
import { closureOf } from '../src/requests/domain/request.facts.js';
import type { RegisterRow } from './request-register.projection.js';

/** The seven columns of table three, in the form's order. */
export const COLUMNS = [...APPLICANT_KINDS, 'total'] as const;
export type Column = (typeof COLUMNS)[number];

/** The 25 rows of table three, in the form's order (国办公开办函〔2021〕30号). */
export const ROWS = ['new_received', 'carried_in', ...OUTCOMES, 'total', 'carried_out'] as const;
export type Row = (typeof ROWS)[number];

/** 表三: 收到和处理政府信息公开申请情况. */
export type TableThree = Readonly<Record<Row, Readonly<Record<Column, number>>>>;

export type TableThreeCell = `table3.${Row}.${Column}`;

/**
 * The rows that count a request in a period. 新收 goes by the date of receipt, 办理结果 by the day it
 * ended, and what is open on its last day is carried over and comes back on the day after. A voided
 * registration counts in none.
 */
export function rowsCounting(request: RegisterRow, { from, to }: Period): readonly Row[] {
  const closure = closureOf(request);
  if (request.subject === 'record-correction') return [];
  const { receivedOn } = request;
  // What is not confirmed has not been received yet (第31条).
  if (request.voidedOn !== null || receivedOn === null || receivedOn > to) return [];
  if (closure !== null && closure.on < from) return [];
  const arrival: Row = receivedOn < from ? 'carried_in' : 'new_received';
  if (closure === null || closure.on > to) return [arrival, 'carried_out'];
  return [arrival, closure.outcome, 'total'];
}

/** What an agency chose to count: parts of a split application, requests merged into another. */
type Counted = Pick<CountingRules, 'splitParts' | 'mergedRequests'>;

function isCounted(
  { splitFrom, mergedInto }: RegisterRow,
  { splitParts, mergedRequests }: Counted,
): boolean {
  return (
    (splitFrom === null || splitParts === 'each') &&
    (mergedInto === null || mergedRequests === 'each')
  );
}

/** Every cell that counts the request in the period: how a printed number finds its cases. */
export function tableThreeCells(
  request: RegisterRow,
  period: Period,
  rules: Counted = DEFAULT_COUNTING_RULES,
): readonly TableThreeCell[] {
  return placesOf(request, period, rules).map(
    ([row, column]): TableThreeCell => `table3.${row}.${column}`,
  );
}

/** The rows and columns that count the request in the period, by whatever name a form gives them. */
export function placesOf(
  request: RegisterRow,
  period: Period,
  rules: Counted = DEFAULT_COUNTING_RULES,
): readonly (readonly [row: Row, column: Column])[] {
  if (!isCounted(request, rules)) return [];
  const columns = [request.applicantKind, 'total'] as const;
  return rowsCounting(request, period).flatMap((row) =>
    columns.map((column) => [row, column] as const),
  );
}

export function tableThree(
  requests: Iterable<RegisterRow>,
  period: Period,
  rules: Counted = DEFAULT_COUNTING_RULES,
): TableThree {
  const table = Object.fromEntries(
    ROWS.map((row) => [row, Object.fromEntries(COLUMNS.map((column) => [column, 0]))]),
  ) as Record<Row, Record<Column, number>>;
  for (const request of requests) {
    if (!isCounted(request, rules)) continue;
    for (const row of rowsCounting(request, period)) {
      table[row][request.applicantKind] += 1;
      table[row].total += 1;
    }
  }
  assertTableThree(table);
  return table;
}

/**
 * 勾稽关系: in every column 第一项加第二项之和，等于第三项加第四项之和, the results add up to 三（七）, and every row
 * adds up to its 总计.
 */
export function assertTableThree(table: TableThree): void {
  for (const column of COLUMNS) {
    const results = sum(OUTCOMES.map((outcome) => table[outcome][column]));
    assert(results === table.total[column], `表三：${column} 列办理结果之和等于三（七）总计`);
    const arrived = table.new_received[column] + table.carried_in[column];
    const left = table.total[column] + table.carried_out[column];
    assert(arrived === left, `表三：${column} 列第一项加第二项等于第三项加第四项`);
  }
  for (const row of ROWS) {
    const kinds = sum(APPLICANT_KINDS.map((kind) => table[row][kind]));
    assert(kinds === table[row].total, `表三：${row} 行各类申请人之和等于总计`);
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
