import { SingleBar } from 'cli-progress';

/** 进度条: drawn only where somebody is looking. */
export class Bar {
  readonly #bar: SingleBar | null;
  #started = false;

  constructor(what: string, visible: boolean) {
    const format = `${what} {bar} {value}/{total} · 剩余 {eta_formatted}`;
    this.#bar = visible ? new SingleBar({ format, hideCursor: true, clearOnComplete: true }) : null;
  }

  readonly update = (done: number, total: number): void => {
    if (!this.#started) this.#bar?.start(total, 0);
    this.#started = true;
    this.#bar?.update(done);
  };

  stop(): void {
    this.#bar?.stop();
  }
}
