import { EventEmitter, once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

/** How one who has read everything learns that there is more. */
export interface Commits {
  /**
   * Another value after every commit. Ask before reading, so that no commit falls between reading
   * and waiting.
   */
  version(): number;

  /** Resolves when the version is no longer `since`. Rejects when the signal aborts. */
  changed(since: number, signal: AbortSignal): Promise<unknown>;
}

/** Commits of this process, which says so itself. */
export class OwnCommits implements Commits {
  readonly #emitter = new EventEmitter().setMaxListeners(0);
  #version = 0;

  announce(): void {
    this.#version += 1;
    this.#emitter.emit('commit');
  }

  version(): number {
    return this.#version;
  }

  async changed(since: number, signal: AbortSignal): Promise<void> {
    if (this.#version === since) await once(this.#emitter, 'commit', { signal });
  }
}

/** Commits of another process, which only the file can tell of. */
export class ForeignCommits implements Commits {
  static readonly #POLL_MS = 100;
  readonly #dataVersion: () => number;

  constructor(dataVersion: () => number) {
    this.#dataVersion = dataVersion;
  }

  version(): number {
    return this.#dataVersion();
  }

  async changed(since: number, signal: AbortSignal): Promise<void> {
    // Unreferenced: waiting for somebody else's commits is no reason for a process to live on.
    while (this.#dataVersion() === since) {
      await pause(ForeignCommits.#POLL_MS, undefined, { signal, ref: false });
    }
  }
}
