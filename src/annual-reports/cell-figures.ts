import type { ApplicantKind, Outcome } from '../requests/domain/request.events.js';

/** 办理结果 in as few words as reports use. */
const RESULTS: Readonly<Record<Outcome, string>> = {
  granted: '予以公开',
  partly_granted: '部分公开',
  denied_state_secret: '属于国家秘密',
  denied_law_forbidden: '其他法律行政法规禁止公开',
  denied_security_stability: '危及三安全一稳定',
  denied_third_party: '保护第三方合法权益',
  denied_internal_affairs: '属于内部事务信息',
  denied_process_info: '属于过程性信息',
  denied_enforcement_file: '属于行政执法案卷',
  denied_admin_query: '属于行政查询事项',
  unable_not_held: '本机关不掌握',
  unable_need_creation: '没有现成信息',
  unable_unclear: '补正后仍不明确',
  reject_petition: '信访举报投诉',
  reject_repeat: '重复申请',
  reject_publication: '要求提供公开出版物',
  reject_mass_repeat: '大量反复申请',
  reject_reconfirm: '要求确认或重新出具',
  other_no_correction: '逾期不补正',
  other_no_payment: '逾期不缴费',
  other_misc: '其他',
};

const ROWS: Readonly<Record<string, string>> = {
  new_received: '新收',
  carried_in: '上年结转',
  ...RESULTS,
  total: '办结',
  carried_out: '结转下年度',
};

const COLUMNS: Readonly<Record<ApplicantKind | 'total', string>> = {
  natural: '自然人',
  business: '商业企业',
  research: '科研机构',
  ngo: '社会公益组织',
  legal: '法律服务机构',
  other: '其他',
  total: '总计',
};

/** （三）至（六）: the form prints no subtotals, so the text has them alone. */
const GROUPS = {
  denied: '不予公开',
  unable: '无法提供',
  reject: '不予处理',
  other: '其他处理',
} as const;

const APPEALS: Readonly<Record<string, string>> = {
  review: '行政复议',
  litigation_direct: '未经复议直接起诉',
  litigation_after_review: '复议后起诉',
};

const ENDS: Readonly<Record<string, string>> = {
  upheld: '结果维持',
  corrected: '结果纠正',
  other: '其他结果',
  pending: '尚未审结',
  total: '总计',
};

type Figures = Readonly<Record<string, number | undefined>>;

/**
 * Every cell of tables three and four under a name of its own, row and column with a dot between, as
 * 予以公开·自然人, and the subtotals of the groups alike.
 */
export function cellFigures(figures: Figures): readonly (readonly [string, number])[] {
  const cells = Object.entries(figures).flatMap(([cell, figure]) => {
    const [table, row = '', column = ''] = cell.split('.');
    const [rows, columns] = table === 'table4' ? [APPEALS, ENDS] : [ROWS, COLUMNS as Names];
    const names = [rows[row], columns[column]];
    if (table === 'table2' || figure === undefined || names.includes(undefined)) return [];
    return [[names.join('·'), figure] as const];
  });
  const subtotals = Object.keys(GROUPS).flatMap((group) =>
    Object.entries(COLUMNS).map(
      ([column, name]) =>
        [`${GROUPS[group as Group]}·${name}`, subtotal(figures, group as Group, column)] as const,
    ),
  );
  return [...cells, ...subtotals];
}

type Names = Readonly<Record<string, string>>;
export type Group = keyof typeof GROUPS;

/** What the rows of a group add up to in a column. */
export function subtotal(figures: Figures, group: Group, column = 'total'): number {
  return Object.entries(figures)
    .filter(([cell]) => cell.startsWith(`table3.${group}_`) && cell.endsWith(`.${column}`))
    .reduce((sum, [, figure]) => sum + (figure ?? 0), 0);
}

/** The results that had any, each with its number, as 予以公开3件: groups whole, in the form's order. */
export function resultsInWords(figures: Figures): string {
  const count = (row: string): number => figures[`table3.${row}.total`] ?? 0;
  const groups = Object.entries(GROUPS).map(
    ([group, name]) => [name, subtotal(figures, group as Group)] as const,
  );
  return [
    ['予以公开', count('granted')] as const,
    ['部分公开', count('partly_granted')] as const,
    ...groups,
  ]
    .filter(([, number]) => number > 0)
    .map(([name, number]) => `${name}${String(number)}件`)
    .join('，');
}
