import { useState } from 'react';
import { useSession } from '../session';

const KEY = 'gongkai:own-name';

/**
 * The name of who works here: that of the account, or on a server without accounts what was typed
 * last. It is a member of staff's, not an applicant's, so it may stay on this machine.
 */
export function useOwnName(): readonly [string, ((name: string) => void) | undefined] {
  const { account } = useSession();
  const [typed, setTyped] = useState(() => localStorage.getItem(KEY) ?? '');
  if (account !== null) return [account.name, undefined];
  const keep = (name: string): void => {
    localStorage.setItem(KEY, name);
    setTyped(name);
  };
  return [typed, keep];
}
