import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useAsked, useSending } from '../api';
import { Loaded } from '../parts/loaded';
import { ProblemAlert } from '../parts/problem-alert';
import { Findings } from '../report/findings';
import { cellNames } from '../report/layout';
import { figuresIn, type Finding, type Report } from '../report/report';
import { ReportTables } from '../report/report-tables';
import { useSession } from '../session';
import { RollUpFrame, useYear } from './roll-up-frame';

/** 汇总: the sum of the children's reports, what the checks say of it, and what goes up. */
export function SumPage() {
  const year = useYear();
  const { at } = useSession();
  const base = at(`reports/${String(year)}/roll-up`);
  const sum = useAsked<Report>(base);
  const checks = useAsked<readonly Finding[]>(`${base}/checks`);
  const to = (cell: string): string => `/roll-up/${String(year)}/cells/${cell}`;
  const again = (): void => {
    sum.again();
    checks.again();
  };
  return (
    <RollUpFrame title="表格和校验" lead="每个数字是各下级同一数字之和；点一个数字看各下级计多少。">
      <Loaded of={sum}>
        {(report) => (
          <>
            <Steps
              base={base}
              submit={at(`reports/${String(year)}/submission`)}
              warnings={report.warnings}
              done={again}
            />
            <section className="panel">
              <h2>校验</h2>
              <Loaded of={checks}>
                {(findings) => (
                  <Findings
                    findings={findings}
                    names={cellNames(report.form)}
                    overrides={`${base}/overrides`}
                    toCell={to}
                    again={again}
                  />
                )}
              </Loaded>
            </section>
            <ReportTables form={report.form} figures={figuresIn(report)} to={to} />
          </>
        )}
      </Loaded>
    </RollUpFrame>
  );
}

type Given = Readonly<{
  base: string;
  submit: string;
  warnings: readonly string[];
  done: () => void;
}>;

function Steps({ base, submit, warnings, done }: Given) {
  const recording = useSending();
  const submitting = useSending();
  const [said, setSaid] = useState('');
  const record = async (): Promise<void> => {
    if ((await recording.send(base)) === undefined) return;
    setSaid('汇总已记入台账。');
    done();
  };
  const handIn = async (): Promise<void> => {
    if ((await submitting.send(submit, { scope: 'roll-up' })) === undefined) return;
    setSaid('已向上级报送汇总。');
  };
  return (
    <section className="panel" aria-label="办理">
      {warnings.map((warning) => (
        <Alert key={warning} type="warning" showIcon title={warning} />
      ))}
      <p className="actions">
        <Button type="primary" loading={recording.sending} onClick={() => void record()}>
          把汇总记入台账
        </Button>
        <Button loading={submitting.sending} onClick={() => void handIn()}>
          向上级报送汇总
        </Button>
        {(['pdf', 'docx', 'xlsx'] as const).map((format) => (
          <Button key={format} href={`${base}/${format}`} target="_blank" rel="noreferrer">
            下载 {format.toUpperCase()}
          </Button>
        ))}
      </p>
      {said !== '' && <p role="status">{said}</p>}
      <ProblemAlert problem={recording.problem} />
      <ProblemAlert problem={submitting.problem} />
    </section>
  );
}
