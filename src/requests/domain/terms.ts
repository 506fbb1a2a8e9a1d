import type { ProcedureRules } from '../../agencies/domain/procedure-rules.events.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { WorkingCalendar } from '../../kernel/working-calendar.js';
import { deadlineOf } from './deadline.js';
import type { Due } from './handling.events.js';
import type { Handling } from './handling.facts.js';
import { clockFacts } from './request-clock.js';

/** What the procedure of one agency runs on besides the law: its calendar and its choices. */
export type Terms = Readonly<{ calendar: WorkingCalendar; rules: ProcedureRules }>;

/** 答复期限 as these facts leave it. */
export function dueAfter(receivedOn: LocalDate, handling: Handling, terms: Terms): Due {
  const { calendar, rules } = terms;
  const { dueOn, provisional } = deadlineOf(
    clockFacts(receivedOn, handling, rules),
    calendar,
    rules,
  );
  return {
    dueOn,
    ...(provisional ? { provisional } : {}),
    calendarEdition: calendar.edition,
  };
}
