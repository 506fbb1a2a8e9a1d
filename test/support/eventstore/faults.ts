export type Method = 'append' | 'read' | 'subscribe';

/** What can happen to one call. */
export type Fault =
  /** The node lives, answers pings, and never answers the call. */
  | 'hang'
  /** It does what it is asked, and its answer is lost. */
  | 'hang-after'
  /** It is not ready. */
  | 'unavailable'
  /** It does what it is asked, and the connection breaks before the answer. */
  | 'unavailable-after'
  /** It breaks in a way of its own. */
  | 'internal'
  /** The call is cancelled by the server. */
  | 'cancelled'
  /** The limit of the server passes. */
  | 'timeout'
  /** A subscriber reads too slowly, and is dropped. */
  | 'too-slow'
  /** The process is killed before it writes anything. */
  | 'die'
  /** It is killed when it has written, before it answers. */
  | 'die-after';

/** The faults of the next calls, in order; without one a call is answered. */
export class Faults {
  readonly #planned: Readonly<{ method: Method; fault: Fault }>[] = [];
  #late: Readonly<{ method: Method; at: number; fault: Fault }> | undefined;
  /** How often each method was called. */
  readonly calls: Record<Method, number> = { append: 0, read: 0, subscribe: 0 };

  plan(method: Method, ...faults: readonly Fault[]): void {
    this.#planned.push(...faults.map((fault) => ({ method, fault })));
  }

  /** One fault at the n-th call of a method. */
  planAt(method: Method, at: number, fault: Fault): void {
    this.#late = { method, at, fault };
  }

  next(method: Method): Fault | undefined {
    this.calls[method] += 1;
    const late = this.#late;
    if (late?.method === method && late.at === this.calls[method]) return late.fault;
    const at = this.#planned.findIndex((planned) => planned.method === method);
    return at < 0 ? undefined : this.#planned.splice(at, 1)[0]?.fault;
  }
}
