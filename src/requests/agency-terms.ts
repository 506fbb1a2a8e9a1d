import { Inject, Injectable } from '@nestjs/common';
import type { AgencyRow } from '../../projections/agency-directory.projection.js';
import { workingCalendar, type CalendarYear } from '../kernel/working-calendar.js';
import type { LocalDate } from '../kernel/local-date.js';
import { ReadModels } from '../read-models/read-models.js';
import type { Terms } from './domain/terms.js';
import { NOTICES, type Notices } from './tokens.js';

/** What the procedure of an agency runs on, handed to its deciders as values. */
@Injectable()
export class AgencyTerms {
  /** Rows are never edited, so an agency that is still the same has the same terms. */
  readonly #known = new WeakMap<AgencyRow, Terms>();

  constructor(
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(NOTICES) private readonly notices: Notices,
  ) {}

  /** Throws CommandRefused when the ledger knows no such agency. */
  async of(agencyId: string): Promise<Terms> {
    const agency = await this.models.established(agencyId);
    const known = this.#known.get(agency);
    if (known !== undefined) return known;
    const terms = termsOf(agency, this.notices);
    this.#known.set(agency, terms);
    return terms;
  }

  /** Whether the program has the State Council's notice of a year itself. */
  knows(year: number): boolean {
    return this.notices.years.some((shipped) => shipped.year === year);
  }
}

/** What the program has goes before what was entered while it did not have it. */
export function termsOf(
  { daysOff, procedure }: Pick<AgencyRow, 'daysOff' | 'procedure'>,
  { years, edition }: Notices,
): Terms {
  const shipped = new Set(years.map(({ year }) => year));
  const announced = daysOff
    .filter(({ scope, year }) => scope === 'state-council' && !shipped.has(year))
    .map(({ year, notice, off, work }): CalendarYear => {
      return { year, notice, off: off.map(inYear), work: work.map(inYear) };
    });
  const local = daysOff.filter(({ scope }) => scope === 'local');
  const parts = [
    edition,
    ...announced.map(({ year }) => String(year)),
    ...local.map(
      ({ year, off, work }) => `local-${String(year)}-${String(off.length + work.length)}`,
    ),
  ];
  const calendar = workingCalendar([...years, ...announced], parts.join('+'), local);
  return { calendar, rules: procedure };
}

function inYear(date: LocalDate): CalendarYear['off'][number] {
  return date.slice(5) as CalendarYear['off'][number];
}
