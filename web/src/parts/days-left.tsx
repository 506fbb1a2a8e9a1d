import type { BoardList } from '../words.zh-CN';

export type Left = Readonly<{
  list: BoardList | null;
  /** Below zero, the working days that have passed since. Null while the period rests. */
  workingDaysLeft: number | null;
  provisional?: boolean;
  status?: string;
}>;

/** What is left of the period: a sign and words, so that the colour never stands alone. */
export function DaysLeft({ list, workingDaysLeft, provisional = false, status }: Left) {
  const { tone, sign, words } = said(list, workingDaysLeft, status);
  return (
    <span className={`days-left ${tone}`}>
      <span aria-hidden="true">{sign}</span> {words}
      {provisional && '（待节假日安排公布）'}
    </span>
  );
}

function said(list: BoardList | null, left: number | null, status?: string) {
  if (status === 'awaiting-confirmation') return { tone: 'quiet', sign: '–', words: '尚未起算' };
  if (list === null) return { tone: 'quiet', sign: '–', words: '已办结' };
  if (left === null) {
    return list === 'paused'
      ? { tone: 'paused', sign: '‖', words: '暂停' }
      : { tone: 'quiet', sign: '–', words: '没有法定期限' };
  }
  const days = String(Math.abs(left));
  if (list === 'answered-late')
    return { tone: 'late', sign: '✕', words: `晚 ${days} 个工作日办结` };
  if (list === 'overdue') return { tone: 'late', sign: '✕', words: `已逾期 ${days} 个工作日` };
  if (left === 0) return { tone: 'soon', sign: '▲', words: '今天到期' };
  if (list === 'due-soon') return { tone: 'soon', sign: '▲', words: `还有 ${days} 个工作日` };
  return { tone: 'running', sign: '●', words: `还有 ${days} 个工作日` };
}
