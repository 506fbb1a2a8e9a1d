import { EVENT_NAMES } from './event-names.zh-CN.js';

/** What stands behind a figure, and before its number. */
export const SUBJECT_LABELS = {
  request: '登记编号',
  appeal: '案号',
  document: '文号',
  'monthly-count': '月份',
  'opening-balance': '期初',
  agency: '机关',
} as const;

type Move = Readonly<{
  position: string;
  type: keyof typeof EVENT_NAMES;
  kind: keyof typeof SUBJECT_LABELS;
  id: string;
  actor: string;
  recordedAt: string;
  before: number;
  after: number;
}>;

/** An event that moved a figure, in one line. */
export function moveWords(move: Move): string {
  const { position, type, kind, id, actor, recordedAt, before, after } = move;
  const what = kind === 'agency' ? '' : ` ${SUBJECT_LABELS[kind]} ${id}`;
  const when = `${actor} ${recordedAt} 记入`;
  return `第 ${position} 条 ${EVENT_NAMES[type]}${what}：${before} → ${after}（${when}）`;
}

/** 第几版 of a closed year. */
export function editionWords(edition: number): string {
  return edition === 1 ? '第 1 版' : `更正版，第 ${String(edition)} 版`;
}
