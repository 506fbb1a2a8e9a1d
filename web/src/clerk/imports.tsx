import { Button } from 'antd';
import { useRef, useState, type SyntheticEvent } from 'react';
import { useSending } from '../api';
import { PageHead } from '../parts/page-head';
import { ProblemAlert } from '../parts/problem-alert';
import { Rows } from '../parts/rows';
import { useSession } from '../session';

const REGISTERS = {
  requests: '依申请公开工作台账',
  appeals: '复议诉讼台账',
  publications: '规章、规范性文件台账',
  counts: '月度数量',
} as const;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type RowProblem = Readonly<{
  line: number;
  column: string;
  code: string;
  reason: string;
  basis: string;
}>;

type Imported = Readonly<{
  rows: number;
  added: number;
  unchanged: number;
  refused: number;
  problems: readonly RowProblem[];
  note?: string;
  ignoredHeadings: readonly string[];
}>;

/** 导入: rehearsed first, so that nobody finds out afterwards what was wrong with a file. */
export function Imports() {
  const { at } = useSession();
  const [register, setRegister] = useState<keyof typeof REGISTERS>('requests');
  const [result, setResult] = useState<Imported & { rehearsed: boolean }>();
  const file = useRef<HTMLInputElement>(null);
  const { send, sending, problem } = useSending<Imported>();
  const take = async (rehearsed: boolean): Promise<void> => {
    const chosen = file.current?.files?.[0];
    if (chosen === undefined) {
      file.current?.focus();
      return;
    }
    const type = chosen.name.toLowerCase().endsWith('.xlsx') ? XLSX : 'text/csv';
    const sent = new Blob([chosen], { type });
    const answer = await send(at(`imports/${register}?dryRun=${String(rehearsed)}`), sent);
    if (answer !== undefined) setResult({ ...answer, rehearsed });
  };
  const rehearse = (event: SyntheticEvent): void => {
    event.preventDefault();
    void take(true);
  };
  return (
    <>
      <PageHead
        title="导入台账"
        lead="CSV 或者 .xlsx。先试导，逐行核对而什么也不登记；同一文件再导不重复。"
      />
      <form className="panel narrow" onSubmit={rehearse}>
        <label>
          哪一本台账
          <select
            className="select"
            value={register}
            onChange={({ target }) => setRegister(target.value as keyof typeof REGISTERS)}
          >
            {Object.entries(REGISTERS).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          文件
          <input ref={file} type="file" accept=".csv,.xlsx" onChange={() => setResult(undefined)} />
        </label>
        <ProblemAlert problem={problem} />
        <div className="actions">
          <Button htmlType="submit" loading={sending}>
            试导
          </Button>
          <Button
            type="primary"
            disabled={result?.rehearsed !== true}
            loading={sending}
            onClick={() => void take(false)}
          >
            导入
          </Button>
        </div>
      </form>
      {result !== undefined && <Result {...result} />}
    </>
  );
}

function Result(result: Imported & { rehearsed: boolean }) {
  const { rehearsed, rows, added, unchanged, refused, problems, note, ignoredHeadings } = result;
  return (
    <section className="panel" aria-label="结果">
      <h2>{rehearsed ? '试导结果（什么也没有登记）' : '导入结果'}</h2>
      <p role="status">
        共 {rows} 行：{rehearsed ? '可以登记' : '新登记'} {added} 行，已在账 {unchanged} 行，退回{' '}
        {refused} 行。
      </p>
      {ignoredHeadings.length > 0 && <p>没有用到的列：{ignoredHeadings.join('、')}</p>}
      <Rows
        caption="退回的行"
        columns={[
          { name: '行', cell: ({ line }) => line },
          { name: '列', cell: ({ column }) => column },
          { name: '为什么', cell: ({ reason }) => reason },
          { name: '依据', cell: ({ basis }) => basis },
        ]}
        rows={problems}
        keyOf={({ line, column, code }) => `${String(line)} ${column} ${code}`}
        none="没有退回的行。"
      />
      {note !== undefined && <p>{note}</p>}
    </section>
  );
}
