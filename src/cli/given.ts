import { asOfFrom, editionFrom, type AsOf, type EditionMeant } from '../annual-reports/as-of.js';
import { isLocalDate, type LocalDate } from '../kernel/local-date.js';
import type { Position } from '../ledger/ledger.js';
import { Usage } from './exit-codes.js';

/** A date of the command line; undefined stays so. */
export function dateGiven<Text extends string | undefined>(
  text: Text,
): LocalDate | Extract<Text, undefined> {
  if (text === undefined) return undefined as Extract<Text, undefined>;
  if (isLocalDate(text)) return text;
  throw new Usage(`“${text}”不是日期，请写成 2021-03-05 的样子。`);
}

/** One of a list of words; undefined stays so. */
export function choiceGiven<Choice, Word extends string | undefined>(
  word: Word,
  byWord: (word: string) => Choice | undefined,
  what: string,
): Choice | Extract<Word, undefined> {
  if (word === undefined) return undefined as Extract<Word, undefined>;
  const found = byWord(word);
  if (found === undefined) throw new Usage(`没有“${word}”这个${what}，请按台账里的写法。`);
  return found;
}

/** `now`, `filed`, `closed`, or a place of the ledger. */
export function asOfGiven(text: string): AsOf {
  const asOf = asOfFrom(text);
  if (asOf !== null) return asOf;
  throw new Usage(
    `“${text}”不是台账里的位置，请写数字、closed（封账时）、filed（报送时）或者 now（现在）。`,
  );
}

/** A closed edition: its number, `closed` for the newest, `filed` for the one that was filed. */
export function editionGiven(text: string): EditionMeant {
  const edition = editionFrom(text);
  if (edition !== null) return edition;
  throw new Usage(`“${text}”不是第几版，请写数字、closed（最新的一版）或者 filed（报送的一版）。`);
}

/** The time that is meant: a closed edition goes before a place of the ledger. */
export function timeGiven({ asOf, edition }: TimeGiven): AsOf {
  return edition === undefined ? asOfGiven(asOf) : editionGiven(edition);
}

/** What a command that reads a report may name: by default the report of now. */
export type TimeGiven = Readonly<{ asOf: string; edition?: string }>;

export function positionGiven(text: string): Position {
  const asOf = asOfFrom(text);
  if (asOf !== null && asOf !== 'now' && asOf !== 'filed' && asOf !== 'closed') return asOf;
  throw new Usage(`“${text}”不是台账里的位置，请写数字。`);
}

/** Only the members that have a value. */
export function sent<Fields extends object>(
  fields: Fields,
): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } {
  const named = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(named) as {
    [Name in keyof Fields]?: Exclude<Fields[Name], undefined>;
  };
}
