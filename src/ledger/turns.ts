/**
 * Work on one thing goes in the order it was asked for, each after the one before has settled; work
 * on different things goes side by side.
 */
export class Turns {
  readonly #latest = new Map<string, Promise<unknown>>();

  async take<Result>(thing: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.#latest.get(thing);
    const mine = before === undefined ? work() : before.then(work);
    // Who comes next waits for the end, and does not inherit the failure.
    const settled = mine.catch(() => undefined);
    this.#latest.set(thing, settled);
    try {
      return await mine;
    } finally {
      if (this.#latest.get(thing) === settled) this.#latest.delete(thing);
    }
  }
}
