import type { AnnualReport } from './annual-report.js';
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
}: Pick<AnnualReport, 'agency' | 'year' | 'figures' | 'counters' | 'staff'>): ReadonlyMap<
  string,
  string
> {
  const named: Readonly<Record<ReportFigure, string | number>> = {
    机关名称: agency.name,
    机关简称: agency.shortName,
    报告年度: year,
    下一年度: year + 1,
    专门机构数: staff.offices,
    工作人员数: staff.fullTime + staff.partTime,
    专职人员数: staff.fullTime,
    兼职人员数: staff.partTime,
    规章制发件数: figures['table2.regulations.made'],
    规章废止件数: figures['table2.regulations.repealed'],
    规章现行有效件数: figures['table2.regulations.valid'],
    行政规范性文件制发件数: figures['table2.normative_documents.made'],
    行政规范性文件废止件数: figures['table2.normative_documents.repealed'],
    行政规范性文件现行有效件数: figures['table2.normative_documents.valid'],
    行政许可决定数: figures['table2.licensing'],
    行政处罚决定数: figures['table2.punishment'],
    行政强制决定数: figures['table2.coercion'],
    行政事业性收费万元: figures['table2.fees_wan_yuan'],
    新收申请数: figures['table3.new_received.total'],
    上年结转申请数: figures['table3.carried_in.total'],
    办结申请数: figures['table3.total.total'],
    结转下年度申请数: figures['table3.carried_out.total'],
    予以公开数: figures['table3.granted.total'],
    部分公开数: figures['table3.partly_granted.total'],
    行政复议数: figures['table4.review.total'],
    行政诉讼数:
      figures['table4.litigation_direct.total'] + figures['table4.litigation_after_review.total'],
  };
  return new Map(
    [...counters, ...Object.entries(named)].map(([name, figure]) => [name, String(figure)]),
  );
}

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
