import type { BoardRow, DeadlineBoard } from './domain/deadline-board.js';

/** Where reminders go besides the board: a calendar that subscribes, and a mailbox. */
export interface ReminderOutlets {
  /** All reminders as an iCalendar feed (RFC 5545), one all-day event each. */
  calendar(agency: string, board: DeadlineBoard): Promise<string>;

  /**
   * Sends what is overdue or due soon to each of `to`. Answers with the rows that were named; with
   * none nothing is sent. Throws {@link MailFailed}.
   */
  mail(agency: string, board: DeadlineBoard, to: readonly string[]): Promise<readonly BoardRow[]>;
}

/** Injection token of the {@link ReminderOutlets}. */
export const REMINDER_OUTLETS = Symbol('REMINDER_OUTLETS');

/** No server is named, it does not answer, or it refuses; the message is a Chinese sentence. */
export class MailFailed extends Error {
  override readonly name = 'MailFailed';
}
