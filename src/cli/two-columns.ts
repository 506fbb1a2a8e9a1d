/** Chinese characters and their marks take two places of a terminal. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/u;

function widthOf(character: string): number {
  return WIDE.test(character) ? 2 : 1;
}

/** Text broken into lines of so many places, the last filled up with spaces. */
function wrapped(text: string, places: number): readonly string[] {
  const lines: string[] = [];
  let [line, width] = ['', 0];
  for (const character of text) {
    const wide = widthOf(character);
    if (width + wide > places) {
      lines.push(line + ' '.repeat(places - width));
      [line, width] = ['', 0];
    }
    line += character;
    width += wide;
  }
  return [...lines, line + ' '.repeat(places - width)];
}

/** Two texts side by side, each in a column of so many places. */
export function sideBySide(left: string, right: string, places: number): readonly string[] {
  const [one, other] = [wrapped(left, places), wrapped(right, places)];
  const rows = Math.max(one.length, other.length);
  const empty = ' '.repeat(places);
  return Array.from({ length: rows }, (_, at) =>
    `${one[at] ?? empty} │ ${other[at] ?? empty}`.trimEnd(),
  );
}
