import { isPrintable, PART_TEXT_MAX, SHORT_TEXT_MAX } from '../kernel/text.js';
import { Usage } from './exit-codes.js';

/** Lets a name, a number or a title pass that is fit to be recorded, or throws {@link Usage}. */
export function shortText(what: string, text: string): void {
  check(what, text, SHORT_TEXT_MAX);
}

/** Likewise the text of one part of the report. */
export function partText(what: string, text: string): void {
  check(what, text, PART_TEXT_MAX);
}

function check(what: string, text: string, charactersMax: number): void {
  if (text.length > charactersMax) {
    throw new Usage(`${what} 超过 ${String(charactersMax)} 个字，请缩短。`);
  }
  if (!isPrintable(text)) throw new Usage(`${what} 里有无法保存的控制字符，请重新键入。`);
}
