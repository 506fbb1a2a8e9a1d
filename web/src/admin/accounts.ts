import { useAsked, type Asked } from '../api';
import type { Role } from '../labels.zh-CN';
import { today } from '../parts/fields';

/** One account, as 三员 see it. */
export type AccountState = Readonly<{
  accountId: string;
  name: string | null;
  loginName: string | null;
  agencyId: string;
  agencyName: string;
  roles: readonly Role[];
  disabled: boolean;
  secondFactor: boolean;
  passwordDue: boolean;
  lastSignInOn: string | null;
  failures: number;
  denials: number;
}>;

export function useAccounts(): Asked<readonly AccountState[]> {
  return useAsked<readonly AccountState[]>('/v1/accounts');
}

/** Accounts of people who have left are found by this. */
const UNUSED_DAYS = 90;

/** 已停用、长期未用……, the gravest first; none where nothing is to be said. */
export function remarksOn(account: AccountState): readonly string[] {
  const { disabled, lastSignInOn, passwordDue, roles } = account;
  if (disabled) return ['已停用'];
  return [
    ...(roles.length === 0 ? ['没有角色'] : []),
    ...(lastSignInOn === null ? ['从未登录'] : isUnused(lastSignInOn) ? ['90 天以上没有登录'] : []),
    ...(passwordDue ? ['密码待本人修改'] : []),
  ];
}

function isUnused(lastSignInOn: string): boolean {
  return Date.parse(today()) - Date.parse(lastSignInOn) > UNUSED_DAYS * 86_400_000;
}
