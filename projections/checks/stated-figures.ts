import { NUMBER, plainDigits, readNumber } from './chinese-numbers.js';

/** A number that the prose gives, with the words that say what it counts. */
export type StatedFigure = Readonly<{
  /** What stands before it in its clause, as far back as the number before. */
  before: string;
  /** What stands after its unit, as far as the next number or the end of the clause. */
  after: string;
  value: number;
  unit: string;
  /** Decimals that were written: 33.9 has one. */
  decimals: number;
  /** The clause it stands in, and the sentence around that. */
  clause: string;
  sentence: string;
}>;

const UNIT = '件次|件|宗|份|起|条|项|人次|万元|元|%';
// 第三件 is an ordinal, 十余件 and 近百件 are no figures that a table could confirm.
const STATED = new RegExp(`(?<![第近约超〔\\d.])(${NUMBER})(${UNIT})(?!以上|左右)`, 'g');

/** Every number with a unit in the prose, in order. Dates and document numbers have no such unit. */
export function statedFigures(text: string): readonly StatedFigure[] {
  return plainDigits(text)
    .split(/[。；;！？\n]/)
    .flatMap((sentence) =>
      sentence
        .split(/[，：:（）()]/)
        .flatMap((clause) => figuresOf(clause.trim(), sentence.trim())),
    );
}

function figuresOf(clause: string, sentence: string): readonly StatedFigure[] {
  const matches = [...clause.matchAll(STATED)];
  return matches.flatMap((match, at): StatedFigure[] => {
    const [whole, number = '', unit = ''] = match;
    const value = readNumber(number);
    if (value === null) return [];
    const last = matches[at - 1];
    const from = last === undefined ? 0 : last.index + last[0].length;
    const end = match.index + whole.length;
    const figure = {
      before: clause.slice(from, match.index),
      after: clause.slice(end, matches[at + 1]?.index ?? clause.length),
    };
    const decimals = /\.(\d+)$/.exec(number)?.[1]?.length ?? 0;
    return [{ ...figure, value, unit, decimals, clause, sentence }];
  });
}
