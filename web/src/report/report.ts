/** `GET …/reports/2025`, the exchange format for published reports. */
export type Report = Readonly<{
  agency: string;
  year: number;
  form: string;
  edition: number | null;
  draft: boolean;
  title: readonly string[];
  parts: readonly Readonly<{ heading: string; text: string; table: string | null }>[];
  table2: Readonly<Record<string, number | Readonly<Record<string, number>>>>;
  table3: Readonly<{ rows: Readonly<Record<string, readonly number[]>> }>;
  table4: readonly number[];
  position: string;
  warnings: readonly string[];
}>;

/** 校验 of a report: two values that should agree and do not. */
export type Finding = Readonly<{
  id: string;
  severity: 'E' | 'W' | 'I';
  rule: string;
  advice: string;
  left: string;
  right: string;
  cells: readonly string[];
  cases: readonly string[];
  overridden: Readonly<{ reason: string; by: string; on: string }> | null;
}>;

const COLUMNS = ['natural', 'business', 'research', 'ngo', 'legal', 'other', 'total'];
const GROUPS = ['review', 'litigation_direct', 'litigation_after_review'];
const RESULTS = ['upheld', 'corrected', 'other', 'pending', 'total'];

/** Its figures by cell: `table3.granted.natural`. */
export function figuresIn({ table2, table3, table4 }: Report): ReadonlyMap<string, number> {
  const two = Object.entries(table2).flatMap(([row, printed]) =>
    typeof printed === 'number'
      ? [[`table2.${row}`, printed] as const]
      : Object.entries(printed).map(([name, figure]) => [`table2.${row}.${name}`, figure] as const),
  );
  const three = Object.entries(table3.rows).flatMap(([row, printed]) =>
    printed.map((figure, at) => [`table3.${row}.${COLUMNS[at] ?? ''}`, figure] as const),
  );
  const places = GROUPS.flatMap((group) => RESULTS.map((result) => `table4.${group}.${result}`));
  const four = table4.map((figure, at) => [places[at] ?? '', figure] as const);
  return new Map([...two, ...three, ...four]);
}

/** The report that is due, or was last: on the year before this one. */
export function reportYear(): number {
  return new Date().getFullYear() - 1;
}

/** Every year there is a form for, the newest first; this one is counted as it goes. */
export function reportYears(): readonly number[] {
  const newest = new Date().getFullYear();
  return Array.from({ length: newest - 2018 }, (_, at) => newest - at);
}
