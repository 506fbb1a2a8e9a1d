import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { CLOCK, type Clock } from '../ledger/clock.js';
import { decideAndAppend, type Recorder } from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { signInStream } from './account-stream.js';
import { actorOf } from './actor.js';
import type { AccountKey } from './domain/account.events.js';
import { signInDecider, type NoteSignIn } from './domain/sign-in.decider.js';
import type { SignInFault } from './domain/sign-in.events.js';

/** So many times an hour the same thing is put down; the ledger keeps everything for ever. */
const SAME_THING = { points: 20, duration: 3_600 };

type Undated = NoteSignIn extends infer Each
  ? Each extends NoteSignIn
    ? Omit<Each, 'today'>
    : never
  : never;

/** 登录和越权的记录 in the ledger. */
@Injectable()
export class SignInLog {
  readonly #again = new RateLimiterMemory(SAME_THING);

  constructor(
    @Inject(RECORDER) private readonly recorder: Recorder,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  signedIn({ agencyId, accountId }: AccountKey, device: 'known' | 'new'): Promise<void> {
    return this.append({ type: 'SignedIn', data: { agencyId, accountId, device } });
  }

  signedOut({ agencyId, accountId }: AccountKey): Promise<void> {
    return this.append({ type: 'SignedOut', data: { agencyId, accountId } });
  }

  failed(account: AccountKey | null, fault: SignInFault): Promise<void> {
    const { agencyId, accountId } = account ?? { agencyId: '', accountId: null };
    return this.unlessOften(`${accountId ?? ''} ${fault}`, {
      type: 'SignInFailed',
      data: { agencyId, accountId, fault },
    });
  }

  denied(
    { agencyId, accountId }: AccountKey,
    permission: string,
    elsewhere: boolean,
  ): Promise<void> {
    return this.unlessOften(`${accountId} ${permission} ${String(elsewhere)}`, {
      type: 'AccessDenied',
      data: { agencyId, accountId, permission, elsewhere },
    });
  }

  private async unlessOften(what: string, command: Undated): Promise<void> {
    const often = await this.#again.consume(what).then(
      () => false,
      () => true,
    );
    if (!often) await this.append(command);
  }

  private async append(undated: Undated): Promise<void> {
    const today = this.clock.today();
    const command = { ...undated, today } as NoteSignIn;
    const { accountId } = command.data;
    const actor = accountId === null ? 'http' : actorOf(accountId);
    const meta = { commandId: randomUUID(), actor };
    const stream = signInStream(accountId, today);
    await decideAndAppend(this.recorder, signInDecider, stream, command, meta);
  }
}
