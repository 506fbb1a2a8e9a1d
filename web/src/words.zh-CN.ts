/** The lists of the board of deadlines, the most urgent first. */
export type BoardList = 'overdue' | 'due-soon' | 'running' | 'paused' | 'answered-late';

/** 2026年11月23日, of 2026-11-23. */
export function dayOf(date: string | null | undefined): string {
  const [year, month, day] = (date ?? '').split('-').map(Number);
  return day === undefined ? '—' : `${String(year)}年${String(month)}月${String(day)}日`;
}

const MOMENT = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'medium',
  timeStyle: 'short',
});

/** A moment on the clocks of the office, which are Beijing's wherever the browser stands. */
export function momentOf(instant: string): string {
  return MOMENT.format(new Date(instant));
}
