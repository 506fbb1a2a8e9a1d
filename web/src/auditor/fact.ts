import { useAsked } from '../api';
import { useSession } from '../session';

/** One fact of the ledger, without what it says. */
export type Fact = Readonly<{
  position: string;
  eventId: string;
  words: string;
  occurredOn: string;
  recordedAt: string;
  actor: string;
  stream: string;
  hash: string;
}>;

type Colleague = Readonly<{ actor: string; name: string | null }>;

/** Who an actor is, by name where the account is known. */
export function useWho(): (actor: string) => string {
  const { at } = useSession();
  const { answer } = useAsked<readonly Colleague[]>(at('colleagues'));
  const names = new Map((answer ?? []).map(({ actor, name }) => [actor, name]));
  return (actor) => names.get(actor) ?? actor;
}
