import type { Refusal } from '../../kernel/decider.js';

/** Refused at the door, before anything is decided. */
export type AccessRefusal = Refusal<
  'access/not-signed-in' | 'access/not-allowed' | 'access/sign-in-failed' | 'access/too-many'
>;

const IDENTITY = '台账规则：登录须证明本人（GB/T 22239—2019）';
const GRANTED = '台账规则：按角色和机关授权，越权的留下记录（GB/T 22239—2019）';
export const SPARING = '台账规则：限制猜测密码和占用程序的次数（GB/T 22239—2019）';

/** Everything that is refused at the door; the edges have the words. */
export const ACCESS_REFUSALS = {
  'access/not-signed-in': { refused: 'access/not-signed-in', basis: IDENTITY },
  'access/not-allowed': { refused: 'access/not-allowed', basis: GRANTED },
  'access/sign-in-failed': { refused: 'access/sign-in-failed', basis: IDENTITY },
} as const satisfies Partial<Record<AccessRefusal['refused'], AccessRefusal>>;
