import type { CountedReport } from './counted-report.js';
import { furtherFigures } from './further-figures.js';
import type { ReportFigure } from './domain/annual-report.events.js';

/**
 * The figures that the text may name in double braces, as in `{{新收申请数}}`: the cells that reports
 * repeat in words, the posts, and every narrative counter of the year under its own name.
 */
export function namedFigures({
  agency,
  year,
  figures,
  counters,
  staff,
  requests,
}: Pick<
  CountedReport,
  'agency' | 'year' | 'figures' | 'counters' | 'staff' | 'requests'
>): ReadonlyMap<string, string> {
  const own: Readonly<Record<OwnFigure, string | number>> = {
    机关名称: agency.name,
    机关简称: agency.shortName,
    报告年度: year,
    下一年度: year + 1,
    专门机构数: staff.offices,
    工作人员数: staff.fullTime + staff.partTime,
    专职人员数: staff.fullTime,
    兼职人员数: staff.partTime,
  };
  const counted = Object.entries(COUNTED).flatMap(([name, cells]) => {
    const found = cells.flatMap((cell) => figures[cell] ?? []);
    // A form that has no such cell has no such figure.
    return found.length === 0 ? [] : [[name, found.reduce((sum, figure) => sum + figure)] as const];
  });
  const further = furtherFigures(year, figures, requests);
  return new Map(
    [...counters, ...further, ...Object.entries(own), ...counted].map(([name, figure]) => [
      name,
      String(figure),
    ]),
  );
}

/** Figures that no cell has. */
type OwnFigure = Extract<
  ReportFigure,
  `机关${string}` | `${string}年度` | `专门${string}` | `${string}人员数`
>;

/** The cells that a name stands for, by the names of either form; more than one are added up. */
const COUNTED: Readonly<Record<Exclude<ReportFigure, OwnFigure>, readonly string[]>> = {
  规章制发件数: ['table2.regulations.made', 'table2.regulations.made_new'],
  规章废止件数: ['table2.regulations.repealed'],
  规章现行有效件数: ['table2.regulations.valid'],
  行政规范性文件制发件数: [
    'table2.normative_documents.made',
    'table2.normative_documents.made_new',
  ],
  行政规范性文件废止件数: ['table2.normative_documents.repealed'],
  行政规范性文件现行有效件数: ['table2.normative_documents.valid'],
  行政许可决定数: ['table2.licensing', 'table2.licensing.decisions'],
  行政处罚决定数: ['table2.punishment', 'table2.punishment.decisions'],
  行政强制决定数: ['table2.coercion', 'table2.coercion.decisions'],
  行政事业性收费万元: ['table2.fees_wan_yuan'],
  新收申请数: ['table3.new_received.total'],
  上年结转申请数: ['table3.carried_in.total'],
  办结申请数: ['table3.total.total'],
  结转下年度申请数: ['table3.carried_out.total'],
  予以公开数: ['table3.granted.total'],
  部分公开数: ['table3.partly_granted.total'],
  行政复议数: ['table4.review.total'],
  行政诉讼数: ['table4.litigation_direct.total', 'table4.litigation_after_review.total'],
};

/** Text with its figures filled in, and the names that no figure answers to. */
export function bindFigures(
  text: string,
  figures: ReadonlyMap<string, string>,
): Readonly<{ text: string; unknown: readonly string[] }> {
  const unknown: string[] = [];
  const bound = text.replace(/\{\{([^{}]+)\}\}/g, (braces, inside: string) => {
    const name = inside.trim();
    const figure = figures.get(name);
    if (figure === undefined) unknown.push(name);
    return figure ?? braces;
  });
  return { text: bound, unknown };
}
