import { Alert, Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useAsked, useSending } from '../api';
import { Confirm } from '../parts/confirm';
import { ConfirmWithReason } from '../parts/confirm-with-reason';
import { Loaded } from '../parts/loaded';
import { ProblemAlert } from '../parts/problem-alert';
import type { Report } from '../report/report';
import { useSession } from '../session';
import { dayOf } from '../words.zh-CN';
import { ReportFrame, useYear } from './report-frame';

type Affected = Readonly<{
  edition: number;
  closedOn: string;
  cells: readonly Readonly<{ cell: string; words: string; before: number; after: number }>[];
  words: readonly Readonly<{ heading: string; closed: string; now: string }>[];
  redrafted: boolean;
}>;

/** 封账, 更正版, 报送公布. */
export function ClosePage() {
  const year = useYear();
  const { at } = useSession();
  const base = `reports/${String(year)}`;
  const report = useAsked<Report>(at(base));
  const affected = useAsked<Affected>(at(`${base}/affected`));
  const again = (): void => {
    report.again();
    affected.again();
  };
  const closed = affected.answer !== undefined && affected.problem === undefined;
  return (
    <ReportFrame
      title="封账和报送"
      lead="封账把报告整份存下，签上检查点；以后的更正照常登记，另出更正版，封账的不再改变。"
    >
      <section className="panel">
        <h2>封账</h2>
        <Loaded of={report}>
          {() => <Close closed={affected.answer} to={at(`${base}/closings`)} done={again} />}
        </Loaded>
      </section>
      {closed && <FilePanel to={at(`${base}/filing`)} submit={at(`${base}/submission`)} />}
    </ReportFrame>
  );
}

function Close({
  closed,
  to,
  done,
}: Readonly<{ closed: Affected | undefined; to: string; done: () => void }>) {
  const [asking, setAsking] = useState(false);
  const { send, sending, problem, clear } = useSending();
  const close = async (reason?: string): Promise<void> => {
    const answer = await send(to, reason === undefined ? {} : { reason });
    if (answer === undefined) return;
    setAsking(false);
    done();
  };
  const leave = (): void => {
    clear();
    setAsking(false);
  };
  if (closed === undefined) {
    return (
      <>
        <p>还没有封账。封账以后，这一年的报告照存下来的打印。</p>
        <Button type="primary" onClick={() => setAsking(true)}>
          封账……
        </Button>
        {asking && (
          <Confirm
            title="封账"
            action="封账"
            sending={sending}
            problem={problem}
            done={() => void close()}
            leave={leave}
          >
            <p>现在的数字和文字整份存入台账，不能撤销；以后有更正的，另出更正版，写明理由。</p>
          </Confirm>
        )}
      </>
    );
  }
  const moved = closed.cells.length + closed.words.length > 0 || closed.redrafted;
  return (
    <>
      <p>
        第 {closed.edition} 版，{dayOf(closed.closedOn)}封账。
        {moved ? '' : '封账以后没有变化。'}
      </p>
      {moved && <Moved affected={closed} />}
      {moved && (
        <Button type="primary" onClick={() => setAsking(true)}>
          出更正版……
        </Button>
      )}
      <ConfirmWithReason
        open={asking}
        title="更正版"
        action="出更正版"
        label="更正的理由"
        sending={sending}
        problem={problem}
        done={(reason) => void close(reason)}
        leave={leave}
      >
        <p>现在的数字和文字存为下一版，标明更正版；理由记入台账。</p>
      </ConfirmWithReason>
    </>
  );
}

function Moved({ affected }: Readonly<{ affected: Affected }>) {
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={`已公布数据受影响：${String(affected.cells.length)} 个数字、${String(affected.words.length)} 处文字有变化${affected.redrafted ? '，文字重新起草过' : ''}`}
      />
      {affected.cells.length > 0 && (
        <div className="scroll" role="region" aria-label="变了的数字" tabIndex={0}>
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">数字</th>
                <th scope="col">封账时</th>
                <th scope="col">现在</th>
              </tr>
            </thead>
            <tbody>
              {affected.cells.map(({ cell, words, before, after }) => (
                <tr key={cell}>
                  <th scope="row">{words}</th>
                  <td>{before}</td>
                  <td>{after}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function FilePanel({ to, submit }: Readonly<{ to: string; submit: string }>) {
  const [filedOn, setFiledOn] = useState('');
  const [url, setUrl] = useState('');
  const [said, setSaid] = useState('');
  const filing = useSending();
  const submitting = useSending();
  const [day, address] = [useId(), useId()];
  const file = async (): Promise<void> => {
    const body = { filedOn, ...(url === '' ? {} : { url, publishedOn: filedOn }) };
    if ((await filing.send(to, body)) !== undefined) setSaid('已记下报送和公布。');
  };
  const handIn = async (): Promise<void> => {
    if ((await submitting.send(submit, {})) !== undefined) setSaid('已向上级报送。');
  };
  return (
    <section className="panel">
      <h2>报送和公布</h2>
      <label className="field" htmlFor={day}>
        报送日期
      </label>
      <Input
        id={day}
        type="date"
        value={filedOn}
        onChange={(event) => setFiledOn(event.target.value)}
      />
      <label className="field" htmlFor={address}>
        公布的网址（已经公布的）
      </label>
      <Input id={address} value={url} onChange={(event) => setUrl(event.target.value)} />
      <p className="actions">
        <Button disabled={filedOn === ''} loading={filing.sending} onClick={() => void file()}>
          记下报送和公布
        </Button>
        <Button loading={submitting.sending} onClick={() => void handIn()}>
          向上级报送封账的一版
        </Button>
      </p>
      {said !== '' && <p role="status">{said}</p>}
      <ProblemAlert problem={filing.problem} />
      <ProblemAlert problem={submitting.problem} />
    </section>
  );
}
