import { removeFolders } from '../support/e2e/gongkai.js';
import { startServer, type Running } from '../support/e2e/server.js';

let running: Running;
beforeAll(async () => {
  running = await startServer();
});
afterAll(async () => {
  await running.close();
  removeFolders();
});

describe('the server keeps to itself', () => {
  it('answers only to the names of this machine', async () => {
    await running.http.get('/v1/agencies').set('Host', 'evil.example').expect(403);
    await running.http.get('/v1/agencies').set('Host', 'localhost:3000').expect(200);
  });

  it('keeps an idle connection longer than a client does, so that none is closed under a request', async () => {
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

  it('describes every route at /api', async () => {
    await running.http.get('/api').expect(200);
    const { body } = await running.http.get('/api-json').expect(200);
    expect(Object.keys(body.paths as object).sort()).toEqual(running.routes());
  });
});
