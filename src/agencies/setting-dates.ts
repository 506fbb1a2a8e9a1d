import type { LocalDate } from '../kernel/local-date.js';
import type { Ledger } from '../ledger/ledger.js';
import { agencyStream } from './agency-stream.js';

/** What sets something of an agency that it may also leave as it is. */
const SETTING: readonly string[] = [
  'CountingRulesAdopted',
  'ProcedureRulesAdopted',
  'ReportRulesAdopted',
];

/** 何时起: the day each setting was chosen last. What nobody has chosen is not in it. */
export async function settingDates(
  ledger: Ledger,
  agencyId: string,
): Promise<ReadonlyMap<string, LocalDate>> {
  const dates = new Map<string, LocalDate>();
  for await (const { type, data, occurredOn } of ledger.readStream(agencyStream({ agencyId }))) {
    if (type === 'RetentionAdopted') dates.set('retentionYears', occurredOn);
    if (!SETTING.includes(type)) continue;
    for (const name of Object.keys(data)) {
      if (name !== 'agencyId') dates.set(name, occurredOn);
    }
  }
  return dates;
}
