import { Inject, Injectable } from '@nestjs/common';
import { DEFAULT_PROCEDURE_RULES } from '../agencies/domain/procedure-rules.events.js';
import type { WorkingCalendar } from '../kernel/working-calendar.js';
import type { Terms } from './domain/terms.js';
import { WORKING_CALENDAR } from './tokens.js';

/** What the procedure of an agency runs on, handed to its deciders as values. */
@Injectable()
export class AgencyTerms {
  constructor(@Inject(WORKING_CALENDAR) private readonly calendar: WorkingCalendar) {}

  of(_agencyId: string): Promise<Terms> {
    return Promise.resolve({ calendar: this.calendar, rules: DEFAULT_PROCEDURE_RULES });
  }
}
