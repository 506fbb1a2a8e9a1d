import type { Command, Decider } from '../../kernel/decider.js';
import type {
  AccessDenied,
  SignedIn,
  SignedOut,
  SignInEvent,
  SignInFailed,
} from './sign-in.events.js';

/** 登录、退出、登录失败、越权, as they happened. */
export type NoteSignIn =
  | Command<'SignedIn', SignedIn['data']>
  | Command<'SignedOut', SignedOut['data']>
  | Command<'SignInFailed', SignInFailed['data']>
  | Command<'AccessDenied', AccessDenied['data']>;

/** What happened at the door is put down as it is. */
export const signInDecider: Decider<null, NoteSignIn, SignInEvent, never> = {
  initialState: null,
  decide: ({ type, data, today }) => [{ type, occurredOn: today, data } as SignInEvent],
  evolve: () => null,
};
