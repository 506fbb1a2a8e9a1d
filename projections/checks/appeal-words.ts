/** 复议 or 诉讼 as prose names it, with the groups of table four that count it. */
export type AppealWord = Readonly<{
  name: string;
  named: RegExp;
  /** That there was none. */
  none: RegExp;
  groups: readonly string[];
}>;

const NONE = '(?:未|没有|无)(?:发生|收到|受理|涉及|产生|出现|被提起|因|有)?[^，。；]{0,24}';

export const APPEAL_KIND_WORDS: readonly AppealWord[] = [
  { name: '行政复议', named: /复议/, none: new RegExp(`${NONE}复议`), groups: ['review'] },
  {
    name: '行政诉讼',
    named: /诉讼/,
    none: new RegExp(`${NONE}诉讼`),
    groups: ['litigation_direct', 'litigation_after_review'],
  },
];
