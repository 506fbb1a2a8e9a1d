import type { LocalDate } from '../kernel/local-date.js';
import type { AnnualReport } from './annual-report.js';
import { inChinese, type AnnualReportView } from './annual-report-view.js';

/** What a website knows of the page, and the ledger does not. */
export type PagePlace = Readonly<{
  /** 索引号, as the website numbers its pages; '' while it has given none. */
  indexNumber: string;
  /** 主题分类. */
  topic: string;
  publishedOn: LocalDate | null;
  downloads: readonly Download[];
}>;

/** The same report as a file to take away. */
export type Download = Readonly<{ label: string; href: string }>;

/** The block above a report on a website (《条例》第24条: 检索、查阅、下载). */
export type WebListing = Readonly<{
  entries: readonly Readonly<{ name: string; value: string }>[];
  downloads: readonly Download[];
}>;

/** No official text names the class; websites list annual reports under words such as these. Inferred. */
const USUAL_TOPIC = '政府信息公开年度报告';

/** What there is to say before anybody has said more. */
export function usualPlace({ report }: Pick<AnnualReport, 'report'>): PagePlace {
  const publishedOn = report.filed?.publishedOn ?? null;
  return { indexNumber: '', topic: USUAL_TOPIC, publishedOn, downloads: [] };
}

const LABELS: ReadonlyMap<string, string> = new Map([
  ['pdf', '下载PDF'],
  ['docx', '下载Word'],
  ['xlsx', '下载Excel'],
  ['json', '下载JSON'],
]);
/** A page of the web, or a file beside this one: never a script. */
const WEB_ADDRESS = /^(?:https?:\/\/|(?![a-z][a-z\d+.-]*:))\S+$/i;

/** The link to a file of the report. Null for what is no address of the web, or no such file. */
export function downloadOf(href: string): Download | null {
  const [, extension = ''] = /\.([a-z]+)(?:[?#]|$)/i.exec(href) ?? [];
  const label = LABELS.get(extension.toLowerCase());
  return label !== undefined && WEB_ADDRESS.test(href) ? { label, href } : null;
}

/** Annual reports are public by law (《条例》第20条、第49条), and nothing takes them out of force. */
export function webListing(view: AnnualReportView, place: PagePlace): WebListing {
  const { indexNumber, topic, publishedOn, downloads } = place;
  return {
    entries: [
      { name: '索引号', value: indexNumber },
      { name: '主题分类', value: topic },
      { name: '发布机构', value: view.signature.agency },
      { name: '成文日期', value: view.signature.date },
      ...(publishedOn === null ? [] : [{ name: '发布日期', value: inChinese(publishedOn) }]),
      { name: '有效性', value: view.draft ? '草稿' : '有效' },
      { name: '公开方式', value: '主动公开' },
      { name: '名称', value: view.title.join('') },
    ],
    downloads,
  };
}
