/** Those that call themselves like others as well come first. */
const BROWSERS = [
  [/Edg\//, 'Edge'],
  [/QQBrowser/, 'QQ 浏览器'],
  [/360|QIHU/i, '360 浏览器'],
  [/Firefox\//, '火狐'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const;

const SYSTEMS = [
  [/Windows/, 'Windows'],
  [/Android/, '安卓'],
  [/iPhone|iPad/, '苹果手机或平板'],
  [/Mac OS/, '苹果电脑'],
  [/Linux/, 'Linux'],
] as const;

/** Chrome，Windows: enough to know one's own machine by. */
export function browserOf(agent: string): string {
  const of = (names: readonly (readonly [RegExp, string])[]): string | undefined =>
    names.find(([sign]) => sign.test(agent))?.[1];
  const known = [of(BROWSERS), of(SYSTEMS)].filter((name) => name !== undefined);
  return known.length === 0 ? '不认得的浏览器' : known.join('，');
}
