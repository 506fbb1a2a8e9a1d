import type { AccessRefusal } from '../access/domain/access.refusals.js';
import type { AccountRefusal } from '../access/domain/account.decider.js';

export type AccessRefusalCode = (AccountRefusal | AccessRefusal)['refused'];

/** 账户、登录、权限. */
export const ACCESS_REFUSAL_WORDS: Readonly<Record<AccessRefusalCode, string>> = {
  'access/not-signed-in': '没有登录，或者登录已过期，请登录后再办理。',
  'access/not-allowed': '您的角色不能办理这一项，请由有权限的人员办理，或者请安全管理员调整角色。',
  'access/sign-in-failed': '登录名或者密码不对，请核对；忘记密码请系统管理员重置。',
  'access/too-many': '次数过多，请在 {retryAfter} 秒以后再试。',

  'account/name-missing': '没有写使用人的姓名，请补填。',
  'account/login-name-unusable':
    '登录名应为 2 至 32 个小写字母、数字、点、横线或者下划线，以字母或数字开头，请改写。',
  'account/login-name-taken': '这个登录名已经有人使用，请另取一个。',
  'account/roles-exclusive':
    '系统管理员、安全管理员、审计管理员各由一人专任，不能互兼，也不能兼业务角色，请分开授予。',
  'account/already-opened': '这个账户已经开通。',
  'account/not-opened': '没有这个账户，请核对。',
  'account/disabled': '这个账户已经停用，请先启用。',
  'account/own-account': '不能变更、停用或者重置自己的账户，请由另一名管理员办理。',
  'account/last-of-three':
    '这是最后一名在用的系统、安全或者审计管理员，请先为另一人授予同样的角色。',
  'account/second-factor-missing': '这个账户没有绑定动态口令，不需要解除。',
};
