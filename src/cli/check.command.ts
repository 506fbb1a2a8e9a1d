import type { Finding } from '../../projections/checks/check.js';
import { CheckReport } from '../annual-reports/check-report.query.js';
import { cellWords } from '../words/cells.zh-CN.js';
import { CHECK_WORDS, SEVERITY_LABELS } from '../words/checks.zh-CN.js';
import { EXIT } from './exit-codes.js';
import type { Output } from './output.js';
import { agencyMeant, type Session } from './session.js';

/** `gongkai check YEAR`. Answers with the exit code: 1 while an error stands. */
export async function checkReport(
  session: Session,
  output: Output,
  { year, agency }: Readonly<{ year: number; agency: string | undefined }>,
): Promise<number> {
  const { agencyId, name } = await agencyMeant(session, agency);
  const findings = await session.queries.execute(new CheckReport(agencyId, year));
  const head = `${name} ${String(year)} 年度报告校验：${counted(findings)}。`;
  output.answer(findings, [head, ...findings.flatMap(linesOf)]);
  return findings.some(({ severity }) => severity === 'E') ? EXIT.refused : EXIT.done;
}

function counted(findings: readonly Finding[]): string {
  if (findings.length === 0) return '没有发现问题';
  return (['E', 'W', 'I'] as const)
    .map((severity) => {
      const found = findings.filter((finding) => finding.severity === severity).length;
      return `${SEVERITY_LABELS[severity]} ${String(found)} 处`;
    })
    .join('，');
}

/** How many of the cells and cases a line names; `--json` names them all. */
const NAMED_MAX = 10;

function linesOf({ id, severity, left, right, cells, cases }: Finding): readonly string[] {
  const { rule, advice } = CHECK_WORDS[id];
  return [
    `${id} ${SEVERITY_LABELS[severity]}：${rule}`,
    `  ${left} ≠ ${right}`,
    ...(cells.length === 0 ? [] : [`  单元格：${few(cells.map(cellWords))}`]),
    ...(cases.length === 0 ? [] : [`  涉及：${few(cases)}`]),
    `  ${advice}`,
  ];
}

function few(names: readonly string[]): string {
  if (names.length <= NAMED_MAX) return names.join('、');
  return `${names.slice(0, NAMED_MAX).join('、')} 等 ${String(names.length)} 个`;
}
