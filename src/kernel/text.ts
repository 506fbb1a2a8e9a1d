/** Longest name, number or title, in UTF-16 units. */
export const SHORT_TEXT_MAX = 200;
/** Longest free text: 所需信息, 备注, a reason. */
export const LONG_TEXT_MAX = 10_000;
/** Longest text of one part of the report. */
export const PART_TEXT_MAX = 100_000;

/** Windows and browsers end lines with CRLF; one line end is enough, and a lone CR is none. */
export function oneLineEnd(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/**
 * What is hashed must be what is shown: no half characters, and no control characters but line ends
 * and tabs.
 */
export function isPrintable(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- Finding them is the point.
  return text.isWellFormed() && !/[\u0000-\u0008\u000b-\u001f\u007f]/.test(text);
}

/**
 * Whether a number can name something: not blank, and neither of the two that no address can carry
 * (`.` and `..` lead upwards in every path, percent-encoded too: RFC 3986 §5.2.4, WHATWG URL).
 */
export function isAddressable(number: string): boolean {
  return !['', '.', '..'].includes(number.trim());
}
