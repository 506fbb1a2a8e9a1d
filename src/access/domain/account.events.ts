import { CorruptStream, unreachable, type Event } from '../../kernel/decider.js';

/** What people do with requests and reports. */
export const BUSINESS_ROLES = [
  /** 经办人. */
  'handler',
  /** 审核人. */
  'reviewer',
  /** 负责人. */
  'leader',
  /** 统计. */
  'statistics',
  /** 审计: reads everything of its agency and changes nothing. */
  'auditor',
] as const;

/** 三员: who runs the program, who grants, and who looks at both (GB/T 22239—2019, 8.1.5). */
export const ADMIN_ROLES = ['system-admin', 'security-admin', 'audit-admin'] as const;

export const ROLES = [...BUSINESS_ROLES, ...ADMIN_ROLES] as const;
export type Role = (typeof ROLES)[number];
export type AdminRole = (typeof ADMIN_ROLES)[number];

export const isAdminRole = (role: Role): role is AdminRole =>
  (ADMIN_ROLES as readonly Role[]).includes(role);

/** Which account of which agency. */
export type AccountKey = Readonly<{ agencyId: string; accountId: string }>;

/** 开通账户; `occurredOn` is that day, as it is for all events here. */
export type AccountOpened = Event<
  'AccountOpened',
  AccountKey & { roles: readonly Role[] },
  { name: string; loginName: string }
>;

/** 角色已变更: all roles held from now on. */
export type AccountRolesChanged = Event<
  'AccountRolesChanged',
  AccountKey & { roles: readonly Role[] }
>;

/** 停用: nobody signs in with it any more. */
export type AccountDisabled = Event<'AccountDisabled', AccountKey>;

/** 重新启用. */
export type AccountEnabled = Event<'AccountEnabled', AccountKey>;

/** 密码已重置 by somebody else than its owner. */
export type PasswordReset = Event<'PasswordReset', AccountKey>;

/** 密码已修改 by its owner. */
export type PasswordChanged = Event<'PasswordChanged', AccountKey>;

/** 动态口令已绑定: a second factor is asked for from now on. */
export type SecondFactorEnrolled = Event<'SecondFactorEnrolled', AccountKey>;

/** 动态口令已解除. */
export type SecondFactorRemoved = Event<'SecondFactorRemoved', AccountKey>;

export type AccountEvent =
  | AccountOpened
  | AccountRolesChanged
  | AccountDisabled
  | AccountEnabled
  | PasswordReset
  | PasswordChanged
  | SecondFactorEnrolled
  | SecondFactorRemoved;

/** What the events say of one account. Its names are sealed and stand in none of this. */
export type AccountFacts = AccountKey &
  Readonly<{ roles: readonly Role[]; disabled: boolean; secondFactor: boolean }>;

export function accountFacts(facts: AccountFacts | null, event: AccountEvent): AccountFacts {
  const { accountId } = event.data;
  if (event.type === 'AccountOpened') {
    if (facts !== null) throw new CorruptStream(`account ${accountId} opened twice`);
    return { ...event.data, disabled: false, secondFactor: false };
  }
  if (facts === null) {
    throw new CorruptStream(`account ${accountId}: ${event.type} before it was opened`);
  }
  switch (event.type) {
    case 'AccountRolesChanged':
      return { ...facts, roles: event.data.roles };
    case 'AccountDisabled':
      return { ...facts, disabled: true };
    case 'AccountEnabled':
      return { ...facts, disabled: false };
    case 'SecondFactorEnrolled':
      return { ...facts, secondFactor: true };
    case 'SecondFactorRemoved':
      return { ...facts, secondFactor: false };
    case 'PasswordReset':
    case 'PasswordChanged':
      return facts;
    default:
      return unreachable(event);
  }
}
