import { randomUUID } from 'node:crypto';
import type { Command, CommandBus, QueryBus } from '@nestjs/cqrs';
import type { AgencyRow } from '../../projections/agency-directory.projection.js';
import type { AccountDirectory } from '../access/account-directory.js';
import type { Passwords } from '../access/passwords.js';
import type { SecondFactor } from '../access/second-factor.js';
import { NOT_ESTABLISHED } from '../agencies/domain/agency.events.js';
import type { ReportPrinter } from '../annual-reports/report-printer.js';
import type { LocalDate } from '../kernel/local-date.js';
import type { WorkingCalendar } from '../kernel/working-calendar.js';
import type { Clock } from '../ledger/clock.js';
import { CommandRefused } from '../ledger/command-refused.js';
import type { CommandMeta, Decided } from '../ledger/decide-and-append.js';
import type { Ledger } from '../ledger/ledger.js';
import type { Transparency } from '../ledger/transparency/transparency.js';
import type { SealedFiles } from '../ledger/vault/sealed-files.js';
import type { Vault } from '../ledger/vault/vault.js';
import type { AgencyTerms } from '../requests/agency-terms.js';
import type { ReminderOutlets } from '../requests/reminder-outlets.js';
import type { ReadModels } from '../read-models/read-models.js';
import { Usage } from './exit-codes.js';

/** An open ledger with everything a command of the CLI may need of it. */
export type Session = Readonly<{
  commands: CommandBus;
  queries: QueryBus;
  models: ReadModels;
  ledger: Ledger;
  transparency: Transparency;
  printer: ReportPrinter;
  outlets: ReminderOutlets;
  calendar: WorkingCalendar;
  terms: AgencyTerms;
  clock: Clock;
  /** Who is at the keyboard, as the operating system knows them. */
  actor: string;
  accounts: AccountDirectory;
  passwords: Passwords;
  secondFactor: SecondFactor;
  dataDir: string;
  vault: Vault;
  files: Pick<SealedFiles, 'check'>;
  close: () => Promise<void>;
}>;

export type OpenSession = (
  dataDir: string,
  mode: 'read' | 'write',
  /** Begins the high-water mark anew, with the ledger as it is. */
  newWitness?: boolean,
) => Promise<Session>;

/** Sends one entry of the person at the keyboard, dated today. */
export function send<C extends Readonly<{ today: LocalDate }>, Answer extends Decided>(
  { commands, clock, actor }: Session,
  Envelope: new (command: C, meta: CommandMeta) => Command<Answer>,
  command: Omit<C, 'today'>,
): Promise<Answer> {
  const dated = { ...command, today: clock.today() } as C;
  return commands.execute(new Envelope(dated, { commandId: randomUUID(), actor }));
}

/**
 * The agency meant by a name, a short name or an id; without any, the only one there is. A name that
 * fits two is refused: the entry would stand in the ledger of the wrong one for ever.
 */
export async function agencyMeant(session: Session, named: string | undefined): Promise<AgencyRow> {
  const agencies = await session.models.agencies();
  const [first] = agencies;
  if (named === undefined) {
    if (first !== undefined && agencies.length === 1) return first;
    if (first !== undefined) {
      const names = agencies.map(({ name }) => name).join('、');
      throw new Usage(`台账里有几个机关（${names}），请用 --agency 指明是哪一个。`);
    }
  }
  const found = agencies.filter(({ agencyId, name, shortName }) =>
    [agencyId, name, shortName].includes(named ?? ''),
  );
  if (found.length > 1) {
    const fitting = found.map(({ agencyId, name }) => `${name}（编号 ${agencyId}）`).join('、');
    throw new Usage(`“${named ?? ''}”可以指几个机关：${fitting}，请用编号指明。`);
  }
  const [only] = found;
  if (only !== undefined) return only;
  throw new CommandRefused(NOT_ESTABLISHED);
}
