import { removeFolders } from '../support/e2e/gongkai.js';
import { registration, startServer, type Running } from '../support/e2e/server.js';

let running: Running;
beforeAll(async () => {
  running = await startServer();
});
afterAll(async () => {
  await running.close();
  removeFolders();
});

type Operation = Readonly<{ method: string; path: string }>;

/** Every route that writes, from the description, with something in the place of its parameters. */
async function writes(): Promise<readonly Operation[]> {
  const { body } = await running.http.get('/api-json').expect(200);
  const { paths } = body as { paths: Record<string, Record<string, unknown>> };
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations)
      .filter((method) => method !== 'get')
      .map((method) => ({
        method,
        path: path
          .replace('{agencyId}', running.agencyId)
          .replace('{register}', 'requests')
          .replace('{year}', '2021')
          .replace(/\{\w+\}/g, 'x'),
      })),
  );
}

/** Sends a request of a browser's making, and answers with the status and the problem's code. */
async function sent(
  { method, path }: Operation,
  headers: Record<string, string>,
  body = '{}',
): Promise<readonly [number, string, string | null]> {
  const signedIn = { ...running.clerk, ...headers };
  const answer = await fetch(`${running.url}${path}`, { method, headers: signedIn, body });
  const { code } = (await answer.json()) as { code?: string };
  return [answer.status, code ?? '', answer.headers.get('content-type')];
}

describe('a page of another site', () => {
  const REFUSED = [403, 'http/not-from-here', 'application/problem+json; charset=utf-8'];

  it.each([
    ['another origin', { Origin: 'http://evil.example' }],
    ['another port of this machine', { Origin: 'http://127.0.0.1:1' }],
    ['no origin it wants to tell', { Origin: 'null' }],
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a sibling', { 'Sec-Fetch-Site': 'same-site' }],
  ])('writes nothing by any route: %s', async (_, headers) => {
    const operations = await writes();
    expect(operations.length).toBeGreaterThan(20);
    for (const operation of operations) {
      expect([operation, ...(await sent(operation, headers))]).toEqual([operation, ...REFUSED]);
      const json = { ...headers, 'Content-Type': 'application/json' };
      expect([operation, ...(await sent(operation, json))]).toEqual([operation, ...REFUSED]);
    }
    const { body } = await running.http.get('/v1/ledger').expect(200);
    expect(body.head).toBe('3');
  });

  it('may be linked from, which only reads', async () => {
    const headers = { 'Sec-Fetch-Site': 'cross-site', Origin: 'http://evil.example' };
    await running.http.get('/v1/agencies').set(headers).expect(200);
  });

  it('is not our own page, whose calls are taken', async () => {
    const own = { Origin: running.url, 'Sec-Fetch-Site': 'same-origin' };
    const headers = { ...own, ...running.clerk };
    const compiled = { method: 'post', path: running.at('/reports/2021/compilation') };
    const answer = await fetch(`${running.url}${compiled.path}`, { method: 'POST', headers });
    expect(answer.status).toBe(200);
  });
});

describe('a body of another kind than the route takes', () => {
  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'text/xml'])(
    'is refused by every route: %s',
    async (type) => {
      for (const operation of await writes()) {
        const answer = await sent(operation, { 'Content-Type': `${type}; boundary=x` });
        expect([operation, ...answer.slice(0, 2)]).toEqual([
          operation,
          415,
          'http/unsupported-media-type',
        ]);
      }
    },
  );

  it('is refused also when it is JSON for a file, or a file for JSON, or says nothing', async () => {
    const importing = { method: 'post', path: running.at('/imports/requests') };
    const registering = { method: 'post', path: running.at('/requests') };
    expect((await sent(importing, { 'Content-Type': 'application/json' }))[0]).toBe(415);
    expect((await sent(registering, { 'Content-Type': 'text/csv' }))[0]).toBe(415);
    expect((await sent(registering, { 'Content-Type': '' }))[0]).toBe(415);
    const json = { 'Content-Type': 'Application/JSON; charset=utf-8' };
    expect((await sent(registering, json))[0]).toBe(400);
  });
});

describe('the server keeps to itself', () => {
  it('answers only to the names of this machine', async () => {
    const { body } = await running.http.get('/v1/agencies').set('Host', 'evil.example').expect(403);
    expect(body.code).toBe('http/not-from-here');
    await running.http.get('/v1/agencies').set('Host', 'localhost:3000').expect(200);
  });

  it('asks for the name before it reads what was sent', async () => {
    const answer = await running.http
      .post(running.at('/requests'))
      .set('Host', 'evil.example')
      .set('Content-Type', 'application/json')
      .send('{"number":');
    // Read first, it would be no JSON: 400.
    expect(answer.status).toBe(403);
  });

  it('keeps an idle connection longer than a client does, so no request meets a closed one', async () => {
    const { headers } = await fetch(`${running.url}/v1/agencies`);
    expect(headers.get('keep-alive')).toBe('timeout=75');
  });

  it('sends security headers with every answer, errors included', async () => {
    for (const path of ['/v1/agencies', '/v1/nothing', running.at('/reports/2021/html')]) {
      const { headers } = await running.http.get(path);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-security-policy']).toMatch(/default-src/);
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });

  it('describes what every route answers, well or ill', async () => {
    const { body } = await running.http.get('/api-json').expect(200);
    const { paths, components } = body as {
      paths: Record<string, Record<string, { responses: Record<string, { content?: object }> }>>;
      components: { schemas: Record<string, object> };
    };
    const problem = {
      'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
    };
    for (const [path, operations] of Object.entries(paths)) {
      for (const [method, { responses }] of Object.entries(operations)) {
        const route = `${method} ${path}`;
        const well = Object.entries(responses).filter(([status]) => Number(status) < 300);
        expect([route, well.length]).toEqual([route, 1]);
        if (well[0]?.[0] !== '204')
          expect(JSON.stringify(well)).toMatch(/"schema":\{"(\$ref|type)"/);
        const writing = method === 'get' ? [] : [409, 413, 415, 422, 507];
        const naming = path.includes('{') ? [404] : [];
        for (const status of [400, 401, 403, 429, 500, 503, ...writing, ...naming]) {
          expect([route, status, responses[status]?.content]).toEqual([route, status, problem]);
        }
      }
    }
    expect(components.schemas['Problem']).toMatchObject({
      required: expect.arrayContaining(['type', 'status', 'code', 'title', 'detail']),
    });
  });

  it.each([
    ['/v1/agencies', '/v1/agencies'],
    ['/v1/ledger', '/v1/ledger'],
    ['/v1/workdays/{date}', '/v1/workdays/2021-03-05'],
    ['/v1/agencies/{agencyId}/requests', '@/requests'],
    ['/v1/agencies/{agencyId}/requests/{number}', '@/requests/A-1'],
    ['/v1/agencies/{agencyId}/reports/{year}', '@/reports/2021'],
    [
      '/v1/agencies/{agencyId}/reports/{year}/cells/{cell}',
      '@/reports/2021/cells/table3.new_received.total',
    ],
  ])('answers %s with what it describes, and nothing else', async (path, asked) => {
    await running.http.post(running.at('/requests')).send(registration('A-1'));
    const { body: described } = await running.http.get('/api-json').expect(200);
    const schema = described.paths[path].get.responses[200].content['application/json'].schema;
    const name = (schema.$ref ?? schema.items.$ref) as string;
    const { properties } = described.components.schemas[name.split('/').at(-1)!];
    const { body } = await running.http.get(asked.replace('@', running.at(''))).expect(200);
    const [first] = [body].flat() as object[];
    expect(Object.keys(first!).sort()).toEqual(Object.keys(properties as object).sort());
  });

  it('describes every route at /api', async () => {
    await running.http.get('/api').expect(200);
    const { body } = await running.http.get('/api-json').expect(200);
    expect(Object.keys(body.paths as object).sort()).toEqual(running.routes());
  });
});
