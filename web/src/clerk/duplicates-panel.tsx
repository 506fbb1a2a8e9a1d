import { Link } from 'react-router';
import { useAsked } from '../api';
import { STATUS_WORDS } from '../labels.zh-CN';
import { Loaded } from '../parts/loaded';
import { Rows, type Column } from '../parts/rows';
import { dayOf } from '../words.zh-CN';
import type { LikelyDuplicate, Repeats } from './answers';
import { requestPath } from './work-columns';

const COLUMNS: readonly Column<LikelyDuplicate>[] = [
  { name: '登记编号', cell: ({ number }) => <Link to={requestPath(number)}>{number}</Link> },
  { name: '收到', cell: ({ receivedOn }) => dayOf(receivedOn) },
  { name: '状态', cell: ({ status }) => STATUS_WORDS[status] },
  {
    name: '为什么列出',
    cell: ({ similarity, sameDocument }) =>
      [
        '同一申请人',
        ...(similarity === null ? [] : [`所需信息 ${String(similarity)}% 相似`]),
        ...(sameDocument ? ['文号相同'] : []),
      ].join('，'),
  },
];

/** 疑似重复申请. A repeated application is answered under 第36条第（六）项; the clerk decides. */
export function DuplicatesPanel({ path }: Readonly<{ path: string }>) {
  const asked = useAsked<Repeats>(`${path}/duplicates`);
  return (
    <section className="panel" aria-label="疑似重复申请">
      <h2>疑似重复申请</h2>
      <Loaded of={asked}>
        {({ duplicates, duplicatesFound, counts }) => (
          <>
            {counts !== null && (
              <p>
                同一申请人本月 {counts.inMonth} 件，本年 {counts.inYear} 件
                {counts.fee.due > 0 && `；按件计应收信息处理费 ${String(counts.fee.due)} 元`}。
              </p>
            )}
            <Rows
              caption="疑似重复申请"
              columns={COLUMNS}
              rows={duplicates}
              keyOf={({ number }) => number}
              none="没有发现。"
            />
            {duplicatesFound > duplicates.length && (
              <p>共 {duplicatesFound} 件，只列出最可能的。</p>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}
