import type {
  AccountCommand,
  Around,
  OpenAccount,
} from '../../../src/access/domain/account.decider.js';
import type {
  AccountFacts,
  AccountOpened,
  Role,
} from '../../../src/access/domain/account.events.js';
import type { LocalDate } from '../../../src/kernel/local-date.js';

const TODAY = '2025-06-30' as LocalDate;
const KEY = { agencyId: 'jia', accountId: 'a1' };

/** Nobody else is there, and whoever decides sits at the machine. */
export const ALONE: Around = { others: [], loginNameTaken: false, decidedBy: null };

export function openAccount(
  changes: Partial<OpenAccount['data']> = {},
  names: Partial<NonNullable<OpenAccount['sealed']>> = {},
): OpenAccount {
  return {
    type: 'OpenAccount',
    data: { ...KEY, roles: ['handler'], ...changes },
    sealed: { name: '欧阳小明', loginName: 'ouyang', ...names },
    today: TODAY,
  };
}

export function changeRoles(...roles: readonly Role[]): AccountCommand {
  return { type: 'ChangeRoles', data: { ...KEY, roles }, today: TODAY };
}

export function change(
  type: Exclude<AccountCommand['type'], 'OpenAccount' | 'ChangeRoles'>,
): AccountCommand {
  return { type, data: KEY, today: TODAY };
}

export function accountOpened(...roles: readonly Role[]): AccountOpened {
  return { type: 'AccountOpened', occurredOn: TODAY, data: { ...KEY, roles } };
}

export function other(accountId: string, ...roles: readonly Role[]): AccountFacts {
  return { agencyId: 'jia', accountId, roles, disabled: false, secondFactor: false };
}
