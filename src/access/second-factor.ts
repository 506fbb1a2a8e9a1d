import { Inject, Injectable } from '@nestjs/common';
import { Secret, TOTP } from 'otpauth';
import { CLOCK, type Clock } from '../ledger/clock.js';
import { AccessStore } from './access-store.js';

const STEP_SECONDS = 30;

/** Clocks of telephones and servers differ; one step to either side is taken (RFC 6238, 5.2). */
const STEPS_ASIDE = 1;

/** 160 bits, as RFC 4226 recommends. */
const SECRET_BYTES = 20;

type Row = Readonly<{ totp: string | null; totp_step: number; offered: string | null }>;

/** What an authenticator takes: the secret as text, and as the address in a QR code. */
export type Offer = Readonly<{ secret: string; uri: string }>;

/** 动态口令 (RFC 6238). A code is good once. */
@Injectable()
export class SecondFactor {
  constructor(
    @Inject(AccessStore) private readonly store: AccessStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A new secret, which counts once its owner has shown a code of it. */
  async offer(accountId: string, loginName: string): Promise<Offer> {
    const secret = new Secret({ size: SECRET_BYTES });
    await this.store.write((database) =>
      database
        .prepare('UPDATE secrets SET offered = ? WHERE account = ?')
        .run(secret.base32, accountId),
    );
    const uri = new TOTP({ issuer: '公开台账', label: loginName, secret }).toString();
    return { secret: secret.base32, uri };
  }

  /** Takes the offered secret into use when the code is one of it. */
  async confirm(accountId: string, code: string): Promise<boolean> {
    const { offered } = this.of(accountId);
    const step = offered === null ? null : this.stepOf(offered, code);
    if (offered === null || step === null) return false;
    await this.store.write((database) =>
      database
        .prepare(
          'UPDATE secrets SET totp = offered, totp_step = ?, offered = NULL ' +
            'WHERE account = ? AND offered = ?',
        )
        .run(step, accountId, offered),
    );
    return true;
  }

  /** Whether the code is good now, and was not used before. */
  async agrees(accountId: string, code: string): Promise<boolean> {
    const { totp } = this.of(accountId);
    const step = totp === null ? null : this.stepOf(totp, code);
    if (step === null) return false;
    const { changes } = await this.store.write((database) =>
      database
        .prepare('UPDATE secrets SET totp_step = ? WHERE account = ? AND totp_step < ?')
        .run(step, accountId, step),
    );
    return changes === 1;
  }

  async forget(accountId: string): Promise<void> {
    await this.store.write((database) =>
      database
        .prepare('UPDATE secrets SET totp = NULL, offered = NULL WHERE account = ?')
        .run(accountId),
    );
  }

  private of(accountId: string): Row {
    const row = this.store.read((database) =>
      database
        .prepare('SELECT totp, totp_step, offered FROM secrets WHERE account = ?')
        .get(accountId),
    );
    return (row as Row | undefined) ?? { totp: null, totp_step: 0, offered: null };
  }

  private stepOf(secret: string, code: string): number | null {
    const timestamp = Date.parse(this.clock.now());
    const totp = new TOTP({ secret: Secret.fromBase32(secret), period: STEP_SECONDS });
    const aside = totp.validate({ token: code, timestamp, window: STEPS_ASIDE });
    return aside === null ? null : Math.floor(timestamp / 1000 / STEP_SECONDS) + aside;
  }
}
