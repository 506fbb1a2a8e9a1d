import { ROLES, isAdminRole, type Role } from '../../src/access/domain/account.events.js';
import { PERMISSIONS, permissionsOf, type Permission } from '../../src/access/permissions.js';

type Screen = Readonly<{ path: string; menu?: string; permission?: Permission }>;
type Area = Readonly<{ name: string; screens: readonly Screen[] }>;

/** In the order of the menu. */
const AREAS = ['clerk', 'head', 'superior', 'auditor', 'admin', 'account'].map(areaOf);

describe('菜单', () => {
  it('asks only for what the matrix knows, and for something on every screen but the own account', () => {
    const screens = AREAS.flatMap((area) => area.screens);
    const asked = screens.map(({ permission }) => permission);
    expect(asked.filter((one) => one !== undefined && !(one in PERMISSIONS))).toEqual([]);
    const open = screens.filter(({ permission }) => permission === undefined);
    expect(open.map(({ path }) => path)).toEqual(['/account']);
  });

  it.each<[Role, string]>([
    ['handler', '/today'],
    ['reviewer', '/today'],
    ['leader', '/today'],
    ['statistics', '/requests'],
    ['auditor', '/requests'],
    ['system-admin', '/accounts'],
    ['security-admin', '/accounts'],
    ['audit-admin', '/ledger'],
  ])('begins for %s at %s', (role, first) => {
    expect(menuOf(role)[0]).toBe(first);
  });

  it('shows 三员 nothing of the requests and of the reports', () => {
    for (const role of ROLES.filter(isAdminRole)) {
      const areas = AREAS.filter(({ screens }) => screens.some(isFor(role))).map(
        ({ name }) => name,
      );
      expect([role, areas.filter((name) => !['管理', '审计', '我的'].includes(name))]).toEqual([
        role,
        [],
      ]);
    }
  });

  it('shows somebody without a role his own account', () => {
    expect(AREAS.flatMap(({ screens }) => screens.filter(isFor())).map(({ path }) => path)).toEqual(
      ['/account'],
    );
  });
});

/** Read as the page reads it; a screen's code is not touched. */
function areaOf(folder: string): Area {
  const exported = jest.requireActual<Record<string, Area>>(`../../web/src/${folder}/screens.ts`);
  return exported[folder.toUpperCase()]!;
}

function isFor(...roles: readonly Role[]): (screen: Screen) => boolean {
  const held = permissionsOf(roles);
  return ({ permission }) => permission === undefined || held.includes(permission);
}

function menuOf(role: Role): readonly string[] {
  const screens = AREAS.flatMap((area) => area.screens).filter(isFor(role));
  return screens.filter(({ menu }) => menu !== undefined).map(({ path }) => path);
}
