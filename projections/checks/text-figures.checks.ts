import {
  numberIn,
  type Check,
  type CheckedReport,
  type Found,
  type PrintedCells,
} from './check.js';
import { FIGURE_NAMES, type FigureName } from './figure-names.js';
import { proseOf, shown, withoutTitles } from './report-words.js';
import { statedFigures, type StatedFigure } from './stated-figures.js';

const PRACTICE = '已公布的年度报告里见到的错误';

/** 文字里的数字与表格. */
export const TEXT_FIGURES_CHECKS = {
  'F-10': { severity: 'W', basis: PRACTICE, find: figuresOfTheProse },
} as const satisfies Readonly<Record<string, Check>>;

/** Growth, and last year's figures, are in no cell of this year. */
const OF_OTHER_YEARS = /同比|环比|增长|增加|减少|下降|上升|去年|上年同期|较上年|比上年|累计|历年/;
/** What the clause names is how much was put on the website, not what was decided. */
const PUBLISHED = /公示|发布|上网|推送|信息公开条数|网站/;
/** A government's text that counts what its own office handled says nothing about the whole. */
const OFFICE = /办公室|办公厅|政府办|本级|本机关/;
const COUNTED = new Set(['件', '件次', '宗', '份', '起', '条', '项', '人次']);

function figuresOfTheProse(report: CheckedReport): readonly Found[] {
  const { words, cells } = report;
  if (words === null) return [];
  const figures = statedFigures(withoutTitles(proseOf(words)));
  let last: FigureName | null = null;
  const found = figures.flatMap((figure): readonly Found[] => {
    if (OF_OTHER_YEARS.test(figure.before) || isOfOffice(report, figure)) return [];
    if (figure.unit === '%') return last === null ? [] : shareFound(cells, figure, last);
    const name = nameOf(figure);
    last = COUNTED.has(figure.unit) ? name : null;
    if (figure.unit === '元' || figure.unit === '万元') return feeFound(cells, figure);
    return name === null ? [] : countFound(cells, figure, name);
  });
  return [...found, ...noneReceived(report), ...unfilled(report)];
}

function isOfOffice({ agency }: CheckedReport, { clause }: StatedFigure): boolean {
  return agency.level === 'government' && OFFICE.test(clause);
}

/** By the words before the number; by those after it only where nothing stands before: 3件不予公开. */
function nameOf({ before, after, clause }: StatedFigure): FigureName | null {
  const own = /^[、和及与]?(?:其中|共|合计)?$/.test(before.trim());
  const words = own ? after : before;
  if (PUBLISHED.test(clause) && !/予以公开|申请/.test(clause)) return null;
  return FIGURE_NAMES.find(({ named }) => named.test(words)) ?? null;
}

function countFound(
  cells: PrintedCells,
  { value, clause }: StatedFigure,
  { label, sums }: FigureName,
): readonly Found[] {
  const counts = sums.map((sum) => sumIn(cells, sum));
  const [meant] = counts;
  if (meant === undefined || meant === null || counts.includes(value)) return [];
  return [{ left: shown(clause), right: `${label} ${String(meant)}`, cells: sums[0] ?? [] }];
}

/** 占 33.9%: of what was ended, or of what came in. */
function shareFound(cells: PrintedCells, figure: StatedFigure, of: FigureName): readonly Found[] {
  const part = sumIn(cells, of.sums[0] ?? []);
  if (!figure.before.includes('占') || part === null) return [];
  const wholes = [['table3.total.total'], ['table3.new_received.total'], TO_HANDLE]
    .map((sum) => sumIn(cells, sum))
    .filter((whole): whole is number => whole !== null && whole > 0);
  const shares = wholes.map((whole) => (part / whole) * 100);
  const [ended] = shares;
  if (ended === undefined) return [];
  // Rounded or cut off: either is how people write it.
  const within = shares.some((share) => distance(share, figure.value) < 10 ** -figure.decimals);
  if (within) return [];
  const right = `${of.label} ${ended.toFixed(figure.decimals)}%`;
  return [{ left: shown(figure.clause), right, cells: of.sums[0] ?? [] }];
}

const TO_HANDLE = ['table3.new_received.total', 'table3.carried_in.total'];

function feeFound(cells: PrintedCells, figure: StatedFigure): readonly Found[] {
  const cell = 'table2.fees_wan_yuan';
  const printed = numberIn(cells, cell);
  if (!figure.before.includes('行政事业性收费') || printed === null) return [];
  const stated = figure.unit === '元' ? figure.value / 10_000 : figure.value;
  if (distance(stated, printed) < 0.01) return [];
  return [{ left: shown(figure.clause), right: `${String(printed)} 万元`, cells: [cell] }];
}

/** 未收到申请, where the table has some. */
function noneReceived({ words, cells, agency }: CheckedReport): readonly Found[] {
  const received = numberIn(cells, 'table3.new_received.total');
  if (words === null || received === null || received === 0) return [];
  const [said] =
    /[^，。；\n]*(?:未|没有|无)(?:收到|受理|发生|新收)[^，。；\n]{0,12}申请[^，。；\n]*/.exec(
      proseOf(words),
    ) ?? [];
  if (said === undefined || (agency.level === 'government' && OFFICE.test(said))) return [];
  return [
    { left: shown(said), right: `新收 ${String(received)}`, cells: ['table3.new_received.total'] },
  ];
}

/** A placeholder that no figure answered to. */
function unfilled({ words }: CheckedReport): readonly Found[] {
  if (words === null) return [];
  return [...proseOf(words).matchAll(/\{\{[^{}]+\}\}/g)].map(([name]) => ({
    left: name,
    right: '没有这个名字的数字',
  }));
}

function distance(one: number, other: number): number {
  return one < other ? other - one : one - other;
}

/** Null where a cell is not known; a cell that the form has not got adds nothing. */
function sumIn(cells: PrintedCells, names: readonly string[]): number | null {
  const known = names.filter((name) => cells.has(name));
  if (known.length === 0) return null;
  let sum = 0;
  for (const name of known) {
    const number = numberIn(cells, name);
    if (number === null) return null;
    sum += number;
  }
  return sum;
}
