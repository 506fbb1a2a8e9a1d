import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import type { Problem } from './api';
import { asProblem, del, get, LOGGED_OUT } from './api';
import type { Role } from './labels.zh-CN';

/** Who is logged in, as `GET /v1/session` says. */
export type Account = Readonly<{
  accountId: string;
  /** Null where it was erased. */
  name: string | null;
  loginName: string | null;
  agencyId: string;
  agencyName: string;
  roles: readonly Role[];
}>;

export type Agency = Readonly<{
  agencyId: string;
  name: string;
  shortName: string;
  level: 'department' | 'government';
}>;

type Known = Readonly<{ account: Account; permissions: readonly string[] }>;

export type Session = Readonly<{
  /** `password-due`: logged in with a password that somebody else knows. */
  state: 'asking' | 'first-run' | 'out' | 'password-due' | 'in';
  account: Account | null;
  /** The name of who works here, as it is signed with. */
  name: string;
  /** Whether the server's matrix allows it. The server enforces it; the page only hides. */
  may: (permission: string) => boolean;
  agencies: readonly Agency[];
  agency: Agency | undefined;
  choose: (agencyId: string) => void;
  /** The address of something of the chosen agency: `at('requests')`. */
  at: (path: string) => string;
  /** Why the server could not say who this is. */
  problem: Problem | undefined;
  refresh: () => Promise<void>;
  logOut: () => Promise<void>;
}>;

const CHOSEN = 'gongkai:agency';
const Context = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(Context);
  if (session === null) throw new Error('outside of the session');
  return session;
}

export function SessionProvider({ children }: Readonly<{ children: ReactNode }>) {
  const [state, setState] = useState<Session['state']>('asking');
  const [known, setKnown] = useState<Known>();
  const [agencies, setAgencies] = useState<readonly Agency[]>([]);
  const [chosen, setChosen] = useState(() => localStorage.getItem(CHOSEN));
  const [problem, setProblem] = useState<Problem>();

  const refresh = useCallback(async () => {
    try {
      const found = await whoIsThere();
      if (typeof found === 'string') {
        setState(found);
        return;
      }
      setKnown(found);
      setProblem(undefined);
      // Who has no role yet has an account of his own to mind, and no agency.
      const reads = found.permissions.includes('agencies.read');
      setAgencies(reads ? await get<readonly Agency[]>('/v1/agencies') : []);
      setState('in');
    } catch (error) {
      const why = asProblem(error);
      if (why.code === 'access/password-due') {
        setState('password-due');
        return;
      }
      setProblem(why);
      setState('out');
    }
  }, []);

  useEffect(() => {
    void refresh();
    const leave = (): void =>
      setState((before) => (before === 'asking' || before === 'first-run' ? before : 'out'));
    window.addEventListener(LOGGED_OUT, leave);
    return () => window.removeEventListener(LOGGED_OUT, leave);
  }, [refresh]);

  const session = useMemo((): Session => {
    const account = known?.account ?? null;
    const wanted = chosen ?? account?.agencyId;
    const agency =
      agencies.find(({ agencyId }) => agencyId === wanted) ??
      agencies.find(({ agencyId }) => agencyId === account?.agencyId) ??
      agencies[0];
    return {
      ...{ state, account, agencies, agency, problem, refresh },
      name: account?.name ?? account?.loginName ?? '',
      may: (permission) => known?.permissions.includes(permission) === true,
      choose: (agencyId) => {
        localStorage.setItem(CHOSEN, agencyId);
        setChosen(agencyId);
      },
      at: (path) => `/v1/agencies/${encodeURIComponent(agency?.agencyId ?? '')}/${path}`,
      logOut: async () => {
        await del('/v1/session');
        // What was typed is not for whoever sits down next.
        sessionStorage.clear();
        setState('out');
      },
    };
  }, [state, known, agencies, chosen, problem, refresh]);

  return <Context value={session}>{children}</Context>;
}

async function whoIsThere(): Promise<Known | 'first-run' | 'out'> {
  try {
    return await get<Known>('/v1/session');
  } catch (error) {
    const { status } = asProblem(error);
    if (status !== 401) throw error;
  }
  const { open } = await get<{ open: boolean }>('/v1/first-run');
  return open ? 'first-run' : 'out';
}
