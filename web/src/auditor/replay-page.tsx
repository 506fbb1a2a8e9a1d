import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { useAsked } from '../api';
import { Loaded } from '../parts/loaded';
import { PageHead } from '../parts/page-head';
import { reportYear } from '../report/report';
import { useSession } from '../session';

type Move = Readonly<{ position: string; words: string; kind: string; id: string }>;
type Changed = Readonly<{
  year: number;
  cell: string;
  words: string;
  before: number;
  after: number;
  events: readonly Move[];
}>;
type Diff = Readonly<{ from: string; to: string; cells: readonly Changed[] }>;

const FIELDS = [
  ['year', '年度'],
  ['from', '较早：第几条，或者 closed（封账时）、filed（报送时）'],
  ['to', '较晚：第几条，或者 now（现在）'],
] as const;
type Wanted = Readonly<Record<(typeof FIELDS)[number][0], string>>;

/** 重放: which figures differ between two places of the ledger, and the facts behind each. */
export function ReplayPage() {
  const { at } = useSession();
  const [typed, setTyped] = useState<Wanted>({ year: String(reportYear()), from: '0', to: 'now' });
  const [wanted, setWanted] = useState<Wanted>();
  const id = useId();
  const query = wanted === undefined ? null : new URLSearchParams(wanted).toString();
  const diff = useAsked<Diff>(query === null ? null : at(`figures-diff?${query}`));
  return (
    <>
      <PageHead
        title="两时比较"
        lead="台账在两个位置上的数字有什么不同，每个不同背后是哪些事实。"
      />
      <form
        className="panel"
        onSubmit={(event) => {
          event.preventDefault();
          setWanted(typed);
        }}
      >
        {FIELDS.map(([name, label]) => (
          <div key={name}>
            <label className="field" htmlFor={`${id}-${name}`}>
              {label}
            </label>
            <Input
              id={`${id}-${name}`}
              value={typed[name]}
              onChange={(event) => setTyped({ ...typed, [name]: event.target.value.trim() })}
            />
          </div>
        ))}
        <p className="actions">
          <Button type="primary" htmlType="submit">
            比较
          </Button>
        </p>
      </form>
      {wanted !== undefined && (
        <section className="panel" aria-label="比较的结果">
          <Loaded of={diff}>{(found) => <Found found={found} />}</Loaded>
        </section>
      )}
    </>
  );
}

function Found({ found: { from, to, cells } }: Readonly<{ found: Diff }>) {
  return (
    <>
      <p role="status">
        第 {from} 条和第 {to} 条之间，
        {cells.length === 0 ? '没有数字变化' : `变了 ${String(cells.length)} 个数字`}。
      </p>
      {cells.length > 0 && (
        <div className="scroll" role="region" aria-label="变了的数字" tabIndex={0}>
          <table className="plain-table">
            <thead>
              <tr>
                {['数字', '较早', '较晚', '事实'].map((name) => (
                  <th scope="col" key={name}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {cells.map(({ cell, words, before, after, events }) => (
                <tr key={cell}>
                  <th scope="row">{words}</th>
                  <td>{before}</td>
                  <td>{after}</td>
                  <td>
                    {events.slice(0, 5).map(({ position, words: what, kind, id }) => (
                      <div key={position}>
                        第 {position} 条 {what}{' '}
                        <Link to={`/facts/${kind}/${encodeURIComponent(id)}`}>{id}</Link>
                      </div>
                    ))}
                    {events.length > 5 && `等 ${String(events.length)} 条`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
