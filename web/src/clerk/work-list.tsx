import { Button, Input, Pagination } from 'antd';
import { useState, type SyntheticEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useAsked } from '../api';
import { STATUS_WORDS } from '../labels.zh-CN';
import { Loaded } from '../parts/loaded';
import { PageHead } from '../parts/page-head';
import { Rows } from '../parts/rows';
import { useSession } from '../session';
import type { WorkList as Answer } from './answers';
import { WORK_COLUMNS } from './work-columns';

const SCOPES = { mine: '我的', agency: '本机关', unassigned: '待分办', closed: '已办结' } as const;
const PAGE = 50;

/** 工作台账. What is looked for stands in the address, so that it can be kept and sent. */
export function WorkList() {
  const [params, setParams] = useSearchParams({ scope: 'agency' });
  const { at, may, name } = useSession();
  const go = useNavigate();
  const scope = params.get('scope') ?? 'agency';
  const asked = new URLSearchParams(params);
  if (scope === 'mine') asked.set('handler', name);
  const answer = useAsked<Answer>(at(`work-list?${asked.toString()}`));
  const change = (some: Readonly<Record<string, string>>): void => {
    const next = new URLSearchParams(params);
    next.delete('page');
    for (const [name, value] of Object.entries(some)) {
      if (value === '') next.delete(name);
      else next.set(name, value);
    }
    setParams(next);
  };
  return (
    <>
      <PageHead
        title="工作台账"
        actions={
          may('requests.handle') && (
            <Button type="primary" onClick={() => void go('/requests/new')}>
              登记申请
            </Button>
          )
        }
      />
      <Scopes scope={scope} change={change} />
      <Filters key={params.toString()} params={params} change={change} />
      <Loaded of={answer}>
        {({ rows, total, page }) => (
          <>
            <p role="status">
              共 {total} 件{total > PAGE && `，第 ${page} 页`}
            </p>
            <Rows
              caption="工作台账"
              columns={WORK_COLUMNS}
              rows={rows}
              keyOf={({ number }) => number}
              none="没有符合条件的申请。"
            />
            <Pagination
              className="pages no-print"
              current={page}
              total={total}
              pageSize={PAGE}
              showSizeChanger={false}
              hideOnSinglePage
              onChange={(next) => change({ page: String(next) })}
            />
          </>
        )}
      </Loaded>
    </>
  );
}

type ScopesGiven = Readonly<{ scope: string; change: Given['change'] }>;

function Scopes({ scope, change }: ScopesGiven) {
  return (
    <div className="scopes" role="group" aria-label="范围">
      {Object.entries(SCOPES).map(([value, label]) => (
        <Button
          key={value}
          type={value === scope ? 'primary' : 'default'}
          aria-pressed={value === scope}
          onClick={() => change({ scope: value })}
        >
          {label}
        </Button>
      ))}
    </div>
  );
}

type Given = Readonly<{
  params: URLSearchParams;
  change: (some: Readonly<Record<string, string>>) => void;
}>;

function Filters({ params, change }: Given) {
  const [text, setText] = useState(params.get('text') ?? '');
  const day = (name: string, label: string) => (
    <label>
      {label}
      <Input
        type="date"
        defaultValue={params.get(name) ?? ''}
        onBlur={({ target }) => {
          if (target.value !== (params.get(name) ?? '')) change({ [name]: target.value });
        }}
      />
    </label>
  );
  const search = (event: SyntheticEvent): void => {
    event.preventDefault();
    change({ text: text.trim() });
  };
  return (
    <form className="filters no-print" role="search" aria-label="工作台账" onSubmit={search}>
      <label>
        编号、文号、承办人
        <Input value={text} onChange={({ target }) => setText(target.value)} />
      </label>
      <label>
        状态
        <select
          className="select"
          value={params.get('status') ?? ''}
          onChange={({ target }) => change({ status: target.value })}
        >
          <option value="">全部</option>
          {Object.entries(STATUS_WORDS).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {day('dueFrom', '期限自')}
      {day('dueTo', '期限至')}
      <Button htmlType="submit">查找</Button>
    </form>
  );
}
