import { createHash, randomBytes } from 'node:crypto';

/** 256 bits (NIST SP 800-63B asks for 64, OWASP ASVS 7.2.3 for 128). */
const TOKEN_BYTES = 32;

/** A name that nobody can guess and that says nothing. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** What is kept of it: whoever reads the file can sign in with none of it. */
export function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
