import type { LetterKind } from '../../letters/domain/letter.events.js';
import { missingGlyphWords } from '../print-warnings.js';

/** Kinds whose remedy no text settles: see `remedyOf`. */
const INFERRED: readonly LetterKind[] = ['partial-grant', 'admin-query'];

/** What a person should look at once more before the document goes out. */
export function issueWarnings({
  letter,
  withoutOffice,
  missingGlyphs,
}: Readonly<{
  letter: Readonly<{ kind: LetterKind }>;
  withoutOffice: boolean;
  missingGlyphs: readonly string[];
}>): readonly string[] {
  const remedy = INFERRED.includes(letter.kind)
    ? ['这种答复的救济途径没有能够核对的明文，按文书规则推定打印，请核对（gongkai rules）。']
    : [];
  const office = withoutOffice
    ? ['还没有登记公开工作机构，文书上没有联系方式，请先登记（gongkai office）再制发。']
    : [];
  return [...remedy, ...office, ...missingGlyphWords(missingGlyphs)];
}
