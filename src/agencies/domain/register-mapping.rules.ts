import type { Command, Refusal } from '../../kernel/decider.js';
import { isPrintable, SHORT_TEXT_MAX } from '../../kernel/text.js';
import type { RegisterKind, RegisterMapped, RegisterMapping } from './register-mapping.events.js';

/** 确定台账对照: the whole of it; what was there before is replaced. */
export type MapRegister = Command<'MapRegister', RegisterMapped['data']>;

export type RegisterMappingRefusal = Refusal<'agency/register-mapping-unusable'>;

/** A file has two hundred columns at most, and a column hardly as many words. */
const ENTRIES_MAX = 1_000;

/** What is already so is not said anew. */
export function mapRegister(
  { data, today }: MapRegister,
  mappings: ReadonlyMap<RegisterKind, RegisterMapping>,
): readonly RegisterMapped[] | RegisterMappingRefusal {
  const { register, columns, values } = data;
  const words = [columns, ...Object.values(values)].flatMap((words) =>
    Object.entries(words).flat(),
  );
  const unusable = [...words, ...Object.keys(values)].find((word) => !isUsable(word));
  if (unusable !== undefined || words.length > 2 * ENTRIES_MAX) {
    const facts = { word: (unusable ?? '').slice(0, 20), max: ENTRIES_MAX };
    const basis = '台账规则：对照写明每一列、每个用词';
    return { refused: 'agency/register-mapping-unusable', basis, facts };
  }
  if (sameMapping(mappings.get(register), data)) return [];
  return [{ type: 'RegisterMapped', occurredOn: today, data }];
}

function isUsable(word: string): boolean {
  return word.trim() !== '' && word.length <= SHORT_TEXT_MAX && isPrintable(word);
}

/** Whether two mappings say the same, in whatever order. */
function sameMapping(one: RegisterMapping | undefined, other: RegisterMapping): boolean {
  return one !== undefined && inOrder(one) === inOrder(other);
}

function inOrder({ columns, values }: RegisterMapping): string {
  const sorted = (words: Readonly<Record<string, string>>) => Object.entries(words).sort();
  const said = Object.entries(values).map(([column, words]) => [column, sorted(words)]);
  return JSON.stringify([sorted(columns), said.sort()]);
}
