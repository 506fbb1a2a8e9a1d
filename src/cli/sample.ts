import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { agencyIdOf } from '../agencies/agency-id.js';
import { AppointStaffCommand } from '../agencies/appoint-staff.handler.js';
import { DesignateDisclosureOfficeCommand } from '../agencies/designate-disclosure-office.handler.js';
import type { AgencyLevel, Employment } from '../agencies/domain/agency.events.js';
import { EstablishAgencyCommand } from '../agencies/establish-agency.handler.js';
import { DraftReportCommand } from '../annual-reports/draft-report.handler.js';
import { readReportText } from '../annual-reports/report-text-file.js';
import type { LocalDate } from '../kernel/local-date.js';
import type { CommandMeta } from '../ledger/decide-and-append.js';
import { derivedId } from '../ledger/derived-id.js';
import { ImportCountsCommand } from '../publications/import-counts.handler.js';
import type { Output } from './output.js';
import { reportFile, writeReport } from './report.command.js';
import type { Session } from './session.js';

type SampleAgency = Readonly<{
  name: string;
  shortName: string;
  level: AgencyLevel;
  offices: readonly Readonly<{ office: string; designatedOn: LocalDate }>[];
  staff: readonly Readonly<{ staffId: string; employment: Employment; appointedOn: LocalDate }>[];
  report: Readonly<{ year: number; signedOn: LocalDate }>;
}>;

/** Beside src/ in a checkout, and copied beside it into dist/ by the build. */
const SAMPLE = join(__dirname, '..', '..', 'samples', 'dinghai-2021');

/**
 * Logs the sample agency's 2021 through the same commands that a clerk's entries go through. Every
 * id follows from what is logged, so loading it again adds nothing. Answers with the agency's name
 * and the report's year.
 */
async function loadSample(session: Session): Promise<Readonly<{ name: string; year: number }>> {
  const sample = await readSample();
  const { name, shortName, level, report } = sample;
  const agencyId = agencyIdOf(name);
  const today = session.clock.today();
  const meta = (...what: readonly string[]): CommandMeta => ({
    commandId: commandIdOf(sample, ...what),
    actor: session.actor,
  });
  const { commands } = session;

  const agency = { agencyId, name, shortName, level };
  const establish = { type: 'EstablishAgency', data: agency, today } as const;
  await commands.execute(new EstablishAgencyCommand(establish, meta('establish')));
  for (const office of sample.offices) {
    const data = { agencyId, ...office };
    const command = { type: 'DesignateDisclosureOffice', data, today } as const;
    await commands.execute(
      new DesignateDisclosureOfficeCommand(command, meta('office', office.office)),
    );
  }
  for (const post of sample.staff) {
    const command = { type: 'AppointStaff', data: { agencyId, ...post }, today } as const;
    await commands.execute(new AppointStaffCommand(command, meta('staff', post.staffId)));
  }

  const counts = await readFile(join(SAMPLE, 'counts.csv'));
  const by = { today, actor: session.actor };
  await commands.execute(new ImportCountsCommand(agencyId, counts, by, { allOrNothing: true }));

  const words = await readFile(join(SAMPLE, 'report.txt'), 'utf8');
  const text = readReportText(words, report.year, report.signedOn);
  const draft = {
    type: 'DraftReport',
    data: { agencyId, year: report.year, text },
    today,
  } as const;
  await commands.execute(new DraftReportCommand(draft, meta('draft')));
  return { name, year: report.year };
}

/** Loads the sample and prints its report. */
export async function demonstrate(session: Session, output: Output): Promise<void> {
  const { name, year } = await loadSample(session);
  await writeReport(session, output, { year, format: 'pdf', out: undefined, agency: name });
}

/**
 * Whether the first start is still to be done, or to be ended: the ledger is empty, or it began
 * with the sample, whose printed report comes last and is not there. One event is read, because a
 * ledger may hold millions.
 */
export async function firstStartUnfinished(session: Session): Promise<boolean> {
  const sample = await readSample();
  const first = commandIdOf(sample, 'establish');
  for await (const { commandId } of session.ledger.readAll()) {
    const agency = { agencyId: agencyIdOf(sample.name), shortName: sample.shortName };
    const { year } = sample.report;
    const printed = [true, false].some((alone) =>
      existsSync(reportFile(session, agency, { year, format: 'pdf', alone })),
    );
    return commandId === first && !printed;
  }
  return true;
}

async function readSample(): Promise<SampleAgency> {
  return JSON.parse(await readFile(join(SAMPLE, 'agency.json'), 'utf8')) as SampleAgency;
}

function commandIdOf({ name }: SampleAgency, ...what: readonly string[]): string {
  return derivedId('sample', agencyIdOf(name), ...what);
}
