import type { AccessRefusal } from '../access/domain/access.refusals.js';
import type { AccountRefusal } from '../access/domain/account.decider.js';
import type { PasswordRefusal } from '../access/domain/password.rules.js';

export type AccessRefusalCode = (AccountRefusal | AccessRefusal | PasswordRefusal)['refused'];

/** 账户、登录、权限. */
export const ACCESS_REFUSAL_WORDS: Readonly<Record<AccessRefusalCode, string>> = {
  'access/not-signed-in': '没有登录，或者登录已过期，请登录后再办理。',
  'access/not-allowed': '您的角色不能办理这一项，请由有权限的人员办理，或者请安全管理员调整角色。',
  'access/sign-in-failed': '登录名或者密码不对，请核对；忘记密码请系统管理员重置。',
  'access/too-many': '次数过多，请在 {retryAfter} 秒以后再试。',

  'access/second-factor-needed': '这个账户绑定了动态口令，请连同动态口令一起提交。',
  'access/second-factor-wrong': '动态口令不对或者已经用过，请等下一个再试；手机的时间要准。',
  'access/password-wrong': '现在的密码不对，请核对。',
  'access/password-due': '密码是别人代设的，或者已到期，请先修改密码。',
  'access/second-factor-due': '您的角色须用动态口令登录，请先绑定动态口令。',
  'access/no-such-session': '没有这次登录，或者已经退出。',
  'access/first-run-over': '首次启用已经完成；账户由系统管理员开通，角色由安全管理员授予。',
  'access/first-run-secret-wrong':
    '启用口令不对，请照启动程序的窗口里显示的抄写；重新启动以后口令会变。',
  'access/first-run-incomplete':
    '系统、安全、审计管理员各须一个账户，至少再有一个业务账户，登录名各不相同，请补齐。',
  'access/password-too-short': '密码不到 {min} 个字，请加长；一句话比一个词好记。',
  'access/password-too-long': '密码超过 {max} 个字，请缩短。',
  'access/password-common': '这个密码人人想得到（常用的、重复的，或者键盘上连着的），请另设。',
  'access/password-is-login-name': '密码里差不多只有登录名，请另设。',

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
