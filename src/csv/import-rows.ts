import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Command, Decider, Event, Refusal } from '../kernel/decider.js';
import { CommandRefused } from '../ledger/command-refused.js';
import {
  decideAllAndAppend,
  type Batch,
  type Recognise,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { derivedId } from '../ledger/derived-id.js';
import { rehearsal } from '../ledger/rehearsal-ledger.js';
import type { ColumnNames, CsvRow } from './csv-file.js';
import { readTable } from './read-table.js';
import { UnreadableCell, type RowProblem } from './row-problem.js';

/** What one row asks for: commands to one stream, taken in together or not at all. */
export type RowPlan<S, C extends Command, E extends Event, R extends Refusal> = Readonly<{
  decider: Decider<S, C, E, R>;
  stream: string;
  commands: readonly C[];
  /** As in {@link Batch}. Ids of rows follow from their clear part, so the rest is not compared. */
  recognise?: Recognise;
}>;

/** How a register's rows become commands. */
export type RowReader<S, C extends Command, E extends Event, R extends Refusal> = Readonly<{
  required: readonly string[];
  optional?: readonly string[];
  /** Reads one row; throws {@link UnreadableCell}. */
  plan: (row: CsvRow) => RowPlan<S, C, E, R>;
  /**
   * The column to point at, by the code of a refusal or, for any other, by the type of the refused
   * command.
   */
  columnOf: Readonly<Record<string, string>>;
}>;

export type ImportOptions = Readonly<{
  /** Take in every row or none. */
  allOrNothing: boolean;
  /** 试导: every row is decided against a copy, and nothing is recorded. */
  dryRun?: boolean;
  columns?: ColumnNames;
  /** What is said here in a column, by what the file says in it. */
  values?: ColumnValues;
  onProgress?: (done: number, total: number) => void;
}>;

/** 用词对照, by our name of the column. */
export type ColumnValues = Readonly<Record<string, Readonly<Record<string, string>>>>;

export type ImportResult = Readonly<{
  rows: number;
  /** Rows that added something. */
  added: number;
  /** Rows that say nothing that is not in the ledger already, which may by now say more. */
  unchanged: number;
  problems: readonly RowProblem[];
  /** The rows of the problems as they were read: who mends them needs them whole. */
  refusedRows: readonly CsvRow[];
  ignoredHeadings: readonly string[];
}>;

/** A register without sealed columns: what is in the clear says all. */
const ANY: Recognise = () => undefined;

/** Rows decided at once. They share commits, which is what makes a large file quick. */
const CONCURRENT_ROWS = 64;

/**
 * Takes a register in, row by row. A bad row is listed and the good ones go in, or none with
 * `allOrNothing`. Ids of commands follow from their content, so the same file again adds nothing,
 * and a file half taken in is completed.
 */
export async function importRows<S, C extends Command, E extends Event, R extends Refusal>(
  recorder: Recorder,
  bytes: Uint8Array,
  actor: string,
  reader: RowReader<S, C, E, R>,
  { allOrNothing, dryRun = false, columns, values = {}, onProgress }: ImportOptions,
): Promise<ImportResult> {
  const { rows, ignoredHeadings } = await readTable(
    bytes,
    reader.required,
    reader.optional,
    columns,
  );
  // A row that is refused is handed back as it was written, so it is translated no earlier.
  const said = { ...reader, plan: (row: CsvRow) => reader.plan(translated(row, values)) };
  if (dryRun) {
    const rehearsed = rehearsal(recorder);
    const taken = await takeIn(rows, (row) => takeRow(rehearsed, row, actor, said), onProgress);
    return { rows: rows.length, ignoredHeadings, ...taken };
  }
  if (allOrNothing) {
    // Every rule is tried against a copy in memory first, so that a bad last row leaves nothing
    // behind.
    const rehearsed = rehearsal(recorder);
    const tried = await takeIn(rows, (row) => takeRow(rehearsed, row, actor, said));
    if (tried.problems.length > 0) {
      return { rows: rows.length, ignoredHeadings, ...tried, added: 0, unchanged: 0 };
    }
  }
  const take = (row: CsvRow): Promise<TakenRow> => takeRow(recorder, row, actor, said);
  const taken = await takeIn(rows, take, onProgress);
  return { rows: rows.length, ignoredHeadings, ...taken };
}

function translated({ line, cells }: CsvRow, values: ColumnValues): CsvRow {
  const ours = Object.entries(cells).map(([column, value]): [string, string] => [
    column,
    new Map(Object.entries(values[column] ?? {})).get(value) ?? value,
  ]);
  return { line, cells: Object.fromEntries(ours) };
}

/** What became of a row: the number of events it added, or why it added none. */
type TakenRow = number | RowProblem;

async function takeIn(
  rows: readonly CsvRow[],
  take: (row: CsvRow) => Promise<TakenRow>,
  onProgress?: ImportOptions['onProgress'],
): Promise<Omit<ImportResult, 'rows' | 'ignoredHeadings'>> {
  const problems: RowProblem[] = [];
  let added = 0;
  let done = 0;
  let failed = false;
  const queue = rows.values();
  const work = async (): Promise<void> => {
    for (const row of queue) {
      if (failed) return;
      const outcome = await take(row);
      if (typeof outcome !== 'number') problems.push(outcome);
      else if (outcome > 0) added += 1;
      done += 1;
      onProgress?.(done, rows.length);
      // A row that is refused or rehearsed waits for no disk, and others want to be served.
      await nextTurn();
    }
  };
  const workers = Array.from({ length: CONCURRENT_ROWS }, () =>
    work().catch((error: unknown) => {
      // A full disk or a closed ledger concerns every row that is left.
      failed = true;
      throw error;
    }),
  );
  // All of them end before the failure is told, so that nothing goes in behind the caller's back.
  for (const end of await Promise.allSettled(workers)) {
    if (end.status === 'rejected') throw end.reason;
  }
  problems.sort((left, right) => left.line - right.line);
  const refused = new Set(problems.map(({ line }) => line));
  const refusedRows = rows.filter(({ line }) => refused.has(line));
  return { added, unchanged: rows.length - added - problems.length, problems, refusedRows };
}

async function takeRow<S, C extends Command, E extends Event, R extends Refusal>(
  recorder: Recorder,
  row: CsvRow,
  actor: string,
  reader: RowReader<S, C, E, R>,
): Promise<TakenRow> {
  try {
    const { decider, stream, commands, recognise = ANY } = reader.plan(row);
    const identified = commands.map((command) => {
      // The sealed part stays out of the id: it is in the clear for ever, and names are short
      // enough to guess.
      const commandId = derivedId(stream, command.type, JSON.stringify(command.data));
      return { command, commandId };
    });
    const batch: Batch<C> = { stream, commands: identified, actor, recognise };
    return (await decideAllAndAppend(recorder, decider, batch)).events;
  } catch (error) {
    if (error instanceof UnreadableCell) {
      const { column, code, reason } = error;
      return { line: row.line, column, why: { code, reason } };
    }
    if (error instanceof CommandRefused) {
      const { refusal, command = '' } = error;
      const column = reader.columnOf[refusal.refused] ?? reader.columnOf[command] ?? '';
      return { line: row.line, column, why: refusal };
    }
    throw error;
  }
}
