/**
 * What a page cannot show as it is: control and format characters, some of which turn the reading
 * direction and could make a letter say what it does not; separators of lines; halves of
 * characters; what XML 1.0 forbids. The two joiners belong to the writing of some names.
 */
const INVISIBLE = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/gu;

/** Text as a page can carry it: what cannot be seen is named by its code point. */
export function visible(text: string): string {
  return text.replace(/\t/g, ' ').replace(INVISIBLE, (character) => {
    const point = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? '';
    return `[U+${point}]`;
  });
}
