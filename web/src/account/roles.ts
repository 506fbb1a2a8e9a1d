import { ROLE_WORDS, type Role } from '../labels.zh-CN';

/** 业务角色, in the order they are shown. */
export const BUSINESS_ROLES = ['handler', 'reviewer', 'leader', 'statistics', 'auditor'] as const;

/** 三员. */
export const ADMIN_ROLES = ['system-admin', 'security-admin', 'audit-admin'] as const;

export const ROLE_DUTIES: Readonly<Record<Role, string>> = {
  handler: '登记、办理申请，制作文书',
  reviewer: '审查拟作出的答复，更正登记',
  leader: '批准延期、答复、销毁，封账，定本机关的口径和规则',
  statistics: '登记主动公开和数量，编制、报送年度报告',
  auditor: '查看本机关的一切，什么也不改',
  'system-admin': '开通账户、重置密码，管机关、口径和规则，看备份',
  'security-admin': '授予角色，停用账户，解除动态口令',
  'audit-admin': '查看账户的登录和越权，验证台账，看备份',
};

/** 经办人、审核人. */
export function roleNames(roles: readonly Role[]): string {
  return roles.length === 0 ? '还没有角色' : roles.map((role) => ROLE_WORDS[role]).join('、');
}
