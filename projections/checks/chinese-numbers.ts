const DIGITS = '零一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Arabic or Chinese numerals as people write them, with 万 or 亿 after. */
export const NUMBER =
  '(?:\\d+(?:\\.\\d+)?(?:万|亿)?|[零〇一二两三四五六七八九十百千万]*[零〇一二两三四五六七八九十百千])';

/** Thousands without their separators, and wide digits narrow: 1,234 and １２３４ are 1234. */
export function plainDigits(text: string): string {
  return text
    .replace(/[０-９．％]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/(?<=\d)[,，](?=\d{3}(?!\d))/g, '');
}

/** A number that {@link NUMBER} matched: 32, 1.5万, 三十二, 两百零五; null where it is none. */
export function readNumber(text: string): number | null {
  const arabic = /^(\d+(?:\.\d+)?)(万|亿)?$/.exec(text);
  if (arabic !== null) {
    const scale = arabic[2] === '万' ? 10_000 : arabic[2] === '亿' ? 100_000_000 : 1;
    // 1.15万 is 11500, not 11499.999….
    return Number((Number(arabic[1]) * scale).toFixed(6));
  }
  return readChinese(text);
}

function readChinese(text: string): number | null {
  if (text === '') return null;
  const [left, ...rest] = text.split('万');
  if (rest.length > 1) return null;
  const [right] = rest;
  if (right === undefined) return readSection(left ?? '');
  const [high, low] = [readSection(left ?? ''), right === '' ? 0 : readSection(right)];
  return high === null || low === null ? null : high * 10_000 + low;
}

/** Up to 九千九百九十九; 二〇二一 is read digit by digit. */
function readSection(text: string): number | null {
  let [sum, digit] = [0, null as number | null];
  if (text.length > 1 && !/[十百千]/.test(text)) {
    const digits = Array.from(text, digitOf);
    return digits.includes(-1) ? null : Number(digits.join(''));
  }
  for (const character of text) {
    const unit = UNITS[character];
    if (unit === undefined) {
      digit = digitOf(character);
      if (digit === -1) return null;
    } else {
      sum += (digit ?? 1) * unit;
      digit = null;
    }
  }
  return sum + (digit ?? 0);
}

function digitOf(character: string): number {
  if (character === '〇') return 0;
  if (character === '两') return 2;
  return DIGITS.indexOf(character);
}
