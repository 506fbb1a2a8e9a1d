import type { Refusal } from '../../kernel/decider.js';
import { COMMON_PASSWORDS } from './common-passwords.js';

const PASSWORD_MIN = 10;
const PASSWORD_MAX = 128;

export type PasswordRefusal = Refusal<
  | 'access/password-too-short'
  | 'access/password-too-long'
  | 'access/password-common'
  | 'access/password-is-login-name'
>;

const BASIS = '台账规则：密码要长，不要人人想得到（GB/T 22239—2019）';

/**
 * What a password must not be. Length counts, and a mixture of characters is not asked for: it makes
 * people write them down (NIST SP 800-63B, 5.1.1.2).
 */
export function passwordRefusal(password: string, loginName: string): PasswordRefusal | null {
  const { length } = Array.from(password);
  if (length < PASSWORD_MIN) {
    return { refused: 'access/password-too-short', basis: BASIS, facts: { min: PASSWORD_MIN } };
  }
  if (length > PASSWORD_MAX) {
    return { refused: 'access/password-too-long', basis: BASIS, facts: { max: PASSWORD_MAX } };
  }
  const plain = password.normalize('NFKC').toLowerCase();
  if (loginName !== '' && plain.replaceAll(loginName, '').length < PASSWORD_MIN / 2) {
    return { refused: 'access/password-is-login-name', basis: BASIS };
  }
  const common = COMMON_PASSWORDS.has(plain) || isRepeated(plain) || isWalk(plain);
  return common ? { refused: 'access/password-common', basis: BASIS } : null;
}

/** One to four characters over and over: 1111111111, abcabcabcabc. */
function isRepeated(text: string): boolean {
  return /^(.{1,4}?)\1+.{0,3}$/u.test(text);
}

const WALKS = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Along the alphabet, the digits or a row of the keyboard, there and back. */
function isWalk(text: string): boolean {
  const there = WALKS.flatMap((walk) => [walk, Array.from(walk).reverse().join('')]);
  let rest = text;
  for (let before = ''; rest !== before;) {
    before = rest;
    for (const walk of there) {
      for (let end = walk.length; end >= 4; end -= 1) {
        if (rest.length >= end && walk.includes(rest.slice(0, end))) {
          rest = rest.slice(end);
          break;
        }
      }
    }
  }
  return rest.length <= 2;
}
