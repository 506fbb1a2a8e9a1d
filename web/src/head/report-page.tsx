import { Alert } from 'antd';
import { Link } from 'react-router';
import { useAsked } from '../api';
import { Loaded } from '../parts/loaded';
import { figuresIn, type Finding, type Report } from '../report/report';
import { ReportTables } from '../report/report-tables';
import { useSession } from '../session';
import { ReportFrame, useYear } from './report-frame';

/** The three tables as they stand, and beside them what the checks say. */
export function ReportPage() {
  const year = useYear();
  const { at } = useSession();
  const report = useAsked<Report>(at(`reports/${String(year)}`));
  const checks = useAsked<readonly Finding[]>(at(`reports/${String(year)}/checks`));
  const findings = checks.answer ?? [];
  return (
    <ReportFrame title="表格" lead="数字由台账算出，不能填写；点一个数字看它背后的案件。">
      <Loaded of={report}>
        {(answer) => (
          <>
            <Standing report={answer} findings={findings} />
            <ReportTables
              form={answer.form}
              figures={figuresIn(answer)}
              to={(cell) => `/reports/${String(year)}/cells/${cell}`}
              marked={new Set(findings.filter(isOpen).flatMap(({ cells }) => cells))}
            />
          </>
        )}
      </Loaded>
    </ReportFrame>
  );
}

function isOpen({ severity, overridden }: Finding): boolean {
  return severity === 'E' && overridden === null;
}

function Standing({
  report,
  findings,
}: Readonly<{ report: Report; findings: readonly Finding[] }>) {
  const { draft, edition, warnings, position, year } = report;
  const errors = findings.filter(isOpen).length;
  const rest = findings.length - errors;
  const to = `/reports/${String(year)}/checks`;
  return (
    <section className="panel" aria-label="现在的情况">
      <p>
        {edition === null
          ? `${draft ? '草稿' : '可以封账'}，数字读到台账第 ${position} 条。`
          : `封账的第 ${String(edition)} 版。`}{' '}
        <Link to={to}>
          校验：没有改正的错误 {errors} 处，其他 {rest} 处
        </Link>
      </p>
      {warnings.map((warning) => (
        <Alert key={warning} type="warning" showIcon title={warning} />
      ))}
    </section>
  );
}
