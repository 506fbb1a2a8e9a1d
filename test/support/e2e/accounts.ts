import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { ChangeAccountCommand } from '../../../src/access/change-account.handler.js';
import { BUSINESS_ROLES, type Role } from '../../../src/access/domain/account.events.js';
import { Passwords } from '../../../src/access/passwords.js';
import { Sessions } from '../../../src/access/sessions.js';
import { agencyIdOf } from '../../../src/agencies/agency-id.js';
import { EstablishAgencyCommand } from '../../../src/agencies/establish-agency.handler.js';
import { AppModule } from '../../../src/app.module.js';
import { CLOCK, type Clock } from '../../../src/ledger/clock.js';
import type { Ledger } from '../../../src/ledger/ledger.js';
import { LEDGER } from '../../../src/ledger/tokens.js';

/** A header that shows a session, as a browser sends it. */
export type Pass = Readonly<{ Cookie: string }>;

type Names = Readonly<{ name: string; shortName?: string }>;

/** An agency, founded as `gongkai init` does. */
export async function foundAgency(
  app: INestApplicationContext,
  { name, shortName = name }: Names,
): Promise<string> {
  const agencyId = agencyIdOf(name);
  const data = { agencyId, name, shortName, level: 'department' } as const;
  const command = { type: 'EstablishAgency', data, today: app.get<Clock>(CLOCK).today() } as const;
  const meta = { commandId: randomUUID(), actor: 'test' };
  await app.get(CommandBus).execute(new EstablishAgencyCommand(command, meta));
  return agencyId;
}

type Opened = Pass & Readonly<{ accountId: string }>;

/** Opens an account by the command that everybody uses, and signs it in without a password. */
export async function openAccount(
  app: INestApplicationContext,
  agencyId: string,
  roles: readonly Role[] = BUSINESS_ROLES,
  loginName?: string,
): Promise<Opened> {
  const accountId = randomUUID();
  const sealed = { name: '欧阳', loginName: loginName ?? `u${accountId}`.slice(0, 20) };
  const data = { agencyId, accountId, roles };
  const command = {
    type: 'OpenAccount',
    data,
    sealed,
    today: app.get<Clock>(CLOCK).today(),
  } as const;
  const meta = { commandId: randomUUID(), actor: 'test' };
  await app.get(CommandBus).execute(new ChangeAccountCommand(command, meta));
  const token = await app.get(Sessions, { strict: false }).open(accountId, 'test');
  return { accountId, Cookie: `gongkai=${token}` };
}

/** An account that may also be signed in to by its name and a password. */
export async function openNamed(
  app: INestApplicationContext,
  agencyId: string,
  { loginName, password }: Readonly<{ loginName: string; password: string }>,
): Promise<Opened> {
  const opened = await openAccount(app, agencyId, BUSINESS_ROLES, loginName);
  await app.get(Passwords, { strict: false }).set(opened.accountId, password, false);
  return opened;
}

/** Passes for a program that is served as a process of its own; it must not be running yet. */
export async function passesFor(dataDir: string, name = '某市某局'): Promise<Desk> {
  const module = AppModule.for({ dataDir, mode: 'write' });
  const app = await NestFactory.createApplicationContext(module, { logger: false });
  try {
    return await deskIn(app, { name });
  } finally {
    await app.close();
  }
}

/** An agency whose one clerk does all its business, and the one who runs the program. */
export type Desk = Readonly<{ agencyId: string; accountId: string; clerk: Pass; admin: Pass }>;

export async function deskIn(app: INestApplicationContext, name: Names): Promise<Desk> {
  const agencyId = await foundAgency(app, name);
  const { accountId, Cookie } = await openAccount(app, agencyId);
  const admin = await openAccount(app, agencyId, ['system-admin']);
  return { agencyId, accountId, clerk: { Cookie }, admin: { Cookie: admin.Cookie } };
}

/** What was put down at the door: the type, and why not. */
export async function signInEvents(
  app: INestApplicationContext,
): Promise<readonly (readonly [string, unknown])[]> {
  const events: (readonly [string, unknown])[] = [];
  for await (const { type, data } of app.get<Ledger>(LEDGER).readAll()) {
    if (type.startsWith('Sign') || type === 'AccessDenied') {
      events.push([type, data['fault'] ?? data['permission']]);
    }
  }
  return events;
}
