import { AsyncLocalStorage } from 'node:async_hooks';
import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { Request } from 'express';
import { Observable } from 'rxjs';
import type { SignedInSession } from '../access/sessions.js';
import type { AccountFacts } from '../access/domain/account.events.js';

/** Who asks: the account as it is now, and the session. */
export type Caller = Readonly<{ account: AccountFacts; session: SignedInSession }>;

const CALLERS = new WeakMap<Request, Caller>();
const CURRENT = new AsyncLocalStorage<Caller>();

/** The guard says who it let in. */
export function letIn(request: Request, caller: Caller): void {
  CALLERS.set(request, caller);
}

/** Whom the guard let in with this request. */
export function callerOf(request: Request): Caller | undefined {
  return CALLERS.get(request);
}

/** Who asks, from anywhere below a route; undefined where nobody had to sign in. */
export function caller(): Caller | undefined {
  return CURRENT.getStore();
}

/** Who asks, below a route that nobody gets to without having signed in. */
export function signedIn(): Caller {
  const known = caller();
  if (known === undefined) throw new Error('nobody has signed in for this route');
  return known;
}

/** Carries who asks along with the work that is done for the answer. */
@Injectable()
export class CallerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const known = callerOf(context.switchToHttp().getRequest<Request>());
    if (known === undefined) return next.handle();
    return new Observable((subscriber) =>
      CURRENT.run(known, () => next.handle().subscribe(subscriber)),
    );
  }
}
