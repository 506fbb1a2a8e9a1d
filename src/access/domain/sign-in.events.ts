import type { Event } from '../../kernel/decider.js';
import type { AccountKey } from './account.events.js';

/** 登录; `occurredOn` is that day, as it is for all events here. */
export type SignedIn = Event<'SignedIn', AccountKey & { device: 'known' | 'new' }>;

/** 退出. */
export type SignedOut = Event<'SignedOut', AccountKey>;

/** Why somebody was not let in. */
export type SignInFault = 'password' | 'second-factor' | 'disabled' | 'unknown-name';

/**
 * 登录失败. Of a name that nobody has nothing is kept: people type their passwords into the wrong
 * field.
 */
export type SignInFailed = Event<
  'SignInFailed',
  {
    /** Empty where nobody has the name. */
    agencyId: string;
    accountId: string | null;
    fault: SignInFault;
  }
>;

/** 越权被拒: somebody signed in asked for what the roles or the agency do not allow. */
export type AccessDenied = Event<
  'AccessDenied',
  AccountKey & {
    permission: string;
    /** Whether it was allowed, and only of another agency. */
    elsewhere: boolean;
  }
>;

export type SignInEvent = SignedIn | SignedOut | SignInFailed | AccessDenied;

/** What the events say of the doings of one account, or of names that nobody has. */
export type SignInFacts = Readonly<{
  accountId: string | null;
  signIns: number;
  failures: number;
  denials: number;
  /** The day of the last log-in. */
  lastOn: string | null;
}>;

export function signInFacts(facts: SignInFacts | null, event: SignInEvent): SignInFacts {
  const { accountId } = event.data;
  const before = facts ?? { accountId, signIns: 0, failures: 0, denials: 0, lastOn: null };
  switch (event.type) {
    case 'SignedIn':
      return { ...before, signIns: before.signIns + 1, lastOn: event.occurredOn };
    case 'SignInFailed':
      return { ...before, failures: before.failures + 1 };
    case 'AccessDenied':
      return { ...before, denials: before.denials + 1 };
    case 'SignedOut':
      return before;
  }
}
