import {
  BOARD_LISTS,
  type BoardList,
  type BoardRow,
  type DeadlineBoard,
  type Reminder,
  type ReminderKind,
} from '../requests/domain/deadline-board.js';

const BOARD_LIST_WORDS: Readonly<Record<BoardList, string>> = {
  overdue: '逾期未办',
  'due-soon': '即将逾期',
  running: '办理中',
  paused: '暂停计时',
  'answered-late': '逾期已办',
};

const REMINDER_WORDS: Readonly<Record<ReminderKind, string>> = {
  reply: '答复期限届满',
  redecision: '重新答复期限届满',
  internal: '内部办理期限届满',
  supplement: '补正期限届满',
  opinion: '征求意见期限届满',
  reasons: '说明理由期限届满',
  payment: '缴费期限届满',
};

export function reminderWords({ kind, number, provisional }: Reminder): string {
  const mark = provisional ? '（待节假日安排公布）' : '';
  return `${REMINDER_WORDS[kind]}：登记编号 ${number}${mark}`;
}

/** One request as a line: what is with it, and how long. */
function boardRowWords(row: BoardRow): string {
  const handler = row.handler ?? '未分办';
  const due = row.dueOn === null ? '' : `，期限 ${row.dueOn}${row.provisional ? '（待定）' : ''}`;
  return `${row.number}（${handler}）${due}${leftWords(row)}`;
}

function leftWords({ list, workingDaysLeft, closedOn }: BoardRow): string {
  if (workingDaysLeft === null) return list === 'paused' ? '，暂停' : '';
  const days = String(Math.abs(workingDaysLeft));
  if (list === 'answered-late') return `，${closedOn ?? ''} 办结，晚 ${days} 个工作日`;
  if (list === 'overdue') return `，已逾期 ${days} 个工作日`;
  return workingDaysLeft === 0 ? '，今天到期' : `，还有 ${days} 个工作日`;
}

/** The board as a text: a headline, and under each list its requests. */
export function boardWords(
  agency: string,
  { today, total, rows }: DeadlineBoard,
  lists: readonly BoardList[] = BOARD_LISTS,
): readonly string[] {
  const counts = lists.map((list) => `${BOARD_LIST_WORDS[list]} ${String(total[list])}`);
  return [
    `${agency} ${today}：${counts.join('，')}`,
    ...lists.flatMap((list) => {
      const named = rows.filter((row) => row.list === list);
      return named.length === 0
        ? []
        : [`【${BOARD_LIST_WORDS[list]}】`, ...named.map((row) => `  ${boardRowWords(row)}`)];
    }),
  ];
}
