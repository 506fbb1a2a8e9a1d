import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useSending } from '../api';
import { ConfirmWithReason } from '../parts/confirm-with-reason';
import { dayOf } from '../words.zh-CN';
import type { Finding } from './report';

const SEVERITIES = { E: '错误', W: '提醒', I: '提示' } as const;
/** More of them are no help on a screen. */
const NAMED_MAX = 8;

type Given = Readonly<{
  findings: readonly Finding[];
  names: ReadonlyMap<string, string>;
  /** Where it is said that somebody answers for an error. */
  overrides: string;
  toCell: (cell: string) => string;
  again: () => void;
}>;

/** What the checks find, the errors first, each with both values and what to do. */
export function Findings({ findings, names, overrides, toCell, again }: Given) {
  const [meant, setMeant] = useState<Finding>();
  const { send, sending, problem, clear } = useSending();
  const leave = (): void => {
    clear();
    setMeant(undefined);
  };
  const answerFor = async (reason: string): Promise<void> => {
    const done = await send(overrides, { check: meant?.id, reason });
    if (done === undefined) return;
    leave();
    again();
  };
  if (findings.length === 0) return <p>没有发现问题。</p>;
  const order = (['E', 'W', 'I'] as const).flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity),
  );
  return (
    <>
      <ul className="findings">
        {order.map((finding, at) => (
          <li key={`${finding.id} ${String(at)}`} className={finding.severity}>
            <p>
              <strong>
                {SEVERITIES[finding.severity]} {finding.id}
              </strong>{' '}
              {finding.rule}
            </p>
            <p>
              查到：{finding.left}；应为：{finding.right}
            </p>
            <Cells cells={finding.cells} names={names} toCell={toCell} />
            {finding.cases.length > 0 && <p>涉及：{few(finding.cases)}</p>}
            <p className="basis">{finding.advice}</p>
            {finding.overridden !== null && (
              <p>
                已放行：{finding.overridden.reason}（{finding.overridden.by}，
                {dayOf(finding.overridden.on)}）
              </p>
            )}
            {finding.severity === 'E' && finding.overridden === null && (
              <Button size="small" onClick={() => setMeant(finding)}>
                查过没有错，放行 {finding.id}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ConfirmWithReason
        open={meant !== undefined}
        title={`放行 ${meant?.id ?? ''}`}
        action="放行"
        label="为什么查过没有错"
        sending={sending}
        problem={problem}
        done={(reason) => void answerFor(reason)}
        leave={leave}
      >
        <p>
          放行以后，这个错误不再妨碍正式打印和封账；理由记入台账，不能删除，请不要写申请人的姓名。数值一变，放行就不再有效。
        </p>
      </ConfirmWithReason>
    </>
  );
}

function Cells({
  cells,
  names,
  toCell,
}: Pick<Given, 'names' | 'toCell'> & Readonly<{ cells: readonly string[] }>) {
  if (cells.length === 0) return null;
  return (
    <p>
      单元格：
      {cells.slice(0, NAMED_MAX).map((cell, at) => (
        <span key={cell}>
          {at > 0 && '；'}
          <Link to={toCell(cell)}>{names.get(cell) ?? cell}</Link>
        </span>
      ))}
      {cells.length > NAMED_MAX && `等 ${String(cells.length)} 个`}
    </p>
  );
}

function few(names: readonly string[]): string {
  const shown = names.slice(0, NAMED_MAX).join('、');
  return names.length > NAMED_MAX ? `${shown}等 ${String(names.length)} 件` : shown;
}
