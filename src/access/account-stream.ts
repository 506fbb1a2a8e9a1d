import type { LocalDate } from '../kernel/local-date.js';

/** One stream per account, so that the names of one person can be erased alone. */
export function accountStream({ accountId }: Readonly<{ accountId: string }>): string {
  return `account-${accountId}`;
}

/** One stream per account and day; one for the day's guesses at names that nobody has. */
export function signInStream(accountId: string | null, day: LocalDate): string {
  return `sign-ins-${accountId ?? 'unknown'}-${day}`;
}
