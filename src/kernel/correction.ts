/** What a correction changes of an entry, and what it names that the entry does not have. */
export type WeighedCorrection<Fields extends object> = Readonly<{
  /** Only the fields that differ from the entry as it stands. */
  changes: Partial<Fields>;
  /** A field that was never logged: a correction mends, it does not add a fact that never was. */
  absent: (keyof Fields & string) | null;
}>;

/**
 * Compares what is claimed to be right with the entry, whose missing facts are null. `called` are
 * the missing ones that another change of the same correction calls for.
 */
export function weighCorrection<Fields extends object>(
  corrected: Partial<Fields>,
  entry: Readonly<Record<keyof Fields, unknown>>,
  called: readonly (keyof Fields & string)[] = [],
): WeighedCorrection<Fields> {
  const fields = Object.keys(corrected) as (keyof Fields & string)[];
  const changed = fields.filter(
    (field) => JSON.stringify(corrected[field]) !== JSON.stringify(entry[field]),
  );
  const changes: Partial<Fields> = {};
  for (const field of changed) changes[field] = corrected[field];
  const absent = changed.find((field) => entry[field] === null && !called.includes(field)) ?? null;
  return { changes, absent };
}
