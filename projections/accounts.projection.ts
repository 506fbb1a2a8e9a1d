import {
  accountFacts,
  type AccountEvent,
  type AccountFacts,
} from '../src/access/domain/account.events.js';
import {
  signInFacts,
  type SignInEvent,
  type SignInFacts,
} from '../src/access/domain/sign-in.events.js';
import { rowKey, type Projection } from './projection.js';

/** 账户: one row each, without the names, which are sealed. */
export const accounts: Projection<AccountFacts, AccountEvent> = {
  name: 'accounts',
  handles: {
    AccountOpened: true,
    AccountRolesChanged: true,
    AccountDisabled: true,
    AccountEnabled: true,
    PasswordReset: true,
    PasswordChanged: true,
    SecondFactorEnrolled: true,
    SecondFactorRemoved: true,
  },
  keyOf: ({ data }) => rowKey(data.agencyId, data.accountId),
  evolve: accountFacts,
};

/** 登录和越权: one row for each account, and one for names that nobody has. */
export const signIns: Projection<SignInFacts, SignInEvent> = {
  name: 'sign-ins',
  handles: { SignedIn: true, SignedOut: true, SignInFailed: true, AccessDenied: true },
  keyOf: ({ data }) => rowKey(data.agencyId, data.accountId ?? ''),
  evolve: signInFacts,
};
