import type { AccessRefusalCode } from '../words/access-refusals.zh-CN.js';

/** 账户、登录、权限. */
export const ACCESS_REFUSAL_STATUS: Readonly<
  Record<AccessRefusalCode, 401 | 403 | 404 | 409 | 422 | 429>
> = {
  'access/not-signed-in': 401,
  'access/not-allowed': 403,
  'access/sign-in-failed': 401,
  'access/too-many': 429,
  'access/second-factor-needed': 401,
  'access/second-factor-wrong': 401,
  'access/password-wrong': 403,
  'access/password-due': 403,
  'access/second-factor-due': 403,
  'access/no-such-session': 404,
  'access/first-run-over': 409,
  'access/first-run-secret-wrong': 403,
  'access/first-run-incomplete': 422,
  'access/password-too-short': 422,
  'access/password-too-long': 422,
  'access/password-common': 422,
  'access/password-is-login-name': 422,
  'account/name-missing': 422,
  'account/login-name-unusable': 422,
  'account/login-name-taken': 409,
  'account/roles-exclusive': 422,
  'account/already-opened': 409,
  'account/not-opened': 404,
  'account/disabled': 409,
  'account/own-account': 403,
  'account/last-of-three': 409,
  'account/second-factor-missing': 409,
};
