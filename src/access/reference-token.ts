import { createHash, randomBytes, randomInt } from 'node:crypto';

/** 256 bits (NIST SP 800-63B asks for 64, OWASP ASVS 7.2.3 for 128). */
const TOKEN_BYTES = 32;

/** A name that nobody can guess and that says nothing. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** Without the letters and digits that are mistaken for one another when they are read aloud. */
const SPOKEN = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** Four groups of five, 98 bits: to be read off a screen and typed. */
export function spokenToken(): string {
  const group = (): string =>
    Array.from({ length: 5 }, () => SPOKEN.charAt(randomInt(SPOKEN.length))).join('');
  return [group(), group(), group(), group()].join('-');
}

/** What is kept of it: whoever reads the file can sign in with none of it. */
export function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
