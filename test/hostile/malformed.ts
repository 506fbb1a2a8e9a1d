import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import { ValidationPipe, type INestApplication } from '@nestjs/common';
import { BUSINESS_ROLES, type Role } from '../../src/access/domain/account.events.js';
import { PERMISSIONS, type Permission } from '../../src/access/permissions.js';
import { serve } from '../../src/serve.js';
import { withDirectory, type Figures, type Run } from '../support/crash/harness.js';
import { deskIn, openAccount, type Pass } from '../support/e2e/accounts.js';
import { routesIn } from '../support/e2e/router.js';
import { registration } from '../support/e2e/server.js';
import { Chance } from '../support/tamper/random.js';
import {
  JSON_TYPE,
  malformed,
  type Operation,
  type Schema,
  type Schemas,
  type Sent,
} from './malformed-input.js';

/*
 * S-1: malformed inputs at every route, as a client without manners sends them. No answer may be of
 * the server's own fault, and none may tell of its inside. `cases` are inputs per route.
 */

/** At once, so that what one of them breaks meets the others. */
const AT_ONCE = 24;

/** Guards let one account do so many costly things a minute. */
const COSTLY_A_MINUTE = 30;

/** What never stands in an answer: a stack, a query, a file of ours. */
const INSIDE =
  /\n\s+at \S+ \(|node_modules|SQLITE_|better-sqlite3|\.(?:ts|js):\d+|\/(?:src|dist)\//;

type Description = Readonly<{
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Schemas };
}>;
type Described = Readonly<{
  parameters?: readonly Readonly<{ in: string; name: string }>[];
  requestBody?: Readonly<{ content: Record<string, Readonly<{ schema?: Schema }>> }>;
}>;

type Answer = Readonly<{ status: number; headers: IncomingHttpHeaders; body: string }>;

/** Says what is wrong with an answer, if something is. */
export type Judge = (answer: Answer, path: string) => string | null;

export async function malformedInputs({ cases, seed, fault = false }: Run): Promise<Figures> {
  const validate = ValidationPipe.prototype.transform;
  if (fault) ValidationPipe.prototype.transform = (value: unknown) => Promise.resolve(value);
  try {
    return await atEveryRoute({ cases, seed }, ownFault);
  } finally {
    ValidationPipe.prototype.transform = validate;
  }
}

/** 503 says that there is too much to do, which is no fault. */
const ownFault: Judge = ({ status, body }) => {
  if (INSIDE.test(body)) return 'tells of the inside';
  return status < 500 || status === 503 ? null : String(status);
};

/** Sends so many malformed inputs to each route, and has every answer judged. */
export function atEveryRoute({ cases, seed }: Run, judge: Judge): Promise<Figures> {
  return withDirectory(async (directory) => {
    const { app, url } = await serve(directory, 0);
    app.useLogger(false);
    try {
      return await judged(app, url, { cases, chance: new Chance(seed), judge });
    } finally {
      await app.close();
    }
  });
}

async function judged(
  app: INestApplication,
  url: string,
  { cases, chance, judge }: Readonly<{ cases: number; chance: Chance; judge: Judge }>,
): Promise<Figures> {
  const { agencyId, clerk } = await deskIn(app, { name: '某市某局' });
  const passes = await passesFor(app, agencyId, cases);
  const caller = new Caller(url);
  await caller.send('POST', {
    path: `/v1/agencies/${agencyId}/requests`,
    headers: { ...clerk, 'Content-Type': JSON_TYPE },
    body: JSON.stringify(registration('A-1')),
  });
  const known = {
    agencyId,
    number: 'A-1',
    year: '2021',
    register: 'requests',
    cell: 'a1',
    date: '2021-03-05',
  };
  const described = await caller.send('GET', { path: '/api-json', headers: {}, body: undefined });
  const { paths, components } = JSON.parse(described.body) as Description;
  const needed = new Map(
    routesIn(app).map((route) => [`${route.method} ${route.path}`, route.needed]),
  );
  const operations = operationsOf(paths);
  const failures: string[] = [];
  const statuses: Record<string, number> = {};
  const work = operations.flatMap((operation) => {
    const route = `${operation.method} ${operation.path.replace(/\{(\w+)\}/g, ':$1')}`;
    const holder = passes(needed.get(route) ?? 'open');
    return Array.from({ length: cases }, (_, at) => ({
      operation,
      pass: holder[at % holder.length] ?? {},
      sent: malformed(operation, known, components.schemas, chance),
    }));
  });
  await inTurns(work, async ({ operation, pass, sent }) => {
    const answer = await caller.send(operation.method, {
      ...sent,
      headers: { ...pass, ...sent.headers },
    });
    const kind = `${String(answer.status).slice(0, 1)}xx`;
    statuses[kind] = (statuses[kind] ?? 0) + 1;
    const wrong = judge(answer, operation.path);
    if (wrong === null) return;
    const asked = `${operation.method} ${sent.path.slice(0, 120)} ${String(sent.body).slice(0, 240)}`;
    failures.push(`${operation.path}: ${wrong}: ${asked} → ${answer.body.slice(0, 120)}`);
  });
  const after = await caller.send('GET', { path: '/v1/session', headers: clerk, body: undefined });
  if (after.status !== 200) failures.push(`afterwards the server answers ${String(after.status)}`);
  caller.close();
  return { counts: { routes: operations.length, inputs: work.length, ...statuses }, failures };
}

/** Who may ask: for every permission enough accounts that no throttle answers instead. */
async function passesFor(
  app: INestApplication,
  agencyId: string,
  cases: number,
): Promise<(needed: string) => readonly Partial<Pass>[]> {
  const many = Math.ceil(cases / COSTLY_A_MINUTE) + 1;
  const open = async (roles: readonly Role[], count: number): Promise<readonly Pass[]> => {
    const opened: Pass[] = [];
    for (let at = 0; at < count; at += 1) {
      opened.push({ Cookie: (await openAccount(app, agencyId, roles)).Cookie });
    }
    return opened;
  };
  const business = await open(BUSINESS_ROLES, many);
  // Two of each: an administrator who is the last one may not be disabled, and that is no fault.
  const admins = {
    'system-admin': await open(['system-admin'], 2),
    'security-admin': await open(['security-admin'], 2),
    'audit-admin': await open(['audit-admin'], 2),
  };
  return (needed) => {
    if (needed === 'open') return [{}];
    if (needed === 'own') return business;
    const { roles } = PERMISSIONS[needed as Permission];
    const [role = 'handler'] = roles as readonly Role[];
    return role in admins ? admins[role as keyof typeof admins] : business;
  };
}

function operationsOf(paths: Description['paths']): readonly Operation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { parameters = [], requestBody }]) => {
      const [type = JSON_TYPE] = Object.keys(requestBody?.content ?? {});
      return {
        ...{ method, path, type },
        queries: parameters.filter((one) => one.in === 'query').map(({ name }) => name),
        body: requestBody?.content[type]?.schema,
      };
    }),
  );
}

async function inTurns<Work>(
  work: readonly Work[],
  each: (one: Work) => Promise<void>,
): Promise<void> {
  let next = 0;
  const one = async (): Promise<void> => {
    for (let at = next++; at < work.length; at = next++) await each(work[at]!);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

/** Sends bytes as they are: `fetch` would mend them first. */
class Caller {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

  constructor(private readonly url: string) {}

  send(method: string, { path, headers, body }: Sent): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const { hostname, port } = new URL(this.url);
      const sending = request(
        { agent: this.#agent, method: method.toUpperCase(), hostname, port, path, headers },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(chunks).toString('latin1'),
            }),
          );
          response.on('error', reject);
        },
      );
      sending.on('error', reject);
      sending.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
