import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../ledger/clock.js';
import { AccessStore } from './access-store.js';
import { digestOf, newToken } from './reference-token.js';

/** 无操作 15 分钟退出. */
const IDLE_MS = 15 * 60_000;

/** 登录满 8 小时须重新登录. */
const ABSOLUTE_MS = 8 * 3_600_000;

/** How often at most it is written down that a session is in use. */
const SEEN_EVERY_MS = 30_000;

/** A browser that signed in and was not seen for so long is a new one. */
const DEVICE_MS = 365 * 24 * 3_600_000;

export type SignedInSession = Readonly<{
  id: string;
  accountId: string;
  openedAt: number;
  seenAt: number;
  browser: string;
}>;

const COLUMNS =
  'id, account AS accountId, opened_at AS openedAt, seen_at AS seenAt, browser FROM sessions';

/** Who is signed in. Only digests of the tokens are kept. */
@Injectable()
export class Sessions {
  constructor(
    @Inject(AccessStore) private readonly store: AccessStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A new session under a new token; none is ever taken over from before the log-in. */
  async open(accountId: string, browser: string): Promise<string> {
    const token = newToken();
    const now = this.now();
    await this.store.write((database) => {
      database.prepare('DELETE FROM sessions WHERE opened_at <= ?').run(now - ABSOLUTE_MS);
      database
        .prepare('INSERT INTO sessions VALUES (?, ?, ?, ?, ?, ?)')
        .run(digestOf(token), randomUUID(), accountId, now, now, browser.slice(0, 200));
    });
    return token;
  }

  /** The session of a token; null when there is none, or when it has run out. */
  async find(token: string): Promise<SignedInSession | null> {
    const digest = digestOf(token);
    const found = this.store.read((database) =>
      database.prepare(`SELECT ${COLUMNS} WHERE token = ?`).get(digest),
    ) as SignedInSession | undefined;
    if (found === undefined) return null;
    const now = this.now();
    if (!this.lasts(found)) {
      await this.end(found.id);
      return null;
    }
    if (now - found.seenAt >= SEEN_EVERY_MS) {
      await this.store.write((database) =>
        database.prepare('UPDATE sessions SET seen_at = ? WHERE token = ?').run(now, digest),
      );
    }
    return found;
  }

  /** Those that last still, the newest first. */
  of(accountId: string): readonly SignedInSession[] {
    const rows = this.store.read((database) =>
      database
        .prepare(`SELECT ${COLUMNS} WHERE account = ? ORDER BY opened_at DESC, id`)
        .all(accountId),
    ) as SignedInSession[];
    return rows.filter((session) => this.lasts(session));
  }

  async end(id: string): Promise<void> {
    await this.store.write((database) =>
      database.prepare('DELETE FROM sessions WHERE id = ?').run(id),
    );
  }

  async endAll(accountId: string): Promise<void> {
    await this.store.write((database) =>
      database.prepare('DELETE FROM sessions WHERE account = ?').run(accountId),
    );
  }

  /** Remembers a browser that has signed in, so that a stranger's guesses do not shut it out. */
  async rememberDevice(accountId: string): Promise<string> {
    const token = newToken();
    const now = this.now();
    await this.store.write((database) => {
      database.prepare('DELETE FROM devices WHERE seen_at <= ?').run(now - DEVICE_MS);
      database.prepare('INSERT INTO devices VALUES (?, ?, ?)').run(digestOf(token), accountId, now);
    });
    return token;
  }

  knowsDevice(accountId: string, token: string): boolean {
    const found = this.store.read((database) =>
      database
        .prepare('SELECT 1 FROM devices WHERE token = ? AND account = ? AND seen_at > ?')
        .get(digestOf(token), accountId, this.now() - DEVICE_MS),
    );
    return found !== undefined;
  }

  private lasts({ openedAt, seenAt }: SignedInSession): boolean {
    const now = this.now();
    return now - seenAt < IDLE_MS && now - openedAt < ABSOLUTE_MS;
  }

  private now(): number {
    return Date.parse(this.clock.now());
  }
}
