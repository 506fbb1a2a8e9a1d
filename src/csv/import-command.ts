import { Command } from '@nestjs/cqrs';
import type { LocalDate } from '../kernel/local-date.js';
import type { ImportOptions, ImportResult } from './import-rows.js';

/** The columns of a register by name: those that a file must have, and those that it may have. */
export type RegisterHeadings = Readonly<{
  required: readonly string[];
  optional: readonly string[];
}>;

/**
 * 导入台账: the file's bytes, for whom and by whom. One class per register extends it, because the bus
 * routes by class.
 */
export abstract class ImportCommand extends Command<ImportResult> {
  constructor(
    readonly agencyId: string,
    readonly bytes: Uint8Array,
    readonly by: Readonly<{ today: LocalDate; actor: string }>,
    readonly options: ImportOptions,
  ) {
    super();
  }
}
