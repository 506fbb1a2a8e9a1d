const ACCOUNT = 'account:';

/** How events name who did it over HTTP. */
export function actorOf(accountId: string): string {
  return ACCOUNT + accountId;
}

/** The account that an event names; null when it was done at the machine itself. */
export function accountOf(actor: string): string | null {
  return actor.startsWith(ACCOUNT) ? actor.slice(ACCOUNT.length) : null;
}
