/** Characters that a sentence shows. */
const SHOWN_MAX = 50;

/** What to do about characters that may come out as boxes; nothing when there are none. */
export function missingGlyphWords(missing: readonly string[]): readonly string[] {
  if (missing.length === 0) return [];
  const shown = missing.slice(0, SHOWN_MAX).join('');
  const all = missing.length > SHOWN_MAX ? `${shown}……共 ${String(missing.length)} 个字` : shown;
  return [
    `这些字程序带的字体和 fonts/ 里的字体都没有：${all}。本机另外装有的字体也没有时会印成方框，请看一下打印的结果；` +
      '需要时把有这些字的字体放进数据文件夹的 fonts/，正文用 fangsong，标题用 xiaobiaosong。',
  ];
}
