import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { PrintedCell } from '../../../projections/checks/check.js';
import { RESULTS } from '../../../projections/table-four.js';
import { COLUMNS } from '../../../projections/table-three.js';
import { APPEAL_KINDS } from '../../../src/appeals/domain/appeal.events.js';

const GOLDEN = join(__dirname, '..', '..', 'golden', 'published');

export const PUBLISHED_IDS = [
  '2019-chongqing-rongchang-linyeju',
  '2019-shanghai-shi-zhengfu-bangongting',
  '2021-zhaotong-suijiang-huiyi-zhen',
  '2022-wuhan-hanyang-zhengfubangongshi',
  '2023-changchun-tuiyijunrenju',
  '2023-huaian-jinhu-xian',
  '2023-suqian-shi',
  '2024-huaian-hongze-qu',
  '2025-lianyungang-lianyun-qu',
  '2025-suqian-shuyang-xian',
] as const;
export type PublishedId = (typeof PUBLISHED_IDS)[number];

type PrintedRow = Readonly<Record<string, PrintedCell>>;

/** A published report, in the exchange format: a table of which nothing was seen is null. */
export type PublishedFile = Readonly<{
  agency: string;
  agency_level: string;
  year: number;
  form: string;
  table2: Readonly<Record<string, PrintedCell | PrintedRow>> | null;
  table3: Readonly<{ rows: Readonly<Record<string, readonly PrintedCell[]>> }> | null;
  table4: readonly PrintedCell[] | null;
  /** What the prose states, by name. */
  narrative: Readonly<Record<string, unknown>>;
}>;

export function publishedFile(id: PublishedId): PublishedFile {
  return JSON.parse(readFileSync(join(GOLDEN, `${id}.json`), 'utf8')) as PublishedFile;
}

/** The cells of tables in the exchange format, by the names that the forms give them. */
export function printedCells({
  table2,
  table3,
  table4,
}: Pick<PublishedFile, 'table2' | 'table3' | 'table4'>): ReadonlyMap<string, PrintedCell> {
  const cells = new Map<string, PrintedCell>();
  for (const [row, printed] of Object.entries(table2 ?? {})) {
    if (printed === null || typeof printed !== 'object') cells.set(`table2.${row}`, printed);
    else
      for (const [name, cell] of Object.entries(printed)) cells.set(`table2.${row}.${name}`, cell);
  }
  for (const [row, printed] of Object.entries(table3?.rows ?? {}))
    printed.forEach((cell, at) => cells.set(`table3.${row}.${COLUMNS[at] ?? ''}`, cell));
  const groups = APPEAL_KINDS.flatMap((kind) =>
    RESULTS.map((result) => `table4.${kind}.${result}`),
  );
  (table4 ?? []).forEach((cell, at) => cells.set(groups[at] ?? '', cell));
  return cells;
}
