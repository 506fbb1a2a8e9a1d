import { isAdminRole, ROLES, type Role } from '../../src/access/domain/account.events.js';
import { PERMISSIONS, type Permission } from '../../src/access/permissions.js';
import { removeFolders } from '../support/e2e/gongkai.js';
import { routesIn, type Route } from '../support/e2e/router.js';
import { startServer, type Running } from '../support/e2e/server.js';

let running: Running;
let routes: readonly Route[];
let elsewhere: string;
const clients = new Map<Role | 'none', Running['http']>();

beforeAll(async () => {
  running = await startServer();
  routes = routesIn(running.app);
  elsewhere = (await running.found('某县某局')).agencyId;
  clients.set('none', await running.join(running.agencyId, []));
  for (const role of ROLES) clients.set(role, await running.join(running.agencyId, [role]));
}, 60_000);
afterAll(async () => {
  await running.close();
  removeFolders();
});

type Answer = Readonly<{ status: number; code: string | undefined }>;

/** Asks with nothing sensible in it: the door opens or not before anybody looks. */
async function asked(
  { method, path }: Route,
  client: Running['http'],
  agencyId: string,
): Promise<Answer> {
  const at = path.replace(':agencyId', agencyId).replace(/:\w+/g, 'x');
  const { status, body } = await client[method](at);
  return { status, code: (body as { code?: string }).code };
}

const ofMatrix = ({ needed }: Route): boolean => needed !== 'open' && needed !== 'own';
const isOfAgency = ({ path }: Route): boolean => path.includes(':agencyId');
const holds = (role: Role, { needed }: Route): boolean =>
  (PERMISSIONS[needed as Permission].roles as readonly Role[]).includes(role);

const UNKNOWN = { status: 404, code: 'agency/not-established' };
const DENIED = { status: 403, code: 'access/not-allowed' };
const NOT_SIGNED_IN = { status: 401, code: 'access/not-signed-in' };

describe('授权矩阵', () => {
  it('knows every route that the router has', () => {
    const declared = routes.map(({ path }) => path.replace(/:(\w+)/g, '{$1}'));
    expect([...new Set(declared)].sort()).toEqual(running.routes());
    expect(routes.length).toBeGreaterThan(120);
  });

  it('has a permission for every route', () => {
    expect(routes.filter(({ needed }) => needed === undefined)).toEqual([]);
    const open = routes.filter(({ needed }) => needed === 'open');
    expect(open.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      'get /v1/first-run',
      'post /v1/first-run',
      'post /v1/session',
    ]);
  });

  it('has no permission that no route asks for', () => {
    const asking = new Set(routes.map(({ needed }) => needed));
    expect(Object.keys(PERMISSIONS).filter((one) => !asking.has(one as Permission))).toEqual([]);
  });

  it('answers nobody who is not signed in', async () => {
    const stranger = running.stranger();
    for (const route of routes.filter(({ needed }) => needed !== 'open')) {
      for (const agencyId of [running.agencyId, 'no-such-agency']) {
        expect([route, await asked(route, stranger, agencyId)]).toEqual([route, NOT_SIGNED_IN]);
      }
    }
  });

  it('lets somebody without a role do nothing but mind his own account', async () => {
    for (const route of routes.filter(ofMatrix)) {
      const answer = await asked(route, clients.get('none')!, running.agencyId);
      expect([route, answer]).toEqual([route, DENIED]);
    }
  });

  it.each(ROLES)('lets %s do what it says in the own agency, and nothing else', async (role) => {
    for (const route of routes.filter(ofMatrix)) {
      const { needed } = route;
      const answer = await asked(route, clients.get(role)!, running.agencyId);
      const letIn = ![DENIED.code, UNKNOWN.code, NOT_SIGNED_IN.code].includes(answer.code ?? '');
      const below = PERMISSIONS[needed as Permission].over === 'below';
      if (!holds(role, route)) expect([route, answer]).toEqual([route, DENIED]);
      else if (below) expect([route, answer]).toEqual([route, UNKNOWN]);
      else expect([route, answer, letIn]).toEqual([route, answer, true]);
    }
  });

  it.each(ROLES.filter((role) => !isAdminRole(role)))(
    'tells %s of another agency no more than of one that is not there',
    async (role) => {
      for (const route of routes.filter(isOfAgency)) {
        const expected = holds(role, route) ? UNKNOWN : DENIED;
        for (const agencyId of [elsewhere, 'no-such-agency']) {
          const answer = await asked(route, clients.get(role)!, agencyId);
          expect([route, agencyId, answer]).toEqual([route, agencyId, expected]);
        }
      }
    },
  );
});
