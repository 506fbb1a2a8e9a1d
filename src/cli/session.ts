import type { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { AgencyRow } from '../../projections/agency-directory.projection.js';
import type { ReportPrinter } from '../annual-reports/report-printer.js';
import type { WorkingCalendar } from '../kernel/working-calendar.js';
import type { Clock } from '../ledger/clock.js';
import { CommandRefused } from '../ledger/command-refused.js';
import type { Ledger } from '../ledger/ledger.js';
import type { ReadModels } from '../read-models/read-models.js';
import { Usage } from './exit-codes.js';

/** An open ledger with everything a command of the CLI may need of it. */
export type Session = Readonly<{
  commands: CommandBus;
  queries: QueryBus;
  models: ReadModels;
  ledger: Ledger;
  printer: ReportPrinter;
  calendar: WorkingCalendar;
  clock: Clock;
  /** Who is at the keyboard, as the operating system knows them. */
  actor: string;
  dataDir: string;
  close: () => Promise<void>;
}>;

export type OpenSession = (dataDir: string, mode: 'read' | 'write') => Promise<Session>;

/** The agency meant by a name, a short name or an id; without any, the only one there is. */
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
  const found = agencies.find(({ agencyId, name, shortName }) =>
    [agencyId, name, shortName].includes(named ?? ''),
  );
  if (found !== undefined) return found;
  throw new CommandRefused({
    refused: 'agency/not-established',
    basis: '台账规则：一个机关一本台账，事实只增不改',
  });
}
