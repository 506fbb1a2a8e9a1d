import { HANDLING_STEPS } from './handling.facts.js';

/** The steps of a request that can be voided; a voided decision takes its service along. */
export const REQUEST_STEPS = [
  'registration', // 申请登记
  'decision', // 答复
  'service', // 送达
  'withdrawal', // 撤回
  'merger', // 并案
  ...HANDLING_STEPS,
  'redecision', // 最近一次重新答复，连同责令
  'publication', // 转为主动公开
  'archiving', // 归档
] as const;
export type RequestStep = (typeof REQUEST_STEPS)[number];
