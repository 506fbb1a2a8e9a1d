import type { Server } from 'node:http';
import type { Express } from 'express';
import supertest from 'supertest';
import { serve } from '../../../src/serve.js';
import { emptyFolder } from './gongkai.js';

export type Running = Readonly<{
  dataDir: string;
  url: string;
  server: Server;
  http: ReturnType<typeof supertest>;
  agencyId: string;
  /** The path below the agency. */
  at: (path: string) => string;
  /** Every path the server answers below /v1, in the notation of OpenAPI. */
  routes: () => readonly string[];
  close: () => Promise<void>;
}>;

/** The program as it is served, in this process, on a free port, with one agency in it. */
export async function startServer(): Promise<Running> {
  const dataDir = emptyFolder();
  const { app, url } = await serve(dataDir, 0);
  const http = supertest(app.getHttpServer());
  const { body } = await http
    .post('/v1/agencies')
    .send({ name: '某市某区机关事务管理中心', shortName: '某区机关事务管理中心' })
    .expect(201);
  const { agencyId } = body as { agencyId: string };
  return {
    dataDir,
    url,
    server: app.getHttpServer(),
    http,
    agencyId,
    at: (path) => `/v1/agencies/${agencyId}${path}`,
    routes: () => routesOf(app.getHttpAdapter().getInstance()),
    close: () => app.close(),
  };
}

function routesOf({ router }: Express): readonly string[] {
  const paths = router.stack.flatMap(({ route }) => route?.path ?? []);
  const named = paths.map((path) => path.replace(/:(\w+)/g, '{$1}'));
  return [...new Set(named)].filter((path) => path.startsWith('/v1/')).sort();
}

/** A body that registers a request, with what is changed. */
export function registration(number: string, changes: object = {}): object {
  return {
    number,
    receivedOn: '2021-03-05',
    channel: 'counter',
    applicantKind: 'natural',
    applicant: '欧阳小明',
    idNumber: '330902199001011234',
    contact: '13812345678',
    description: '2020年办公用房维修项目的验收报告',
    ...changes,
  };
}
