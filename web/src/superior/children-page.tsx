import { Button } from 'antd';
import { useId, useState } from 'react';
import { useAsked, useSending } from '../api';
import { ConfirmWithReason } from '../parts/confirm-with-reason';
import { Loaded } from '../parts/loaded';
import { ProblemAlert } from '../parts/problem-alert';
import { useSession } from '../session';
import { dayOf } from '../words.zh-CN';
import { RollUpFrame, useYear } from './roll-up-frame';

type Child = Readonly<{
  agencyId: string;
  name: string;
  from: 'own' | 'edition' | 'file' | 'ledger' | 'roll-up';
  standing: 'own' | 'filed' | 'returned' | 'missing';
  edition: number | null;
  submittedOn: string | null;
  returned: Readonly<{ on: string; reason: string }> | null;
  times: number;
  stale: boolean;
  errors: readonly string[];
}>;

const STANDINGS = { own: '本级', filed: '已报送', returned: '已退回', missing: '未报送' } as const;
const SOURCES = {
  own: '本级的台账',
  edition: '封账的报告',
  file: '收到的文件',
  ledger: '台账现在的数字',
  'roll-up': '它的下级之和',
} as const;

/** 下级报送情况: who has handed in, with what mistakes, and what to do about it. */
export function ChildrenPage() {
  const year = useYear();
  const { at } = useSession();
  const children = useAsked<readonly Child[]>(at(`reports/${String(year)}/children`));
  return (
    <RollUpFrame title="下级报送" lead="谁报了、何时、第几版、有没有错误；错的退回，写明理由。">
      <Loaded of={children}>
        {(rows, again) => (
          <>
            <ReceiveFile to={at(`reports/${String(year)}/children`)} done={again} />
            <Children rows={rows} year={year} again={again} />
          </>
        )}
      </Loaded>
    </RollUpFrame>
  );
}

type Rows = Readonly<{ rows: readonly Child[]; year: number; again: () => void }>;

function Children({ rows, year, again }: Rows) {
  const [meant, setMeant] = useState<Child>();
  const { send, sending, problem, clear } = useSending();
  const missing = rows.filter(({ standing }) => standing === 'missing' || standing === 'returned');
  const leave = (): void => {
    clear();
    setMeant(undefined);
  };
  const giveBack = async (reason: string): Promise<void> => {
    const to = `/v1/agencies/${encodeURIComponent(meant?.agencyId ?? '')}/reports/${String(year)}/return`;
    if ((await send(to, { reason })) === undefined) return;
    leave();
    again();
  };
  return (
    <section className="panel">
      <h2>
        应报 {rows.length - 1} 个，未报或退回 {missing.length} 个
      </h2>
      <div className="scroll" role="region" aria-label="下级报送情况" tabIndex={0}>
        <table className="plain-table">
          <thead>
            <tr>
              {['机关', '情况', '汇总用', '错误', '办理'].map((name) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((child) => (
              <tr key={child.agencyId}>
                <th scope="row">{child.name}</th>
                <td>{standingOf(child)}</td>
                <td>
                  {SOURCES[child.from]}
                  {child.stale && '，汇总以后有变化'}
                </td>
                <td>{child.errors.length === 0 ? '没有' : child.errors.join('、')}</td>
                <td>
                  {child.standing === 'filed' && (
                    <Button size="small" onClick={() => setMeant(child)}>
                      退回{child.name}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ConfirmWithReason
        open={meant !== undefined}
        title={`退回 ${meant?.name ?? ''}`}
        action="退回"
        label="错在哪里"
        sending={sending}
        problem={problem}
        done={(reason) => void giveBack(reason)}
        leave={leave}
      >
        <p>退回以后汇总不完整，等它改正以后重新报送；理由记入台账。</p>
      </ConfirmWithReason>
    </section>
  );
}

function standingOf({ standing, submittedOn, edition, times, returned }: Child): string {
  const words: string = STANDINGS[standing];
  if (standing === 'filed') {
    const which = edition === null ? '' : `，第 ${String(edition)} 版`;
    const often = times > 1 ? `，第 ${String(times)} 次报送` : '';
    return `${words}（${dayOf(submittedOn)}${which}${often}）`;
  }
  return standing === 'returned' && returned !== null
    ? `${words}（${dayOf(returned.on)}：${returned.reason}）`
    : words;
}

/** A child without this program sends a file; what it is, its bytes say. */
function ReceiveFile({ to, done }: Readonly<{ to: string; done: () => void }>) {
  const { send, sending, problem } = useSending<Readonly<{ unit: string; cells: number }>>();
  const [said, setSaid] = useState('');
  const id = useId();
  const receive = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const bytes = new Blob([await file.arrayBuffer()], { type: 'application/octet-stream' });
    const received = await send(to, bytes);
    if (received === undefined) return;
    setSaid(`收到 ${received.unit} 的报告，${String(received.cells)} 个单元格。`);
    done();
  };
  return (
    <section className="panel">
      <h2>收下级的报告文件</h2>
      <label className="field" htmlFor={id}>
        没有用本程序的下级：Word（.docx）、Excel（.xlsx）或者 JSON
      </label>
      <input
        id={id}
        type="file"
        accept=".docx,.xlsx,.json"
        disabled={sending}
        onChange={(event) => {
          void receive(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      {said !== '' && <p role="status">{said}</p>}
      <ProblemAlert problem={problem} />
    </section>
  );
}
