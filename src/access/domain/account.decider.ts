import { unreachable, type Command, type Decider, type Refusal } from '../../kernel/decider.js';
import {
  accountFacts,
  ADMIN_ROLES,
  isAdminRole,
  type AccountEvent,
  type AccountFacts,
  type AccountKey,
  type AdminRole,
  type Role,
} from './account.events.js';

/** 开通账户. Without roles it may be signed in to and nothing more, until somebody grants some. */
export type OpenAccount = Command<
  'OpenAccount',
  AccountKey & { roles: readonly Role[] },
  { name: string; loginName: string }
>;

/** 变更角色: all that are held from now on. */
export type ChangeRoles = Command<'ChangeRoles', AccountKey & { roles: readonly Role[] }>;

/** 停用、启用账户，重置、修改密码，绑定、解除动态口令. */
export type ChangeAccount = Command<
  | 'DisableAccount'
  | 'EnableAccount'
  | 'ResetPassword'
  | 'ChangePassword'
  | 'EnrolSecondFactor'
  | 'RemoveSecondFactor',
  AccountKey
>;

export type AccountCommand = OpenAccount | ChangeRoles | ChangeAccount;

export type AccountRefusal = Refusal<
  | 'account/name-missing'
  | 'account/login-name-unusable'
  | 'account/login-name-taken'
  | 'account/roles-exclusive'
  | 'account/already-opened'
  | 'account/not-opened'
  | 'account/disabled'
  | 'account/own-account'
  | 'account/last-of-three'
  | 'account/second-factor-missing'
>;

/** What is true beside the account that is decided upon. */
export type Around = Readonly<{
  /** Every other account. */
  others: readonly AccountFacts[];
  /** Whether another account has the login name already. */
  loginNameTaken: boolean;
  /** The account that decides; null for whoever sits at the machine itself. */
  decidedBy: string | null;
}>;

type Outcome = readonly AccountEvent[] | AccountRefusal;

const LEDGER_RULE = '台账规则：账户由本人使用，停用而不删除';
const THREE = '台账规则：系统、安全、审计管理员相互独立，不兼任业务角色（GB/T 22239—2019）';

/** What is said of an account that no event names. */
export const NOT_OPENED = { refused: 'account/not-opened', basis: LEDGER_RULE } as const;

/** Beginning with a letter or a digit; no blanks, and nothing that looks like another name. */
const LOGIN_NAME = /^[a-z0-9][a-z0-9._-]{1,31}$/;

/** As people type it: the width and the size of letters make no other name. */
export function loginNameOf(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}

export function accountDecider(
  around: Around,
): Decider<AccountFacts | null, AccountCommand, AccountEvent, AccountRefusal> {
  return {
    initialState: null,
    evolve: accountFacts,
    decide: (command, facts) => {
      if (command.type === 'OpenAccount') return open(command, facts, around);
      if (facts === null) return NOT_OPENED;
      if (command.type === 'ChangeRoles') return changeRoles(command, facts, around);
      return change(command, facts, around);
    },
  };
}

function open(
  { data, sealed, today }: OpenAccount,
  facts: AccountFacts | null,
  { loginNameTaken }: Around,
): Outcome {
  if (facts !== null) return { refused: 'account/already-opened', basis: LEDGER_RULE };
  if (sealed === undefined || sealed.name.trim() === '') {
    return { refused: 'account/name-missing', basis: LEDGER_RULE };
  }
  if (!LOGIN_NAME.test(sealed.loginName)) {
    return { refused: 'account/login-name-unusable', basis: LEDGER_RULE };
  }
  if (loginNameTaken) return { refused: 'account/login-name-taken', basis: LEDGER_RULE };
  const roles = inOrder(data.roles);
  return (
    mixed(roles) ?? [{ type: 'AccountOpened', occurredOn: today, data: { ...data, roles }, sealed }]
  );
}

function changeRoles({ data, today }: ChangeRoles, facts: AccountFacts, around: Around): Outcome {
  const roles = inOrder(data.roles);
  if (roles.join() === facts.roles.join()) return [];
  const refused =
    ownAccount(facts, around) ?? mixed(roles) ?? lastOfThree(facts, roles, around.others);
  if (refused !== null) return refused;
  return [{ type: 'AccountRolesChanged', occurredOn: today, data: { ...data, roles } }];
}

function change(
  { type, data, today: occurredOn }: ChangeAccount,
  facts: AccountFacts,
  around: Around,
): Outcome {
  switch (type) {
    case 'DisableAccount':
      if (facts.disabled) return [];
      return (
        ownAccount(facts, around) ??
        lastOfThree(facts, [], around.others) ?? [{ type: 'AccountDisabled', occurredOn, data }]
      );
    case 'EnableAccount':
      return facts.disabled ? [{ type: 'AccountEnabled', occurredOn, data }] : [];
    case 'ResetPassword':
      return ownAccount(facts, around) ?? [{ type: 'PasswordReset', occurredOn, data }];
    case 'ChangePassword':
      return inUse(facts) ?? [{ type: 'PasswordChanged', occurredOn, data }];
    case 'EnrolSecondFactor':
      return inUse(facts) ?? [{ type: 'SecondFactorEnrolled', occurredOn, data }];
    case 'RemoveSecondFactor':
      if (!facts.secondFactor) {
        return { refused: 'account/second-factor-missing', basis: LEDGER_RULE };
      }
      return [{ type: 'SecondFactorRemoved', occurredOn, data }];
    default:
      return unreachable(type);
  }
}

function inUse({ disabled }: AccountFacts): AccountRefusal | null {
  return disabled ? { refused: 'account/disabled', basis: LEDGER_RULE } : null;
}

/** Nobody grants himself anything, and nobody locks himself out. */
function ownAccount({ accountId }: AccountFacts, { decidedBy }: Around): AccountRefusal | null {
  return accountId === decidedBy ? { refused: 'account/own-account', basis: THREE } : null;
}

/** One of 三员 is that alone. */
function mixed(roles: readonly Role[]): AccountRefusal | null {
  if (roles.length <= 1 || !roles.some(isAdminRole)) return null;
  return { refused: 'account/roles-exclusive', basis: THREE };
}

/** Without one of 三员 in office nobody could grant, run or audit any more. */
function lastOfThree(
  { roles: before, disabled }: AccountFacts,
  after: readonly Role[],
  others: readonly AccountFacts[],
): AccountRefusal | null {
  const lost = before.filter((role) => isAdminRole(role) && !after.includes(role));
  const left = inOffice(others);
  if (disabled || lost.every((role) => left.has(role as AdminRole))) return null;
  return { refused: 'account/last-of-three', basis: THREE };
}

/** Which of 三员 somebody holds who may sign in. */
export function inOffice(accounts: readonly AccountFacts[]): ReadonlySet<AdminRole> {
  const held = accounts.filter(({ disabled }) => !disabled).flatMap(({ roles }) => roles);
  return new Set(ADMIN_ROLES.filter((role) => held.includes(role)));
}

/** Each once and in the order of the list, so that the same roles are the same words. */
function inOrder(roles: readonly Role[]): readonly Role[] {
  return [...new Set(roles)].sort();
}
