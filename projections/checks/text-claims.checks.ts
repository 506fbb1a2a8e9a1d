import { APPEAL_KIND_WORDS, type AppealWord } from './appeal-words.js';
import { numberIn, type Check, type CheckedReport, type Found } from './check.js';
import { likeness, ownWords } from './likeness.js';
import { personalNumbers } from './personal-numbers.js';
import { partOf, proseOf, sentencesOf, shown, withoutTitles } from './report-words.js';

const PRACTICE = '已公布的年度报告里见到的错误';

/** 文字的说法与年份、机关、表格和别的报告. */
export const TEXT_CLAIMS_CHECKS = {
  'T4-06': { severity: 'W', basis: PRACTICE, find: appealsDenied },
  'F-05': { severity: 'W', basis: PRACTICE, find: otherYears },
  'F-09': { severity: 'E', basis: '国办函〔2020〕109号；已公布的年度报告', find: feeStatement },
  'F-11': { severity: 'W', basis: '国办公开办函〔2021〕30号（内容雷同）', find: copied },
  'F-15': { severity: 'E', basis: '《条例》第15条；《个人信息保护法》', find: personal },
  'F-17': { severity: 'W', basis: PRACTICE, find: otherAgencies },
} as const satisfies Readonly<Record<string, Check>>;

/** 没有发生, 均维持, where table four says otherwise. */
function appealsDenied({ words, cells }: CheckedReport): readonly Found[] {
  if (words === null) return [];
  const count = ({ groups }: AppealWord, result: string): number =>
    groups.reduce((sum, group) => sum + (numberIn(cells, `table4.${group}.${result}`) ?? 0), 0);
  return sentencesOf(proseOf(words)).flatMap((sentence) =>
    APPEAL_KIND_WORDS.filter(({ named }) => named.test(sentence)).flatMap((kind): Found[] => {
      const cellsOf = (result: string): string[] =>
        kind.groups.map((group) => `table4.${group}.${result}`);
      const all = count(kind, 'total');
      if (kind.none.test(sentence) && all > 0) {
        const right = `${kind.name}总计 ${String(all)}`;
        return [{ left: shown(sentence), right, cells: cellsOf('total') }];
      }
      if (!/(?:均|全部|都)(?:获|被|予以|得到|为|是|判决|裁定|决定)?.{0,4}维持/.test(sentence))
        return [];
      const others = Object.entries(NOT_UPHELD).filter(([result]) => count(kind, result) > 0);
      if (others.length === 0) return [];
      const said = others.map(([result, label]) => `${label} ${String(count(kind, result))}`);
      const right = `${kind.name}${said.join('、')}`;
      return [
        { left: shown(sentence), right, cells: others.flatMap(([result]) => cellsOf(result)) },
      ];
    }),
  );
}

const NOT_UPHELD = { corrected: '结果纠正', other: '其他结果', pending: '尚未审结' };

/** Another year in part one, but where it is compared with, named by a document, or begins a span. */
function otherYears({ words, year }: CheckedReport): readonly Found[] {
  if (words === null) return [];
  const text = withoutTitles(`${words.preamble}\n${partOf(words, '一') ?? ''}`);
  const years = text.matchAll(
    /(?<![〔\d(（[])(?<!(?:较|比|与|自|从|至|到|以来))((?:19|20)\d{2})年(度?)(?!修订|版|以来|起|相比|同期)/g,
  );
  return [...years]
    .filter(([, stated]) => Number(stated) !== year)
    .map(({ 0: said, index }) => ({
      left: `“${said}”（${text.slice(index, index + 20).replace(/\s/g, '')}……）`,
      right: `${String(year)}年`,
    }));
}

/** Part six says whether 信息处理费 was collected, and how much. */
function feeStatement({ words }: CheckedReport): readonly Found[] {
  if (words === null) return [];
  const part = partOf(words, '六');
  const right = '信息处理费：收取的金额，或者没有收取';
  if (part === null) return [{ left: '没有第六部分', right }];
  const said = sentencesOf(part).filter((sentence) => sentence.includes('处理费'));
  if (said.length === 0) return [{ left: `第六部分没有说到信息处理费：${shown(part)}`, right }];
  const stated = said.some((sentence) =>
    /无|未|没有|不收|免|零|\d\s*(?:万|亿)?元|[一二三四五六七八九十百千万]元/.test(sentence),
  );
  return stated ? [] : [{ left: shown(said.join('；')), right }];
}

function copied({ words, previous, others, rules, standardText }: CheckedReport): readonly Found[] {
  if (words === null) return [];
  const texts = [
    ...(previous?.words === null || previous === null
      ? []
      : [['上一年度报告', previous.words] as const]),
    ...others,
  ];
  return texts.flatMap(([whose, other]): Found[] => {
    const percent = likeness(ownWords(words), ownWords(other), standardText);
    if (percent === null || percent < rules.similarityPercent) return [];
    const right = `低于 ${String(rules.similarityPercent)}%`;
    return [{ left: `与${whose}相同 ${percent.toFixed(0)}%`, right, cases: [whose] }];
  });
}

function personal({ words, applicantsNamed = 0 }: CheckedReport): readonly Found[] {
  if (words === null) return [];
  const right = '没有个人信息';
  return [
    ...personalNumbers(proseOf(words)).map((left) => ({ left, right })),
    // Which name it is would be one more place where it stands.
    ...(applicantsNamed === 0 ? [] : [{ left: `申请人姓名 ${String(applicantsNamed)} 处`, right }]),
  ];
}

/** What an office calls itself; 本市, 全县 name the place it serves. */
const SELF = /(?:我|本)(局|委|办|厅|中心|院|所|队|站|处|馆|校)(?![一-龥]?(?:属|辖))/g;

function otherAgencies({ words, agency, others, year }: CheckedReport): readonly Found[] {
  if (words === null) return [];
  const text = withoutTitles(proseOf(words));
  const named = [...others.keys()].filter(
    (name) =>
      !agency.name.includes(name) && !agency.shortName.includes(name) && text.includes(name),
  );
  const selves = new Set([...text.matchAll(SELF)].map(([self]) => self));
  const foreign = [...selves].filter(
    (self) => !`${agency.name}${agency.shortName}`.includes(self.slice(1)),
  );
  const now = /今年/.exec(partOf(words, '一') ?? '');
  return [
    ...named.map((name) => ({ left: `“${name}”`, right: `“${agency.name}”` })),
    ...foreign.map((self) => ({ left: `“${self}”`, right: `“${agency.name}”` })),
    ...(now === null
      ? []
      : [{ left: '“今年”（报告在次年公布）', right: `“${String(year)}年”或者“本年度”` }]),
  ];
}
