import { isPrintable, oneLineEnd, SHORT_TEXT_MAX } from '../kernel/text.js';
import { unreadable } from './unreadable-report.js';

/** A line of a report from elsewhere. Refuses what is none; `where` says where it stands. */
export function textIn(value: unknown, where: string): string {
  const text = longTextIn(value, where);
  if (text.length > SHORT_TEXT_MAX)
    throw unreadable(`${where} 超过 ${String(SHORT_TEXT_MAX)} 个字`);
  return text;
}

/** The same of any length. */
export function longTextIn(value: unknown, where: string): string {
  if (typeof value !== 'string') throw unreadable(`${where} 应为文字`);
  const text = oneLineEnd(value);
  if (!isPrintable(text)) throw unreadable(`${where} 里有不能显示的字符`);
  return text;
}
