import { COLUMNS } from '../table-three.js';
import {
  numberIn,
  type Check,
  type CheckedReport,
  type ChildReport,
  type Found,
  type RolledUp,
} from './check.js';
import { formOf } from '../forms/forms.js';
import { likenessOf, ownWords, piecesOf } from './likeness.js';
import { isIn, sumOf } from './rolled-up.js';

type RollUp = CheckedReport & Readonly<{ rolledUp: RolledUp }>;
type Child = RolledUp['children'][number];

const CHAIN = '《条例》第49条';
const PRACTICE = '台账规则：汇总逐级相加，口径见附录';

/** 汇总的校验. Of the report of one agency they say nothing. */
export const ROLL_UP_CHECKS = {
  'R-01': { severity: 'E', basis: CHAIN, find: ofRollUp(notIn) },
  'R-02': { severity: 'E', basis: PRACTICE, find: ofRollUp(otherThanTheSum) },
  'R-03': { severity: 'E', basis: PRACTICE, find: ofRollUp(wrongThemselves) },
  'R-04': { severity: 'E', basis: PRACTICE, find: ofRollUp(otherYearOrForm) },
  'R-05': { severity: 'E', basis: PRACTICE, find: ofRollUp(countedTwice) },
  'R-06': { severity: 'W', basis: PRACTICE, find: ofRollUp(goneWithoutTrace) },
  'R-07': { severity: 'W', basis: PRACTICE, find: ofRollUp(carriedOtherwise) },
  'R-08': { severity: 'W', basis: '国办公开办函〔2021〕30号', find: ofRollUp(alikeWords) },
  'R-09': { severity: 'W', basis: CHAIN, find: ofRollUp(late) },
  'R-10': { severity: 'I', basis: PRACTICE, find: ofRollUp(otherThanHeld) },
  'R-11': { severity: 'E', basis: PRACTICE, find: ofRollUp(movedSince) },
} as const satisfies Readonly<Record<string, Check>>;

function ofRollUp(find: (report: RollUp) => readonly Found[]): Check['find'] {
  return (report) => {
    const { rolledUp } = report;
    return rolledUp === null ? [] : find({ ...report, rolledUp });
  };
}

function notIn({ rolledUp: { children } }: RollUp): readonly Found[] {
  return children
    .filter((child) => !isIn(child))
    .map(({ name, standing, returned }) => ({
      left: name,
      right: standing === 'returned' ? `已退回：${returned?.reason ?? ''}` : '未报送',
      cases: [name],
    }));
}

function otherThanTheSum({ form, cells, rolledUp: { children } }: RollUp): readonly Found[] {
  return [...sumOf(form, children)].flatMap(([cell, sum]) => {
    const printed = cells.get(cell) ?? null;
    if (printed === sum) return [];
    const cases = children
      .filter((child) => numberIn(child.cells, cell) !== 0)
      .map(({ name }) => name);
    return [{ left: String(printed ?? '（没有）'), right: String(sum), cells: [cell], cases }];
  });
}

function wrongThemselves({ rolledUp: { children } }: RollUp): readonly Found[] {
  return children
    .filter(({ errors }) => errors.length > 0)
    .map(({ name, errors }) => ({
      left: name,
      right: [...new Set(errors.map(({ id }) => id))].join('、'),
      cells: [...new Set(errors.flatMap(({ cells }) => cells))],
      cases: [name],
    }));
}

function otherYearOrForm({ year, form, rolledUp: { children } }: RollUp): readonly Found[] {
  const right = `${String(year)} 年度，${form.version} 年格式`;
  return children.flatMap((child): readonly Found[] => {
    const { name, cells: printed } = child;
    if (child.year !== year || child.form !== form.version) {
      const left = `${name} ${String(child.year)} 年度，${child.form} 年格式`;
      return [{ left, right, cases: [name] }];
    }
    const cells = [...printed.keys()].filter((cell) => !form.cells.includes(cell));
    if (cells.length === 0) return [];
    return [{ left: `${name} 有格式里没有的单元格`, right, cells, cases: [name] }];
  });
}

/** One report that counts for two, and one that names another agency than the one it counts for. */
function countedTwice({ rolledUp: { children } }: RollUp): readonly Found[] {
  return children.flatMap((child, at) => {
    const twin = children
      .slice(0, at)
      .find(
        (other) =>
          bare(other.unit) === bare(child.unit) ||
          (child.source !== null && child.source === other.source),
      );
    if (twin !== undefined) {
      return [{ left: twin.name, right: child.name, cases: [twin.name, child.name] }];
    }
    const names = [child.name, child.shortName].map(bare);
    if (child.unit === '' || names.includes(bare(child.unit))) return [];
    return [{ left: child.unit, right: child.name, cases: [child.name] }];
  });
}

/** 撤并: what a child of last year carried over must have come to somebody who is a child now. */
function goneWithoutTrace({ rolledUp }: RollUp): readonly Found[] {
  const { children, before, successors } = rolledUp;
  return before.flatMap((last): readonly Found[] => {
    const carriedOut = totalOf(last, 'carried_out');
    if (carriedOut === 0 || children.some(isSame(last))) return [];
    const heir = children.find(({ agencyId }) => agencyId === successors.get(last.agencyId));
    const said = `${last.name} 结转 ${String(carriedOut)} 件`;
    if (heir === undefined)
      return [{ left: said, right: '没有承接的下级机关', cases: [last.name] }];
    const heirBefore = before.find(isSame(heir));
    const due = carriedOut + (heirBefore === undefined ? 0 : totalOf(heirBefore, 'carried_out'));
    const carriedIn = totalOf(heir, 'carried_in');
    if (carriedIn >= due) return [];
    const right = `${heir.name} 上年结转 ${String(carriedIn)} 件，应有 ${String(due)} 件`;
    return [
      { left: said, right, cells: ['table3.carried_in.total'], cases: [last.name, heir.name] },
    ];
  });
}

function carriedOtherwise({ form, year, rolledUp }: RollUp): readonly Found[] {
  const { children, before } = rolledUp;
  if (before.length === 0) return [];
  const [now, last] = [sumOf(form, children), sumOf(formOf(year - 1), before)];
  return COLUMNS.flatMap((column) => {
    const cell = `table3.carried_in.${column}`;
    const [carriedIn, carriedOut] = [now.get(cell), last.get(`table3.carried_out.${column}`)];
    if (carriedIn === carriedOut) return [];
    return [{ left: String(carriedIn), right: String(carriedOut), cells: [cell] }];
  });
}

function alikeWords({
  rules,
  standardText = '',
  rolledUp: { children },
}: RollUp): readonly Found[] {
  const standard = piecesOf(standardText);
  const texts = children.flatMap(({ name, words }) =>
    words === null ? [] : [{ name, pieces: piecesOf(ownWords(words), standard) }],
  );
  return texts.flatMap((one, at) =>
    texts.slice(at + 1).flatMap((other) => {
      const percent = likenessOf(one.pieces, other.pieces);
      if (percent === null || percent < rules.similarityPercent) return [];
      const right = `${other.name}（${percent.toFixed(0)}%）`;
      return [{ left: one.name, right, cases: [one.name, other.name] }];
    }),
  );
}

function late({ year, today, rules, rolledUp: { children } }: RollUp): readonly Found[] {
  return children
    .filter(({ from }) => from !== 'own')
    .flatMap((child) => {
      const { name, submittedOn, publishedOn } = child;
      const next = String(year + 1);
      const lawful = child.level === 'government' ? '03-31' : '01-31';
      const [submitBy, publishBy] = [rules.submitBy ?? lawful, rules.publishBy ?? lawful];
      return [
        ...afterDay('报送', submittedOn, `${next}-${submitBy}`, today),
        // When a report from elsewhere was published is not known here.
        ...(publishedOn === null
          ? []
          : afterDay('公布', publishedOn, `${next}-${publishBy}`, today)),
      ].map(([left, right]) => ({ left: `${name} ${left}`, right, cases: [name] }));
    });
}

function afterDay(
  what: string,
  on: string | null,
  by: string,
  today: string,
): readonly (readonly [string, string])[] {
  if ((on ?? today) <= by) return [];
  return [[on === null ? `至 ${today} 未${what}` : `${what} ${on}`, `${by} 以前`]];
}

function otherThanHeld({ rolledUp: { children, heldDocuments } }: RollUp): readonly Found[] {
  const cell = 'table2.normative_documents.valid';
  return children.flatMap((child) => {
    const held = heldDocuments.get(child.name) ?? heldDocuments.get(child.shortName);
    const valid = numberIn(child.cells, cell);
    if (held === undefined || valid === null || held === valid) return [];
    const left = `${child.name} 现行有效 ${String(valid)} 件`;
    return [{ left, right: `清单 ${String(held)} 件`, cells: [cell], cases: [child.name] }];
  });
}

/** What a child says now is not what went into the roll-up on record, or it has said more since. */
function movedSince({ rolledUp: { children, recorded } }: RollUp): readonly Found[] {
  return children.flatMap((child): readonly Found[] => {
    const { name, edition, newestEdition } = child;
    const cases = [name];
    if (edition !== null && newestEdition !== null && edition !== newestEdition) {
      const [left, right] = [edition, newestEdition].map((nth) => `第 ${String(nth)} 版`);
      return [{ left: `${name} 报送的是${left ?? ''}`, right: `已有${right ?? ''}`, cases }];
    }
    if (recorded === null) return [];
    const summed = recorded.get(child.agencyId);
    if (summed === child.digest) return [];
    const left = summed === undefined ? `${name} 没有汇总进去` : `${name} 汇总时的数字`;
    return [{ left, right: '现在的数字', cases }];
  });
}

function isSame({ agencyId }: Pick<ChildReport, 'agencyId'>) {
  return (other: Pick<ChildReport, 'agencyId'>): boolean => other.agencyId === agencyId;
}

function totalOf({ cells }: Pick<Child, 'cells'>, row: string): number {
  return numberIn(cells, `table3.${row}.total`) ?? 0;
}

/** 宿迁市人民政府（全市） is who 宿迁市人民政府 is. */
function bare(name: string): string {
  return name.replace(/[（(][^（()）]*[)）]/g, '').replace(/\s/g, '');
}
