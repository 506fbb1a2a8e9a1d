import { Link, useParams } from 'react-router';
import { useAsked } from '../api';
import { Loaded } from '../parts/loaded';
import { cellNames } from '../report/layout';
import { useSession } from '../session';
import { ReportFrame, useYear } from './report-frame';

type Case = Readonly<{ kind: string; id: string; counts: number; events: string }>;

const KINDS: Readonly<Record<string, string>> = {
  request: '申请',
  appeal: '复议诉讼',
  document: '文件',
  count: '月度数量',
  agency: '机关',
};

/** 下钻: what one printed number counts. */
export function CellPage() {
  const year = useYear();
  const { cell = '' } = useParams();
  const { at } = useSession();
  const cases = useAsked<readonly Case[]>(at(`reports/${String(year)}/cells/${cell}`));
  const name = cellNames(year < 2021 ? '2019' : '2021').get(cell) ?? cell;
  return (
    <ReportFrame title="一个数字的明细" lead={name}>
      <section className="panel">
        <Loaded of={cases}>{(found) => <Cases found={found} />}</Loaded>
      </section>
    </ReportFrame>
  );
}

function Cases({ found }: Readonly<{ found: readonly Case[] }>) {
  const total = found.reduce((sum, { counts }) => sum + counts, 0);
  if (found.length === 0) return <p>这个数字是 0，背后没有案件。</p>;
  return (
    <>
      <p>
        共 {found.length} 条，计 {total}。
      </p>
      <ul className="cases">
        {found.map(({ kind, id, counts }) => (
          <li key={`${kind} ${id}`}>
            {KINDS[kind] ?? kind} <Link to={pathTo(kind, id)}>{id}</Link>
            {counts !== 1 && `（计 ${String(counts)}）`}
          </li>
        ))}
      </ul>
    </>
  );
}

/** A request has a page of its own; of everything else the facts are shown. */
function pathTo(kind: string, id: string): string {
  const named = encodeURIComponent(id);
  return kind === 'request' ? `/requests/${named}` : `/facts/${kind}/${named}`;
}
