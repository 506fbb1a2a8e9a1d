import type { RequestFigures } from '../../projections/request-figures.js';
import type { Channel } from '../requests/domain/request.events.js';
import { cellFigures, resultsInWords, subtotal } from './cell-figures.js';
import type { FurtherFigure } from './domain/annual-report.events.js';

type Figures = Readonly<Record<string, number | undefined>>;

const CHANNELS: Readonly<Record<Channel, string>> = {
  counter: '当面',
  letter: '信函',
  'registered-mail': '挂号信函',
  website: '网站',
  email: '电子邮件',
  fax: '传真',
  oral: '口头',
  other: '其他渠道',
};

/**
 * What the text may name beyond the figures that reports always give: subtotals, shares, channels,
 * fees, every cell; and whole sentences that go by the figures, so that none is wrong when a figure
 * moves from nothing to something.
 */
export function furtherFigures(
  year: number,
  figures: Figures,
  requests: RequestFigures,
): readonly (readonly [string, string | number])[] {
  const named: Readonly<Record<FurtherFigure, string | number>> = {
    ...counts(figures, requests),
    ...sentences(year, figures, requests),
  };
  const channels = Object.entries(CHANNELS).map(
    ([channel, name]) => [`${name}申请数`, requests.channels[channel as Channel]] as const,
  );
  return [...cellFigures(figures), ...channels, ...Object.entries(named)];
}

type Sentence = Extract<FurtherFigure, `${string}情况`>;

function counts(figures: Figures, { fees }: RequestFigures) {
  const at = (cell: string): number => figures[cell] ?? 0;
  const done = at('table3.total.total');
  const groups = {
    不予公开: subtotal(figures, 'denied'),
    无法提供: subtotal(figures, 'unable'),
    不予处理: subtotal(figures, 'reject'),
    其他处理: subtotal(figures, 'other'),
  };
  const received = at('table3.new_received.total');
  return {
    收办申请数: received + at('table3.carried_in.total'),
    自然人申请数: at('table3.new_received.natural'),
    法人或其他组织申请数: received - at('table3.new_received.natural'),
    不予公开数: groups.不予公开,
    无法提供数: groups.无法提供,
    不予处理数: groups.不予处理,
    其他处理数: groups.其他处理,
    予以公开占比: share(at('table3.granted.total'), done),
    部分公开占比: share(at('table3.partly_granted.total'), done),
    不予公开占比: share(groups.不予公开, done),
    无法提供占比: share(groups.无法提供, done),
    不予处理占比: share(groups.不予处理, done),
    其他处理占比: share(groups.其他处理, done),
    信息处理费件数: fees?.requests ?? 0,
    信息处理费元: fees?.yuan ?? 0,
  } satisfies Readonly<Record<Exclude<FurtherFigure, Sentence>, string | number>>;
}

/** Percent of what was ended, to one decimal, half up. */
function share(part: number, whole: number): string {
  if (whole === 0) return '0%';
  const tenths = Math.round((part * 1000) / whole);
  return `${String(tenths / 10)}%`;
}

function sentences(year: number, figures: Figures, requests: RequestFigures) {
  const at = (cell: string): number => figures[cell] ?? 0;
  return {
    规范性文件情况: documents(figures),
    行政执法情况: decisions(figures),
    申请收办情况: received(figures),
    申请渠道情况: channels(requests, at('table3.new_received.total')),
    申请办理情况: handled(figures),
    复议诉讼情况: appeals(figures),
    信息处理费情况: fees(year, requests),
  } satisfies Readonly<Record<Sentence, string>>;
}

function documents(figures: Figures): string {
  const of = (row: string, name: string): string => {
    const at = (figure: string): number => figures[`table2.${row}.${figure}`] ?? 0;
    // 2019 试行 asks what was newly made and published, and nothing of what was repealed.
    if (figures[`table2.${row}.made_new`] !== undefined) {
      const [made, published] = [at('made_new'), at('published_new')];
      if (made + published === 0) return '';
      return `本年度新制作${name}${String(made)}件，新公开${String(published)}件。`;
    }
    const [made, repealed, valid] = [at('made'), at('repealed'), at('valid')];
    if (made + repealed + valid === 0) return '';
    const [one, two, three] = [made, repealed, valid].map((count) => `${name}${String(count)}件`);
    return `本年度制发${String(one)}，废止${String(two)}，现行有效${String(three)}。`;
  };
  const said = of('regulations', '规章') + of('normative_documents', '行政规范性文件');
  return said === '' ? '本年度没有制发、废止规章和行政规范性文件。' : said;
}

function decisions(figures: Figures): string {
  const kinds = { licensing: '行政许可', punishment: '行政处罚', coercion: '行政强制' };
  const made = Object.entries(kinds)
    .map(
      ([row, name]) =>
        [name, figures[`table2.${row}`] ?? figures[`table2.${row}.decisions`] ?? 0] as const,
    )
    .filter(([, number]) => number > 0)
    .map(([name, number]) => `${name}决定${String(number)}件`);
  if (made.length === 0) return '本年度没有作出行政许可、行政处罚、行政强制决定。';
  return `本年度作出${made.join('、')}。`;
}

function received(figures: Figures): string {
  const at = (cell: string): number => figures[`table3.${cell}`] ?? 0;
  const [fresh, carried] = [at('new_received.total'), at('carried_in.total')];
  const before = carried === 0 ? '没有上年结转的申请' : `上年结转${String(carried)}件`;
  if (fresh === 0) return `本年度未收到政府信息公开申请，${before}。`;
  const natural = at('new_received.natural');
  const who = [
    ...(natural > 0 ? [`自然人${String(natural)}件`] : []),
    ...(fresh > natural ? [`法人或其他组织${String(fresh - natural)}件`] : []),
  ];
  return `本年度新收政府信息公开申请${String(fresh)}件，其中${who.join('、')}；${before}。`;
}

function channels({ channels: by }: RequestFigures, fresh: number): string {
  // Reports that came as files do not say how the requests came.
  const known = Object.values(by).reduce((sum, number) => sum + number, 0);
  if (fresh === 0 || known !== fresh) return '';
  const said = Object.entries(CHANNELS)
    .map(([channel, name]) => [name, by[channel as Channel]] as const)
    .filter(([, number]) => number > 0)
    .map(([name, number]) => `${name}提交的${String(number)}件`);
  return `新收的申请按渠道分：${said.join('，')}。`;
}

function handled(figures: Figures): string {
  const done = figures['table3.total.total'] ?? 0;
  const open = figures['table3.carried_out.total'] ?? 0;
  const rest = open === 0 ? '没有结转下年度继续办理的申请' : `结转下年度继续办理${String(open)}件`;
  if (done === 0) return open === 0 ? '' : `${rest}。`;
  return `本年度办结申请${String(done)}件：${resultsInWords(figures)}；${rest}。`;
}

function appeals(figures: Figures): string {
  const at = (cell: string): number => figures[`table4.${cell}`] ?? 0;
  const lawsuits = ['litigation_direct', 'litigation_after_review'];
  const of = (name: string, groups: readonly string[]): string => {
    const sum = (result: string): number =>
      groups.reduce((total, group) => total + at(`${group}.${result}`), 0);
    if (sum('total') === 0) return `本年度没有因政府信息公开引起的${name}。`;
    const ends = {
      upheld: '结果维持',
      corrected: '结果纠正',
      other: '其他结果',
      pending: '尚未审结',
    };
    const said = Object.entries(ends)
      .filter(([result]) => sum(result) > 0)
      .map(([result, label]) => `${label}${String(sum(result))}件`);
    return `因政府信息公开引起的${name}${String(sum('total'))}件，其中${said.join('、')}。`;
  };
  const none = at('review.total') + lawsuits.reduce((sum, it) => sum + at(`${it}.total`), 0) === 0;
  if (none) return '本年度没有因政府信息公开引起的行政复议、行政诉讼。';
  return of('行政复议', ['review']) + of('行政诉讼', lawsuits);
}

function fees(year: number, { fees: paid }: RequestFigures): string {
  if (paid === null) return '（信息处理费收取情况，请按各机关的报告填写。）';
  const { requests, yuan } = paid;
  if (yuan === 0) return `${String(year)}年没有收取政府信息公开信息处理费。`;
  return (
    `依据《政府信息公开信息处理费管理办法》，${String(year)}年收取信息处理费${String(requests)}件，` +
    `共计${String(yuan)}元。`
  );
}
