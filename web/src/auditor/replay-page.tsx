import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useAsked } from '../api';
import { Loaded } from '../parts/loaded';
import { PageHead } from '../parts/page-head';
import { reportYear, reportYears } from '../report/report';
import { useSession } from '../session';
import { momentOf } from '../words.zh-CN';
import type { Fact } from './fact';
import { PlaceInput } from './place-input';

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

/** What is compared most: what was published with what is known now. */
const PAIRS = [
  { from: 'closed', to: 'now', label: '封账时和现在' },
  { from: 'filed', to: 'now', label: '报送时和现在' },
] as const;

/** 重放: which figures differ between two places of the ledger, and the facts behind each. */
export function ReplayPage() {
  const { at } = useSession();
  const [year, setYear] = useState(reportYear());
  const [pair, setPair] = useState<Readonly<{ from: string; to: string }>>();
  const state = useAsked<Readonly<{ head: string }>>('/v1/ledger');
  const query = pair && new URLSearchParams({ year: String(year), ...pair }).toString();
  const diff = useAsked<Diff>(query === undefined ? null : at(`figures-diff?${query}`));
  return (
    <>
      <PageHead
        title="两时比较"
        lead="台账在两个位置上的数字有什么不同，每个不同背后是哪些事实。"
      />
      <section className="panel" aria-label="比较什么">
        <label>
          年度
          <select
            className="select short"
            value={year}
            onChange={({ target }) => setYear(Number(target.value))}
          >
            {reportYears().map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <p className="actions">
          {PAIRS.map(({ label, ...wanted }) => (
            <Button key={label} onClick={() => setPair(wanted)}>
              {label}
            </Button>
          ))}
        </p>
        <Loaded of={state}>{({ head }) => <Places head={Number(head)} compare={setPair} />}</Loaded>
      </section>
      {pair !== undefined && (
        <section className="panel" aria-label="比较的结果">
          <Loaded of={diff}>{(found) => <Found found={found} />}</Loaded>
        </section>
      )}
    </>
  );
}

type PlacesGiven = Readonly<{
  head: number;
  compare: (pair: Readonly<{ from: string; to: string }>) => void;
}>;

/** Two places, slid to; what is known of each is when it was recorded. */
function Places({ head, compare }: PlacesGiven) {
  const [from, setFrom] = useState(0);
  const [to, setTo] = useState(head);
  return (
    <>
      <PlaceInput label="较早，第几条" value={from} max={head} change={setFrom} />
      <When place={from} />
      <PlaceInput label="较晚，第几条" value={to} max={head} change={setTo} />
      <When place={to} />
      <p className="actions">
        <Button
          type="primary"
          onClick={() =>
            compare({ from: String(Math.min(from, to)), to: String(Math.max(from, to)) })
          }
        >
          比较这两条
        </Button>
      </p>
    </>
  );
}

function When({ place }: Readonly<{ place: number }>) {
  const { at } = useSession();
  const page = useAsked<Readonly<{ events: readonly Fact[] }>>(
    place === 0 ? null : at(`ledger?after=${String(place - 1)}`),
  );
  const [fact] = page.answer?.events ?? [];
  if (place === 0) return <p className="help">台账还是空的时候</p>;
  if (fact === undefined) return <p className="help">…</p>;
  return (
    <p className="help">
      {momentOf(fact.recordedAt)}，{fact.words}
    </p>
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
