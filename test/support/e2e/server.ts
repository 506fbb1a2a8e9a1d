import type { Server } from 'node:http';
import type { INestApplication } from '@nestjs/common';
import type { Express } from 'express';
import supertest from 'supertest';
import { serve } from '../../../src/serve.js';
import type { Role } from '../../../src/access/domain/account.events.js';
import { deskIn, foundAgency, openAccount, type Pass } from './accounts.js';
import { emptyFolder } from './gongkai.js';

/** A client that sends the pass of an account along. */
type Client = ReturnType<typeof supertest.agent>;

export type Running = Readonly<{
  dataDir: string;
  url: string;
  server: Server;
  /** The clerk of the agency, who holds every role of business. */
  http: Client;
  /** What the clerk's browser sends along. */
  clerk: Pass;
  accountId: string;
  /** Somebody who is not signed in. */
  stranger: () => Client;
  app: INestApplication;
  /** 系统管理员. */
  admin: Client;
  agencyId: string;
  /** Somebody else of an agency, with these roles or with all of business. */
  join: (agencyId: string, roles?: readonly Role[]) => Promise<Client>;
  /** Another agency and its clerk. */
  found: (name: string) => Promise<Readonly<{ agencyId: string; http: Client }>>;
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
  const server = app.getHttpServer();
  const clientOf = (pass: Pass): Client => supertest.agent(server).set('Cookie', pass.Cookie);
  const join: Running['join'] = async (agency, roles) =>
    clientOf(await openAccount(app, agency, roles));
  const { agencyId, accountId, clerk, admin } = await deskIn(app, {
    name: '某市某区机关事务管理中心',
    shortName: '某区机关事务管理中心',
  });
  return {
    dataDir,
    url,
    server,
    http: clientOf(clerk),
    clerk,
    accountId,
    admin: clientOf(admin),
    agencyId,
    join,
    app,
    stranger: () => supertest.agent(server),
    found: async (name) => {
      const founded = await foundAgency(app, { name });
      return { agencyId: founded, http: await join(founded) };
    },
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
