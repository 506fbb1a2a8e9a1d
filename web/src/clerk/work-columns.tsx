import { Link } from 'react-router';
import { STATUS_WORDS } from '../labels.zh-CN';
import { DaysLeft } from '../parts/days-left';
import type { Column } from '../parts/rows';
import { dayOf } from '../words.zh-CN';
import type { WorkRow } from './answers';

/** The address of a request's own page. */
export function requestPath(number: string): string {
  return `/requests/${encodeURIComponent(number)}`;
}

/** How a request stands in a list, wherever it is listed. */
export const WORK_COLUMNS: readonly Column<WorkRow>[] = [
  { name: '登记编号', cell: ({ number }) => <Link to={requestPath(number)}>{number}</Link> },
  {
    name: '状态',
    cell: ({ status, subject }) =>
      `${STATUS_WORDS[status]}${subject === 'record-correction' ? '（更正申请）' : ''}`,
  },
  { name: '剩余', cell: (row) => <DaysLeft {...row} /> },
  { name: '期限', cell: ({ dueOn }) => dayOf(dueOn) },
  {
    name: '收到',
    cell: ({ receivedOn, arrivedOn }) =>
      receivedOn === null ? `${dayOf(arrivedOn)}到达，待确认` : dayOf(receivedOn),
  },
  { name: '承办人', cell: ({ handler }) => handler ?? '未分办' },
];
