import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { userInfo } from 'node:os';
import { NestFactory } from '@nestjs/core';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { INestApplicationContext } from '@nestjs/common';
import { REPORT_PRINTER } from './annual-reports/report-printer.js';
import { AccountDirectory } from './access/account-directory.js';
import { Passwords } from './access/passwords.js';
import { SecondFactor } from './access/second-factor.js';
import { AppModule } from './app.module.js';
import { Usage } from './cli/exit-codes.js';
import type { Session } from './cli/session.js';
import { CLOCK } from './ledger/clock.js';
import { LEDGER, SEALED_FILES, VAULT } from './ledger/tokens.js';
import { Transparency } from './ledger/transparency/transparency.js';
import { ReadModels } from './read-models/read-models.js';
import { AgencyTerms } from './requests/agency-terms.js';
import { REMINDER_OUTLETS } from './requests/reminder-outlets.js';
import { WORKING_CALENDAR } from './requests/tokens.js';

/** Opens a ledger for one command of the CLI. */
export async function openSession(
  dataDir: string,
  mode: 'read' | 'write',
  newWitness = false,
): Promise<Session> {
  if (
    mode === 'read' &&
    process.env['LEDGER_URL'] === undefined &&
    !existsSync(join(dataDir, 'ledger.db'))
  ) {
    throw new Usage(`“${resolve(dataDir)}”里没有台账，请先建账：gongkai init --name 机关全称`);
  }
  const module = AppModule.for({ dataDir, mode, newWitness });
  const app = await NestFactory.createApplicationContext(module, {
    logger: false,
    abortOnError: false,
  });
  return sessionOf(app, dataDir);
}

/** The parts of a running program that a command may need. */
export function sessionOf(app: INestApplicationContext, dataDir: string): Session {
  return {
    commands: app.get(CommandBus),
    queries: app.get(QueryBus),
    models: app.get(ReadModels),
    ledger: app.get(LEDGER),
    transparency: app.get(Transparency),
    printer: app.get(REPORT_PRINTER),
    outlets: app.get(REMINDER_OUTLETS),
    calendar: app.get(WORKING_CALENDAR),
    terms: app.get(AgencyTerms, { strict: false }),
    clock: app.get(CLOCK),
    actor: actorAt(userInfo),
    accounts: app.get(AccountDirectory, { strict: false }),
    passwords: app.get(Passwords, { strict: false }),
    secondFactor: app.get(SecondFactor, { strict: false }),
    dataDir: resolve(dataDir),
    vault: app.get(VAULT),
    files: app.get(SEALED_FILES),
    close: () => app.close(),
  };
}

/**
 * Who is at the keyboard. In a container the user may be a mere number without an entry in the
 * system's list, and asking for the name then throws.
 */
export function actorAt(who: () => Readonly<{ username: string }>): string {
  try {
    return `cli:${who().username}`;
  } catch {
    return `cli:uid-${String(process.getuid?.() ?? 'unknown')}`;
  }
}
