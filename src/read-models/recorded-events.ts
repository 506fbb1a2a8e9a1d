import type { AccountEvent } from '../access/domain/account.events.js';
import type { SignInEvent } from '../access/domain/sign-in.events.js';
import type { AgencyEvent } from '../agencies/domain/agency.events.js';
import type { AnnualReportEvent } from '../annual-reports/domain/annual-report.events.js';
import type { ReportsRolledUp } from '../annual-reports/domain/roll-up.events.js';
import type { SubmissionEvent } from '../annual-reports/domain/submission.events.js';
import type { AppealEvent } from '../appeals/domain/appeal.events.js';
import type { RecordedEvent } from '../ledger/ledger.js';
import type { LetterEvent } from '../letters/domain/letter.events.js';
import type { CountEvent } from '../publications/domain/count.events.js';
import type { DocumentEvent } from '../publications/domain/document.events.js';
import type { PersonSearched } from '../requests/domain/person-search.events.js';
import type { RequestEvent } from '../requests/domain/request.events.js';
import type { SignOffEvent } from '../requests/domain/sign-off.events.js';

/** Every fact this version knows. */
export type LedgerEvent =
  | AgencyEvent
  | RequestEvent
  | PersonSearched
  | SignOffEvent
  | AppealEvent
  | DocumentEvent
  | CountEvent
  | AnnualReportEvent
  | SubmissionEvent
  | ReportsRolledUp
  | LetterEvent
  | AccountEvent
  | SignInEvent;

/**
 * A recorded event as the folds read it. Its shape was checked when it was decided and its hash
 * when it was read; a type or a schema that this version does not know is refused by whoever folds
 * it.
 */
export function toEvent({ type, occurredOn, data }: RecordedEvent): LedgerEvent {
  return { type, occurredOn, data } as unknown as LedgerEvent;
}
