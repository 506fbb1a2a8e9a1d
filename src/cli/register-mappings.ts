import type { RegisterKind, RegisterMapping } from '../agencies/domain/register-mapping.events.js';
import { Usage } from './exit-codes.js';
import { REGISTERS } from './register-files.js';

/**
 * What `--map 登记编号=受理编号` and `--value 申请人类型=自然人=公民` say. Where only one of the two is said
 * anew, the other stays as it is remembered.
 */
export function mappingGiven(
  register: RegisterKind,
  { map = [], value = [] }: Readonly<{ map?: readonly string[]; value?: readonly string[] }>,
  remembered: RegisterMapping,
): RegisterMapping {
  const { required, optional } = REGISTERS[register].command.headings;
  const known = [...required, ...optional];
  const columns = map.map((pair) => {
    const [ours = '', theirs = ''] = namesIn(pair, 2, '列名对照，请写成 登记编号=受理编号 的样子');
    return [theirs, columnNamed(ours, known)] as const;
  });
  const values: Record<string, Record<string, string>> = {};
  for (const triple of value) {
    const like = '用词对照，请写成 申请人类型=自然人=公民 的样子';
    const [column = '', ours = '', theirs = ''] = namesIn(triple, 3, like);
    (values[columnNamed(column, known)] ??= {})[theirs] = ours;
  }
  return {
    columns: map.length === 0 ? remembered.columns : Object.fromEntries(columns),
    values: value.length === 0 ? remembered.values : values,
  };
}

/** How a mapping is written on the command line, to be copied and changed. */
export function mappingWords({ columns, values }: RegisterMapping): string {
  return [
    ...Object.entries(columns).map(([theirs, ours]) => `--map ${ours}=${theirs}`),
    ...Object.entries(values).flatMap(([column, words]) =>
      Object.entries(words).map(([theirs, ours]) => `--value ${column}=${ours}=${theirs}`),
    ),
  ].join(' ');
}

function namesIn(text: string, count: number, like: string): readonly string[] {
  const names = text.split('=').map((name) => name.trim());
  if (names.length === count && names.every((name) => name !== '')) return names;
  throw new Usage(`“${text}”不是${like}。`);
}

function columnNamed(name: string, known: readonly string[]): string {
  if (known.includes(name)) return name;
  throw new Usage(`“${name}”不是这本台账的列，应为：${known.join('、')}。`);
}
