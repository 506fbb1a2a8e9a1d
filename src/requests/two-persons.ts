import type { Ledger } from '../ledger/ledger.js';

/**
 * Whether the account that did the last `type` of a stream is the one that acts now. Two names are
 * two persons only as far as people sign truly; one account is one person whatever it signs. At the
 * machine itself there are no accounts, and the names are all there is.
 */
export async function isSameAccount(
  ledger: Ledger,
  stream: string,
  type: string,
  actor: string,
): Promise<boolean> {
  let before: string | null = null;
  for await (const event of ledger.readStream(stream)) {
    if (event.type === type) before = event.actor;
  }
  return actor.startsWith('account:') && before === actor;
}
