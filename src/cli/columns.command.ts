import { readFile } from 'node:fs/promises';
import { previewTable } from '../csv/preview-table.js';
import { COLUMN_SYNONYMS, PERSONAL_COLUMNS } from '../words/column-synonyms.zh-CN.js';
import { Usage } from './exit-codes.js';
import type { Output } from './output.js';
import { isRegister, REGISTERS } from './register-files.js';
import { mappingWords } from './register-mappings.js';
import { agencyMeant, type Session } from './session.js';

/** 列名对照 of one column: what it is taken for, and on what ground. */
type Proposed = Readonly<{
  theirs: string;
  samples: readonly string[];
  ours: string | null;
  why: 'same' | 'remembered' | 'likely' | null;
}>;

const WHY = { same: '同名', remembered: '上次的对照', likely: '可能是，请核对' } as const;

/** `gongkai columns REGISTER FILE`. Nothing is recorded. */
export async function previewColumns(
  session: Session,
  output: Output,
  { register, file, agency }: Readonly<{ register: string; file: string; agency?: string }>,
): Promise<void> {
  if (!isRegister(register)) {
    throw new Usage(`没有“${register}”台账，应为：${Object.keys(REGISTERS).join('、')}。`);
  }
  const { agencyId, name } = await agencyMeant(session, agency);
  const { mappings } = await session.models.established(agencyId);
  const remembered = new Map(Object.entries(mappings.get(register)?.columns ?? {}));
  const { title, command } = REGISTERS[register];
  const { required, optional } = command.headings;
  const ours = [...required, ...optional];
  const known = [...ours, ...remembered.keys(), ...Object.values(COLUMN_SYNONYMS).flat()];
  const columns = await previewTable(await readFile(file), known);
  const sure = columns.map(({ heading, samples }): Proposed => {
    const taken = remembered.get(heading) ?? (ours.includes(heading) ? heading : null);
    const why = taken === null ? null : taken === heading ? 'same' : 'remembered';
    return { theirs: heading, samples, ours: taken, why };
  });
  const proposed = sure.map((column) => {
    if (column.ours !== null) return column;
    const free = ours.filter((one) => sure.every(({ ours: taken }) => taken !== one));
    const likely = free.find((one) => COLUMN_SYNONYMS[one]?.includes(column.theirs)) ?? null;
    return { ...column, ours: likely, why: likely === null ? null : ('likely' as const) };
  });
  const shown = proposed.map((column) => ({ ...column, samples: samplesOf(column) }));
  const missing = required.filter((one) => proposed.every(({ ours: taken }) => taken !== one));
  const likely = proposed.filter(({ why }) => why === 'likely');
  output.answer({ register, columns: shown, missing }, [
    `${name} ${title}，文件的列：`,
    ...shown.map(({ theirs, samples, ours: taken, why }) => {
      const as = taken === null || why === null ? '不导入' : `→ ${taken}（${WHY[why]}）`;
      return `  ${theirs} ${as}${samples.length === 0 ? '' : `，如：${samples.join('、')}`}`;
    }),
    ...(missing.length === 0 ? [] : [`还缺的列：${missing.join('、')}。`]),
    ...(likely.length === 0 ? [] : ['核对以后，导入时写上：', `  ${wordsOf(likely)}`]),
  ]);
}

function samplesOf({ samples, ours }: Proposed): readonly string[] {
  if (ours === null || PERSONAL_COLUMNS.includes(ours)) return samples.length === 0 ? [] : ['***'];
  return samples.map((sample) => (sample.length > 20 ? `${sample.slice(0, 20)}…` : sample));
}

function wordsOf(likely: readonly Proposed[]): string {
  const columns = likely.map(({ theirs, ours }) => [theirs, ours ?? ''] as const);
  return mappingWords({ columns: Object.fromEntries(columns), values: {} });
}
