import { tooMany } from './access-refusals.js';

/** So many at once, so many waiting; who comes when all places are taken is asked to come again. */
export class Places {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(
    atOnce: number,
    private readonly waitingMax: number,
  ) {
    this.#free = atOnce;
  }

  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#free === 0) {
      if (this.#waiting.length >= this.waitingMax) throw tooMany(SECONDS);
      await new Promise<void>((go) => this.#waiting.push(go));
    } else {
      this.#free -= 1;
    }
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next();
    }
  }
}

/** After how long a full house is worth another try. */
const SECONDS = 5;
