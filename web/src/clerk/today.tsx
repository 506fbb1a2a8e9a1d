import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useAsked } from '../api';
import { FigureLink } from '../parts/figure-link';
import { Loaded } from '../parts/loaded';
import { PageHead } from '../parts/page-head';
import { Rows, type Column } from '../parts/rows';
import { useSession } from '../session';
import { dayOf } from '../words.zh-CN';
import type { TodayAnswer, WaitingRow } from './answers';
import { WORK_COLUMNS } from './work-columns';

const WAITS: Readonly<Record<string, string>> = {
  supplement: '申请人补正',
  opinion: '对方的意见',
  reasons: '申请人说明理由',
  payment: '申请人缴费',
};

const WAITING_COLUMNS: readonly Column<WaitingRow>[] = [
  ...WORK_COLUMNS.slice(0, 3),
  { name: '等待', cell: ({ waitsFor }) => WAITS[waitsFor ?? ''] ?? '—' },
  { name: '对方的期限', cell: ({ until }) => dayOf(until) },
  ...WORK_COLUMNS.slice(5),
];

/** What one opens in the morning. */
export function Today() {
  const { at } = useSession();
  const asked = useAsked<TodayAnswer>(at('today'));
  const go = useNavigate();
  return (
    <>
      <PageHead
        title="今日"
        lead={asked.answer && `${dayOf(asked.answer.today)}，到期的、新收的、等待他人的`}
        actions={
          <Button type="primary" onClick={() => void go('/requests/new')}>
            登记申请
          </Button>
        }
      />
      <Loaded of={asked}>{(answer) => <Lists {...answer} />}</Loaded>
    </>
  );
}

function Lists({ due, cameIn, waiting, toServe }: TodayAnswer) {
  const open = '/requests?scope=agency';
  return (
    <>
      <List title="到期和即将到期" list={due} to={open} none="五个工作日以内没有到期的。" />
      <List title="待送达" list={toServe} to={`${open}&status=awaiting-service`} none="没有。" />
      <List title="新收、待分办" list={cameIn} to="/requests?scope=unassigned" none="没有。" />
      <section className="panel" aria-labelledby="waiting">
        <h2 id="waiting">
          等待他人 <FigureLink value={waiting.total} unit="件" of="等待他人" to={open} />
        </h2>
        <Rows
          caption="等待他人"
          columns={WAITING_COLUMNS}
          rows={waiting.rows}
          keyOf={({ number }) => number}
          none="没有。"
        />
      </section>
    </>
  );
}

type Given = Readonly<{ title: string; list: TodayAnswer['due']; to: string; none: string }>;

function List({ title, list, to, none }: Given) {
  return (
    <section className="panel" aria-label={title}>
      <h2>
        {title} <FigureLink value={list.total} unit="件" of={title} to={to} />
      </h2>
      <Rows
        caption={title}
        columns={WORK_COLUMNS}
        rows={list.rows}
        keyOf={({ number }) => number}
        none={none}
      />
      {list.total > list.rows.length && <Link to={to}>查看全部</Link>}
    </section>
  );
}
