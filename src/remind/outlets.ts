import type { BoardRow, DeadlineBoard } from '../requests/domain/deadline-board.js';
import type { ReminderOutlets } from '../requests/reminder-outlets.js';
import type { MailSettings } from './mail.js';

/** Reminders by iCalendar and SMTP. What each needs is loaded when it is needed. */
export class CalendarAndMail implements ReminderOutlets {
  constructor(private readonly settings: MailSettings) {}

  async calendar(agency: string, board: DeadlineBoard): Promise<string> {
    const { reminderFeed } = await import('./reminder-feed.js');
    return reminderFeed(agency, board);
  }

  async mail(
    agency: string,
    board: DeadlineBoard,
    to: readonly string[],
  ): Promise<readonly BoardRow[]> {
    const { mailReminders } = await import('./mail.js');
    return mailReminders(this.settings, agency, board, to);
  }
}
