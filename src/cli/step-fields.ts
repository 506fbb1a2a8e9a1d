import type { StepCommand } from '../requests/domain/request.decider.js';
import type { LocalDate } from '../kernel/local-date.js';
import { Usage } from './exit-codes.js';
import { choiceGiven, dateGiven } from './given.js';
import { shortText } from './texts.js';

/** The steps that are taken as they are written; the others have a command of their own. */
export type Taken = Exclude<
  StepCommand['type'],
  'MergeRequest' | 'RecomputeDeadline' | 'DecideRecordCorrection'
>;
export type Of<Type extends Taken> = Extract<StepCommand, { type: Type }>;
type Told<Type extends Taken> = Omit<Of<Type>['data'], 'agencyId' | 'number'>;

/** How one member of a step is written at the command line. */
export type Field<Value = unknown> = Readonly<{
  /** As Commander reads them; `<…>` alone is an argument. */
  flags: string;
  says: string;
  optional?: true;
  /** What not to write it means, where that means something. */
  absent?: Value;
  read: (text: string) => Value;
}>;

/** A text that is sealed, and so comes from a file: its heading there. */
export type Text = Readonly<{ heading: string; needed: boolean }>;

export const needed = (heading: string): Text => ({ heading, needed: true });
export const maybe = (heading: string): Text => ({ heading, needed: false });

/** 一步的写法. The compiler asks for every member that the step has. */
export type Door<Type extends Taken = Taken> = Readonly<{
  name: string;
  called: string;
  says: string;
  fields: {
    readonly [Member in keyof Told<Type>]-?: Field<Exclude<Told<Type>[Member], undefined>>;
  };
  texts: { readonly [Member in keyof NonNullable<Of<Type>['sealed']>]-?: Text };
  /** What is said when it is done, where that is more than its name and where the request stands. */
  done?: (number: string, data: Of<Type>['data']) => string;
}>;

export function on(says: string, flags = '--on <日期>'): Field<LocalDate> {
  return { flags, says, read: dateGiven };
}

export function words(flags: string, says: string): Field<string> {
  return {
    flags,
    says,
    read: (text) => {
      shortText(says, text);
      return text;
    },
  };
}

export function oneOf<Choice extends string>(
  flags: string,
  says: string,
  byWord: (word: string) => Choice | undefined,
  shown: readonly string[],
): Field<Choice> {
  const named = shown.length === 0 ? says : `${says}：${shown.join('、')}`;
  return { flags, says: named, read: (word) => choiceGiven(word, byWord, says) };
}

/** Several of them, parted as people part them. */
export function someOf<Choice extends string>(
  ...[flags, says, byWord, shown]: Parameters<typeof oneOf<Choice>>
): Field<readonly Choice[]> {
  const one = oneOf(flags, says, byWord, shown);
  const read = (text: string): readonly Choice[] =>
    text
      .split(/[、,，;；]/)
      .map((word) => word.trim())
      .filter((word) => word !== '')
      .map(one.read);
  return { flags, says: `${one.says}；几个用顿号隔开`, read };
}

export function count(flags: string, says: string): Field<number> {
  return {
    flags,
    says,
    read: (text) => {
      if (/^\d{1,15}$/.test(text)) return Number(text);
      throw new Usage(`“${says}”的“${text}”应为整数。`);
    },
  };
}

/** Set by being there. */
export function set(flags: string, says: string): Field<true>;
export function set(flags: string, says: string, absent: false): Field<boolean>;
export function set(flags: string, says: string, absent?: false): Field<boolean> {
  const otherwise = absent === undefined ? {} : { absent };
  return { flags, says, optional: true, read: () => true, ...otherwise };
}

export function optional<Value>(field: Field<Value>): Field<Value> {
  return { ...field, optional: true };
}
