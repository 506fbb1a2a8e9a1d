import {
  CheckReport,
  type CheckedFinding,
  type CheckedState,
} from '../annual-reports/check-report.query.js';
import { checkNamed, OverrideCheckCommand } from '../annual-reports/override-check.handler.js';
import { cellWords } from '../words/cells.zh-CN.js';
import { CHECK_WORDS, SEVERITY_LABELS } from '../words/checks.zh-CN.js';
import { EXIT } from './exit-codes.js';
import type { Output } from './output.js';
import { agencyMeant, send, type Session } from './session.js';

/** `gongkai check YEAR`. Answers with the exit code: 1 while an error stands for which nobody answers. */
export async function checkReport(
  session: Session,
  output: Output,
  { year, of, agency }: Asked & Readonly<{ of: CheckedState }>,
): Promise<number> {
  const { agencyId, name } = await agencyMeant(session, agency);
  const findings = await session.queries.execute(new CheckReport(agencyId, year, of));
  const head = `${name} ${String(year)} 年度报告${WHICH[of]}校验：${counted(findings)}。`;
  output.answer(findings, [head, ...findings.flatMap(linesOf)]);
  return findings.some(isOpenError) ? EXIT.refused : EXIT.done;
}

/** `gongkai override YEAR CHECK --reason …`. */
export async function overrideCheck(
  session: Session,
  output: Output,
  {
    year,
    agency,
    of,
    ...given
  }: Asked &
    Readonly<{ check: string; cell: string | undefined; reason: string; of: 'now' | 'roll-up' }>,
): Promise<void> {
  const { agencyId, name } = await agencyMeant(session, agency);
  const check = checkNamed(given.check);
  const data = { agencyId, year, of, check, cell: given.cell ?? null, reason: given.reason };
  const decided = await send(session, OverrideCheckCommand, { type: 'OverrideCheck', data });
  const findings = await session.queries.execute(new CheckReport(agencyId, year, of));
  const [own, open] = [findings.filter(({ id }) => id === check), findings.filter(isOpenError)];
  const left = own.filter(isOpenError).length;
  output.answer({ ...decided, findings: own }, [
    `${name} ${String(year)} 年度报告：${check} 放行 ${String(decided.events)} 处` +
      `${left === 0 ? '' : `，还有 ${String(left)} 处`}；数值一变，放行就不再有效。`,
    open.length === 0
      ? '没有别的错误了。'
      : `没有改正的错误还有：${[...new Set(open.map(({ id }) => id))].join('、')}。`,
  ]);
}

type Asked = Readonly<{ year: number; agency: string | undefined }>;

const WHICH: Readonly<Record<CheckedState, string>> = {
  now: '',
  closed: '（封账的一版）',
  'roll-up': '（汇总）',
};

function isOpenError({ severity, overridden }: CheckedFinding): boolean {
  return severity === 'E' && overridden === null;
}

function counted(findings: readonly CheckedFinding[]): string {
  if (findings.length === 0) return '没有发现问题';
  const overridden = findings.filter((finding) => finding.overridden !== null).length;
  const counts = (['E', 'W', 'I'] as const).map((severity) => {
    const found = findings.filter((finding) => finding.severity === severity).length;
    return `${SEVERITY_LABELS[severity]} ${String(found)} 处`;
  });
  return `${counts.join('，')}${overridden === 0 ? '' : `；其中放行 ${String(overridden)} 处`}`;
}

/** How many of the cells and cases a line names; `--json` names them all. */
const NAMED_MAX = 10;

function linesOf(finding: CheckedFinding): readonly string[] {
  const { id, severity, left, right, cells, cases, overridden } = finding;
  const { rule, advice } = CHECK_WORDS[id];
  return [
    `${id} ${SEVERITY_LABELS[severity]}：${rule}`,
    `  ${left} ≠ ${right}`,
    ...(cells.length === 0 ? [] : [`  单元格：${few(cells.map(cellWords))}`]),
    ...(cases.length === 0 ? [] : [`  涉及：${few(cases)}`]),
    overridden === null
      ? `  ${advice}`
      : `  ${overridden.on} ${overridden.by} 放行：${overridden.reason}`,
  ];
}

function few(names: readonly string[]): string {
  if (names.length <= NAMED_MAX) return names.join('、');
  return `${names.slice(0, NAMED_MAX).join('、')} 等 ${String(names.length)} 个`;
}
