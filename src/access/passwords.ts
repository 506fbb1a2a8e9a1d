import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../ledger/clock.js';
import { AccessStore } from './access-store.js';
import { Places } from './places.js';

/** The second choice of RFC 9106, section 4, with OWASP's memory: about 60 ms on an office machine. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Each hash takes a core and 19 MiB; whoever waits behind many is sent away. */
const HASHES_AT_ONCE = 4;
const HASHES_WAITING = 64;

export type Secret = Readonly<{
  password: string;
  setAt: number;
  provisional: boolean;
}>;

type Row = Readonly<{ password: string; set_at: number; provisional: number }>;

/** Passwords, of which only argon2id hashes are kept, each with the parameters it was made with. */
@Injectable()
export class Passwords {
  readonly #places = new Places(HASHES_AT_ONCE, HASHES_WAITING);
  #nobodys: Promise<string> | undefined;

  constructor(
    @Inject(AccessStore) private readonly store: AccessStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `provisional`: its owner must choose another at the next log-in. */
  async set(accountId: string, password: string, provisional: boolean): Promise<void> {
    const hashed = await this.hashOf(password);
    const now = Date.parse(this.clock.now());
    await this.store.write((database) =>
      database
        .prepare(
          'INSERT INTO secrets (account, password, set_at, provisional) VALUES (?, ?, ?, ?) ' +
            'ON CONFLICT (account) DO UPDATE SET password = excluded.password, ' +
            'set_at = excluded.set_at, provisional = excluded.provisional',
        )
        .run(accountId, hashed, now, provisional ? 1 : 0),
    );
  }

  /**
   * Whether it is the account's password. For nobody's account the same work is done, so that the
   * time an answer takes says nothing.
   */
  async agrees(accountId: string | null, password: string): Promise<boolean> {
    const secret = accountId === null ? null : this.of(accountId);
    this.#nobodys ??= this.hashOf(randomBytes(32).toString('hex'));
    const hashed = secret?.password ?? (await this.#nobodys);
    const same = await this.#places.take(() => verify(hashed, password));
    if (!same || secret === null || accountId === null) return false;
    if (isOutdated(hashed)) await this.rehash(accountId, hashed, password);
    return true;
  }

  of(accountId: string): Secret | null {
    const row = this.store.read((database) =>
      database
        .prepare('SELECT password, set_at, provisional FROM secrets WHERE account = ?')
        .get(accountId),
    ) as Row | undefined;
    if (row === undefined) return null;
    return { password: row.password, setAt: row.set_at, provisional: row.provisional === 1 };
  }

  private async rehash(accountId: string, before: string, password: string): Promise<void> {
    const hashed = await this.hashOf(password);
    await this.store.write((database) =>
      database
        .prepare('UPDATE secrets SET password = ? WHERE account = ? AND password = ?')
        .run(hashed, accountId, before),
    );
  }

  private hashOf(password: string): Promise<string> {
    return this.#places.take(() => hash(password, ARGON2ID));
  }
}

/** Made with other parameters than those of this version. */
function isOutdated(hashed: string): boolean {
  const { memoryCost, timeCost, parallelism } = ARGON2ID;
  const parameters = `m=${String(memoryCost)},t=${String(timeCost)},p=${String(parallelism)}`;
  return !hashed.startsWith(`$argon2id$v=19$${parameters}$`);
}
