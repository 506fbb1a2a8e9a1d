import { LedgerCorrupt } from '../ledger.js';
import { canonicalText } from '../plain-json.js';
import { decrypt, encrypt, NONCE_BYTES } from './cipher.js';

/** What every sealed file begins with: the suite, and that it is a file. */
const HEAD = Buffer.from('gongkai-file intl1\n');

/** Head, nonce, ciphertext with tag. Bound to `place`, and to being a file and no event. */
export function sealBytes(key: Buffer, plain: Uint8Array, place: readonly string[]): Buffer {
  const { nonce, ciphertext } = encrypt(key, Buffer.from(plain), placeOf(place));
  return Buffer.concat([HEAD, nonce, ciphertext]);
}

/** Throws LedgerCorrupt unless the bytes were sealed with this key for this place. */
export function openBytes(key: Buffer, sealed: Buffer, place: readonly string[]): Buffer {
  const from = HEAD.length + NONCE_BYTES;
  try {
    if (!sealed.subarray(0, HEAD.length).equals(HEAD)) throw new Error('unknown suite');
    const nonce = sealed.subarray(HEAD.length, from);
    return decrypt(key, { nonce, ciphertext: sealed.subarray(from) }, placeOf(place));
  } catch {
    throw new LedgerCorrupt(
      `a file of stream ${place.at(-1)} was not sealed for it, or was changed`,
    );
  }
}

/** An event's place has four members and a type in the last: no file opens as an event. */
function placeOf(place: readonly string[]): string {
  return canonicalText([...place, 'file']);
}
