import { useAsked } from '../api';
import { Loaded } from '../parts/loaded';
import { Findings } from '../report/findings';
import { cellNames } from '../report/layout';
import type { Finding } from '../report/report';
import { useSession } from '../session';
import { ReportFrame, useYear } from './report-frame';

/** 校验, and who answers for what they find. */
export function ChecksPage() {
  const year = useYear();
  const { at } = useSession();
  const base = `reports/${String(year)}`;
  const checks = useAsked<readonly Finding[]>(at(`${base}/checks`));
  return (
    <ReportFrame
      title="校验"
      lead="按勾稽关系和口径核对，随时可以看；错误改正或者放行以前，报告按草稿打印，不能封账。"
    >
      <section className="panel">
        <Loaded of={checks}>
          {(findings, again) => (
            <Findings
              findings={findings}
              names={cellNames(year < 2021 ? '2019' : '2021')}
              overrides={at(`${base}/overrides`)}
              toCell={(cell) => `/${base}/cells/${cell}`}
              again={again}
            />
          )}
        </Loaded>
      </section>
    </ReportFrame>
  );
}
