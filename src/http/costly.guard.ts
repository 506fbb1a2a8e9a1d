import {
  Inject,
  Injectable,
  SetMetadata,
  type CanActivate,
  type CustomDecorator,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { withinLimit } from '../access/limits.js';
import { callerOf } from './signed-in.js';

/** So many a minute for one account: more than a person asks for, less than a program could. */
const A_MINUTE = {
  /** Takes a browser for a second. */
  print: 30,
  /** Reads and decides up to thousands of rows. */
  import: 30,
  /** Passes over the whole ledger. */
  verify: 6,
  /** Says of whom there are requests. */
  search: 30,
} as const;

type Kind = keyof typeof A_MINUTE;

const COSTS = 'costs';

/** A route that takes much of the machine, or that must not be used to find things out. */
export const Costly = (kind: Kind): CustomDecorator => SetMetadata(COSTS, kind);

@Injectable()
export class CostlyGuard implements CanActivate {
  readonly #limiters = Object.fromEntries(
    Object.entries(A_MINUTE).map(([kind, points]) => [
      kind,
      new RateLimiterMemory({ points, duration: 60 }),
    ]),
  ) as Record<Kind, RateLimiterMemory>;

  constructor(@Inject(Reflector) private readonly reflector: Reflector) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const kind = this.reflector.get<Kind | undefined>(COSTS, context.getHandler());
    const known = callerOf(context.switchToHttp().getRequest<Request>());
    if (kind !== undefined && known !== undefined) {
      await withinLimit(this.#limiters[kind], known.account.accountId);
    }
    return true;
  }
}
