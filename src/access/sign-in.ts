import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { refuseAccess } from './access-refusals.js';
import { AccountDirectory, type Account } from './account-directory.js';
import { loginNameOf } from './domain/account.decider.js';
import type { SignInFault } from './domain/sign-in.events.js';
import { withinLimit } from './limits.js';
import { Passwords } from './passwords.js';
import { digestOf } from './reference-token.js';
import { SecondFactor } from './second-factor.js';
import { Sessions } from './sessions.js';
import { SignInLog } from './sign-in-log.js';

/** 五次猜错，等十五分钟. */
const GUESSES = { points: 5, duration: 15 * 60 };

export type Credentials = Readonly<{
  loginName: string;
  password: string;
  /** 动态口令, where the account has one. */
  code?: string | undefined;
  /** The token of a browser that signed in before. */
  device?: string | undefined;
  browser: string;
}>;

/** `device` is new when the browser was not known. */
export type Entered = Readonly<{ account: Account; token: string; device: string }>;

/** 登录. */
@Injectable()
export class SignIn {
  readonly #guesses = new RateLimiterMemory(GUESSES);

  constructor(
    @Inject(AccountDirectory) private readonly directory: AccountDirectory,
    @Inject(Passwords) private readonly passwords: Passwords,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SecondFactor) private readonly secondFactor: SecondFactor,
    @Inject(SignInLog) private readonly log: SignInLog,
  ) {}

  /**
   * Unknown names, wrong passwords and disabled accounts get the same answer after the same work. A
   * browser that signed in to the account before has guesses of its own, so that a stranger who uses
   * up the others shuts nobody out.
   */
  async enter(given: Credentials): Promise<Entered> {
    const account = await this.directory.named(given.loginName);
    const { device } = given;
    const known =
      device !== undefined &&
      account !== null &&
      this.sessions.knowsDevice(account.accountId, device);
    const bucket = known ? digestOf(device).toString('hex') : loginNameOf(given.loginName);
    await withinLimit(this.#guesses, bucket);
    const agrees = await this.passwords.agrees(account?.accountId ?? null, given.password);
    const fault = faultOf(account, agrees);
    if (account === null || fault !== null) {
      await this.log.failed(account, fault ?? 'unknown-name');
      throw refuseAccess('access/sign-in-failed');
    }
    await this.requireCode(account, given.code);
    await this.#guesses.delete(bucket);
    // Put down before anything is handed out: who cannot be put down is not let in.
    await this.log.signedIn(account, known ? 'known' : 'new');
    const { accountId } = account;
    const token = await this.sessions.open(accountId, given.browser);
    const kept = known ? device : await this.sessions.rememberDevice(accountId);
    return { account, token, device: kept };
  }

  /** Asked for only when the password was right; each wrong code takes one of the guesses. */
  private async requireCode(account: Account, code: string | undefined): Promise<void> {
    if (!account.secondFactor) return;
    if (code === undefined) throw refuseAccess('access/second-factor-needed');
    if (await this.secondFactor.agrees(account.accountId, code)) return;
    await this.log.failed(account, 'second-factor');
    throw refuseAccess('access/second-factor-wrong');
  }
}

function faultOf(account: Account | null, agrees: boolean): SignInFault | null {
  if (account === null) return 'unknown-name';
  if (!agrees) return 'password';
  return account.disabled ? 'disabled' : null;
}
