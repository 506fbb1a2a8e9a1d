import { REPORT_PARTS } from '../../src/annual-reports/domain/annual-report.events.js';
import { formOf } from '../forms/forms.js';
import type { Check, CheckedReport, Found } from './check.js';
import { readNumber } from './chinese-numbers.js';
import { characters, partOf, shown } from './report-words.js';

const FORM = '国办公开办函〔2021〕30号';
const PRACTICE = '已公布的年度报告里见到的错误';
const TITLE = '政府信息公开工作年度报告';

/** 标题、引言、小标题和表格的行名. */
export const TEXT_FORM_CHECKS = {
  'F-01': { severity: 'E', basis: FORM, find: headings },
  'F-02': { severity: 'W', basis: PRACTICE, find: announcedParts },
  'F-03': { severity: 'W', basis: PRACTICE, find: title },
  'F-04': {
    severity: 'W',
    basis: 'GB/T 9704—2012 7.3.3；已公布的年度报告里见到的错误',
    find: heads,
  },
  'F-06': { severity: 'E', basis: `${FORM} 表二`, find: clauses },
  'F-07': { severity: 'E', basis: `${FORM} 表二`, find: formOfTheYear },
  'F-08': { severity: 'W', basis: `${FORM}；《条例》第50条`, find: problems },
  'F-13': { severity: 'E', basis: '《条例》第50条第四项', find: supervision },
  'F-14': { severity: 'W', basis: FORM, find: topics },
  'F-16': { severity: 'W', basis: '上级通知规定的字数（设置）', find: overviewLength },
} as const satisfies Readonly<Record<string, Check>>;

function headings({ words, form }: CheckedReport): readonly Found[] {
  if (words === null) return [];
  const wanted = REPORT_PARTS.map((part) => form.headings[part]);
  const there = words.parts.map(({ heading }) => heading.trim());
  const missing = wanted.filter((heading) => !there.includes(heading));
  if (missing.length === 0) {
    const inOrder = there.filter((heading) => wanted.includes(heading));
    if (inOrder.join('\n') === wanted.join('\n')) return [];
    return [{ left: inOrder.join('；'), right: wanted.join('；') }];
  }
  return missing.map((heading) => {
    const instead = there.find((other) => other.startsWith(heading.slice(0, 2)));
    return { left: instead === undefined ? '没有这个标题' : `“${instead}”`, right: `“${heading}”` };
  });
}

/** 引言 that counts the parts, or lists some of them by name. */
function announcedParts({ words, form }: CheckedReport): readonly Found[] {
  if (words === null) return [];
  const { preamble } = words;
  const counted = /([一二三四五六七八九十]|\d+)个?部分/.exec(preamble);
  const parts = counted === null ? null : readNumber(counted[1] ?? '');
  const found: Found[] = [];
  if (counted !== null && parts !== 6) found.push({ left: `“${counted[0]}”`, right: '“六个部分”' });
  const names = REPORT_PARTS.map((part) => form.headings[part].slice(2));
  const listed = names.filter((name) => preamble.includes(name));
  // One name alone is no list.
  if (listed.length < 2 || listed.length === names.length) return found;
  const missing = names.filter((name) => !listed.includes(name)).join('、');
  return [
    ...found,
    { left: `引言列出 ${String(listed.length)} 个部分，没有${missing}`, right: '6 个' },
  ];
}

function title({ words, agency, year }: CheckedReport): readonly Found[] {
  if (words === null) return [];
  const text = words.title.join('').replace(/\s/g, '');
  const named = text.includes(agency.name) || text.includes(agency.shortName);
  const missing = [
    ...(named ? [] : [agency.name]),
    ...(text.includes(`${String(year)}年`) ? [] : [`${String(year)}年`]),
    ...(text.includes(TITLE) ? [] : [TITLE]),
  ];
  if (missing.length === 0) return [];
  return [{ left: shown(text), right: missing.map((each) => `“${each}”`).join('、') }];
}

/** （一）（二）… follow one another; a （4） is right only after a （3） of the lower level. */
function heads({ words }: CheckedReport): readonly Found[] {
  return (words?.parts ?? []).flatMap(({ heading, text }) => {
    let [chinese, arabic] = [0, 0];
    return text.split('\n').flatMap((line): Found[] => {
      const [whole, inside = ''] =
        /^\s*[（(]([一二三四五六七八九十]+|\d{1,2})[)）]/.exec(line) ?? [];
      if (whole === undefined) return [];
      const number = readNumber(inside) ?? 0;
      const lower = /\d/.test(inside);
      const follows = lower ? number === 1 || number === arabic + 1 : number === chinese + 1;
      const wanted = `${heading}：（${chineseNumeral(chinese + 1)}）`;
      if (!lower || !follows) [chinese, arabic] = [number, 0];
      else arabic = number;
      return follows ? [] : [{ left: shown(line), right: wanted }];
    });
  });
}

const CHINESE = '零一二三四五六七八九十';

function chineseNumeral(number: number): string {
  if (number <= 10) return CHINESE.charAt(number);
  return number < 20 ? `十${CHINESE.charAt(number - 10)}` : String(number);
}

/** What table two of each form prints beside its figures: the items of 第二十条, and the documents. */
const PRINTED_LABELS: Readonly<Record<string, Readonly<{ items: string; documents: string }>>> = {
  '2019': { items: '一五六八九', documents: '规范性文件' },
  '2021': { items: '一五六八', documents: '行政规范性文件' },
};

/** The labels of table two, where the paper is known and not only its figures. */
function clauses({ labels, form }: CheckedReport): readonly Found[] {
  if (labels === undefined) return [];
  const items = Array.from(PRINTED_LABELS[form.version]?.items ?? '');
  const there = labels.map(bare);
  return [...items.map((item) => `第二十条第（${item}）项`), '规章']
    .filter((label) => !there.includes(label))
    .map((label) => ({ left: '没有这一行', right: `“${label}”` }));
}

function formOfTheYear({ labels = [], form, year }: CheckedReport): readonly Found[] {
  const due = formOf(year);
  const found: Found[] = [];
  if (form.basis !== due.basis) found.push({ left: form.basis, right: due.basis });
  const right = PRINTED_LABELS[due.version]?.documents;
  const wrong = labels.map(bare).find((label) => label.endsWith('规范性文件') && label !== right);
  if (wrong !== undefined) found.push({ left: `“${wrong}”`, right: `“${String(right)}”` });
  return found;
}

function bare(label: string): string {
  return label.replace(/\s/g, '').replace(/\(/g, '（').replace(/\)/g, '）');
}

/** Shorter than this nobody can have named a problem and what is done about it. */
const PROBLEMS_CHARACTERS_MIN = 50;
const PROBLEM = /问题|不足|短板|差距|薄弱|不够|有待|欠缺|不高|不强|不及时|不到位/;
const MEASURE = /改进|措施|下一步|整改|将|加强|加大|完善|提升|进一步/;

function problems({ words }: CheckedReport): readonly Found[] {
  if (words === null) return [];
  const text = partOf(words, '五') ?? '';
  if (characters(text) < PROBLEMS_CHARACTERS_MIN) {
    const left = `第五部分 ${String(characters(text))} 字：${shown(text)}`;
    return [{ left, right: `写明问题和改进措施，不少于 ${String(PROBLEMS_CHARACTERS_MIN)} 字` }];
  }
  return [
    ...(PROBLEM.test(text) ? [] : [{ left: '第五部分没有写问题', right: '存在的主要问题' }]),
    ...(MEASURE.test(text) ? [] : [{ left: '第五部分没有写改进措施', right: '改进情况' }]),
  ];
}

function supervision({ words, agency }: CheckedReport): readonly Found[] {
  if (words === null || agency.level !== 'government') return [];
  return missingIn(partOf(words, '一') ?? '', [
    ['工作考核', /考核/],
    ['社会评议', /评议/],
    ['责任追究结果', /责任追究|追究责任|问责|追责/],
  ]);
}

function topics({ words }: CheckedReport): readonly Found[] {
  if (words === null) return [];
  return missingIn(partOf(words, '一') ?? '', [
    ['主动公开', /主动公开/],
    ['依申请公开', /依申请公开/],
    ['政府信息管理', /信息管理/],
    ['政府信息公开平台建设', /平台建设|平台/],
    ['监督保障', /监督保障/],
  ]);
}

function missingIn(
  text: string,
  wanted: readonly (readonly [name: string, says: RegExp])[],
): readonly Found[] {
  const missing = wanted.filter(([, says]) => !says.test(text)).map(([name]) => name);
  if (missing.length === 0) return [];
  const right = wanted.map(([name]) => name).join('、');
  return [{ left: `第一部分没有说到${missing.join('、')}`, right }];
}

function overviewLength({ words, rules }: CheckedReport): readonly Found[] {
  const max = rules.overviewCharactersMax;
  if (words === null || max === null) return [];
  const length = characters(partOf(words, '一') ?? '');
  return length <= max ? [] : [{ left: `${String(length)} 字`, right: `${String(max)} 字` }];
}
