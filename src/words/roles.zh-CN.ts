import type { Role } from '../access/domain/account.events.js';

/** 角色. */
export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  handler: '经办人',
  reviewer: '审核人',
  leader: '负责人',
  statistics: '统计',
  auditor: '审计',
  'system-admin': '系统管理员',
  'security-admin': '安全管理员',
  'audit-admin': '审计管理员',
};
