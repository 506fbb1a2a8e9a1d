import { DEFAULT_PROCEDURE_RULES } from '../../src/agencies/domain/procedure-rules.events.js';
import { workingCalendar } from '../../src/kernel/working-calendar.js';
import type { WorkingCalendar } from '../../src/kernel/working-calendar.js';
import type { AgencyTerms } from '../../src/requests/agency-terms.js';
import type { Terms } from '../../src/requests/domain/terms.js';

const FIRST_YEAR = 1990;
const YEARS = 150;

/** Every Monday to Friday is a working day, in any year a test may think of. */
export const mondayToFriday: WorkingCalendar = workingCalendar(
  Array.from({ length: YEARS }, (_, index) => ({
    year: FIRST_YEAR + index,
    notice: 'no holidays, for tests',
    off: [],
    work: [],
  })),
  'monday-to-friday',
);

/** The rules that nobody chose otherwise, over a calendar. */
export function defaultTerms(calendar: WorkingCalendar = mondayToFriday): Terms {
  return { calendar, rules: DEFAULT_PROCEDURE_RULES };
}

/** The default rules for any agency, where a handler asks for its terms. */
export function fixedTerms(): AgencyTerms {
  return { of: () => Promise.resolve(defaultTerms()) } as unknown as AgencyTerms;
}
