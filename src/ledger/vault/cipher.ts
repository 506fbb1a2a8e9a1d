import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/*
 * AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits. A key of ours seals at most the
 * events of one stream, or the keys of one key store, far from the 2^32 messages at which random
 * nonces begin to meet.
 */

export const KEY_BYTES = 32;
export const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** `ciphertext` ends with the tag. */
export type Box = Readonly<{ nonce: Buffer; ciphertext: Buffer }>;

export function encrypt(key: Buffer, plain: Buffer, context: string): Box {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(context));
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return { nonce, ciphertext };
}

/**
 * Throws unless the box was made with this key, for this context, and not a bit of it was changed.
 */
export function decrypt(key: Buffer, { nonce, ciphertext }: Box, context: string): Buffer {
  const end = Math.max(0, ciphertext.length - TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(ciphertext.subarray(end));
  return Buffer.concat([decipher.update(ciphertext.subarray(0, end)), decipher.final()]);
}
