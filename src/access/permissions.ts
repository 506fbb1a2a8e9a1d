import { isAdminRole, type Role } from './domain/account.events.js';

const BUSINESS = ['handler', 'reviewer', 'leader', 'statistics', 'auditor'] as const;
const EVERYBODY = [...BUSINESS, 'system-admin', 'security-admin', 'audit-admin'] as const;

/**
 * 授权矩阵: who may do what. Every route of HTTP names one of these, and there is no other place
 * where a role is asked for. A role of business holds in its own agency; `tree` says that it holds
 * in the agencies below as well, `below` in those alone. 三员 hold for the whole program.
 */
export const PERMISSIONS = {
  'agencies.read': { roles: EVERYBODY, over: 'tree' },
  'agencies.found': { roles: ['system-admin'], over: 'own' },
  'agencies.set': { roles: ['leader', 'system-admin'], over: 'own' },
  'calendar.read': { roles: EVERYBODY, over: 'own' },

  'requests.read': { roles: BUSINESS, over: 'own' },
  'requests.handle': { roles: ['handler'], over: 'own' },
  'requests.review': { roles: ['handler', 'reviewer', 'leader'], over: 'own' },
  'requests.correct': { roles: ['handler', 'reviewer'], over: 'own' },
  'personal-data.view': { roles: ['handler', 'reviewer', 'leader', 'auditor'], over: 'own' },
  'personal-data.search': { roles: ['handler', 'reviewer'], over: 'own' },
  'personal-data.restrict': { roles: ['handler', 'leader'], over: 'own' },
  'erasure.propose': { roles: ['handler', 'reviewer'], over: 'own' },
  'erasure.approve': { roles: ['leader'], over: 'own' },
  'sign-offs.answer': { roles: ['leader'], over: 'own' },
  'letters.issue': { roles: ['handler'], over: 'own' },

  'appeals.keep': { roles: ['handler'], over: 'own' },
  'publications.keep': { roles: ['handler', 'statistics'], over: 'own' },
  'imports.run': { roles: ['handler', 'statistics'], over: 'own' },

  'reports.read': { roles: BUSINESS, over: 'tree' },
  'reports.draft': { roles: ['handler', 'leader', 'statistics'], over: 'own' },
  'reports.override': { roles: ['leader', 'statistics'], over: 'own' },
  'reports.close': { roles: ['leader'], over: 'own' },
  'reports.submit': { roles: ['leader', 'statistics'], over: 'own' },
  'reports.return': { roles: ['leader', 'statistics'], over: 'below' },
  'roll-ups.read': { roles: ['leader', 'statistics', 'auditor'], over: 'tree' },
  'roll-ups.keep': { roles: ['leader', 'statistics'], over: 'own' },

  'accounts.read': { roles: ['system-admin', 'security-admin', 'audit-admin'], over: 'own' },
  'accounts.open': { roles: ['system-admin'], over: 'own' },
  'accounts.grant': { roles: ['security-admin'], over: 'own' },
  'backups.read': { roles: ['system-admin', 'audit-admin'], over: 'own' },
  'ledger.verify': { roles: [...BUSINESS, 'audit-admin'], over: 'own' },
} as const satisfies Readonly<Record<string, Grant>>;

type Grant = Readonly<{ roles: readonly Role[]; over: 'own' | 'tree' | 'below' }>;

export type Permission = keyof typeof PERMISSIONS;

/** What somebody with these roles may do somewhere. Who has no role may look at nothing. */
export function permissionsOf(roles: readonly Role[]): readonly Permission[] {
  return (Object.keys(PERMISSIONS) as Permission[]).filter(
    (permission) => holding(permission, roles).length > 0,
  );
}

/**
 * Whether a permission holds in an agency. `above` are the agency and all above it, the nearest
 * first.
 */
export function reaches(
  permission: Permission,
  { agencyId, roles }: Readonly<{ agencyId: string; roles: readonly Role[] }>,
  above: readonly string[],
): boolean {
  const held = holding(permission, roles);
  if (held.some(isAdminRole)) return true;
  if (held.length === 0) return false;
  const { over } = PERMISSIONS[permission];
  const [own, ...superiors] = above;
  if (over === 'below') return superiors.includes(agencyId);
  return own === agencyId || (over === 'tree' && superiors.includes(agencyId));
}

function holding(permission: Permission, roles: readonly Role[]): readonly Role[] {
  const granted: readonly Role[] = PERMISSIONS[permission].roles;
  return roles.filter((role) => granted.includes(role));
}
