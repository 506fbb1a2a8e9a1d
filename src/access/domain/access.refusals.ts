import type { Refusal } from '../../kernel/decider.js';

/** Refused at the door, before anything is decided. */
export type AccessRefusal = Refusal<
  | 'access/not-signed-in'
  | 'access/not-allowed'
  | 'access/sign-in-failed'
  | 'access/too-many'
  | 'access/second-factor-needed'
  | 'access/second-factor-wrong'
  | 'access/password-wrong'
  | 'access/password-due'
  | 'access/second-factor-due'
  | 'access/no-such-session'
  | 'access/first-run-over'
  | 'access/first-run-secret-wrong'
  | 'access/first-run-incomplete'
>;

const IDENTITY = '台账规则：登录须证明本人（GB/T 22239—2019）';
const GRANTED = '台账规则：按角色和机关授权，越权的留下记录（GB/T 22239—2019）';
export const SPARING = '台账规则：限制猜测密码和占用程序的次数（GB/T 22239—2019）';

const FIRST = '台账规则：出厂没有账户和密码，首次启用由看管电脑的人办理（GB/T 22239—2019）';

/** Everything that is refused at the door; the edges have the words. */
export const ACCESS_REFUSALS = {
  'access/not-signed-in': { refused: 'access/not-signed-in', basis: IDENTITY },
  'access/not-allowed': { refused: 'access/not-allowed', basis: GRANTED },
  'access/sign-in-failed': { refused: 'access/sign-in-failed', basis: IDENTITY },
  'access/second-factor-needed': { refused: 'access/second-factor-needed', basis: IDENTITY },
  'access/second-factor-wrong': { refused: 'access/second-factor-wrong', basis: IDENTITY },
  'access/password-wrong': { refused: 'access/password-wrong', basis: IDENTITY },
  'access/password-due': { refused: 'access/password-due', basis: IDENTITY },
  'access/second-factor-due': { refused: 'access/second-factor-due', basis: IDENTITY },
  'access/no-such-session': { refused: 'access/no-such-session', basis: GRANTED },
  'access/first-run-over': { refused: 'access/first-run-over', basis: FIRST },
  'access/first-run-secret-wrong': { refused: 'access/first-run-secret-wrong', basis: FIRST },
  'access/first-run-incomplete': { refused: 'access/first-run-incomplete', basis: FIRST },
} as const satisfies Partial<Record<AccessRefusal['refused'], AccessRefusal>>;
