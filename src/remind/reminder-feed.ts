import ical, { ICalAlarmType } from 'ical-generator';
import type { DeadlineBoard, Reminder } from '../requests/domain/deadline-board.js';
import { reminderWords } from '../words/deadlines.zh-CN.js';

/** A morning's notice, two days ahead: enough to ask for an extension before the day (第33条). */
const ALARM_SECONDS_BEFORE = 2 * 24 * 60 * 60;

/**
 * The reminders as an iCalendar feed. The id of an event follows from what it reminds of, so that a
 * calendar moves the event when the day moves, and drops it when the matter is done. No name of a
 * person is in it: calendars are shared, synchronised and kept outside.
 */
export function reminderFeed(agency: string, { today, reminders }: DeadlineBoard): string {
  const calendar = ical({
    name: `${agency}政府信息公开期限`,
    prodId: '//gongkai-ledger//deadlines//ZH',
  });
  const seen = new Map<string, number>();
  for (const reminder of reminders) {
    const place = seen.get(keyOf(reminder)) ?? 0;
    seen.set(keyOf(reminder), place + 1);
    const event = calendar.createEvent({
      id: `${keyOf(reminder)}-${String(place)}@gongkai-ledger`,
      start: reminder.on,
      allDay: true,
      // The feed is made anew for every reader; the stamp must not make it another one.
      stamp: `${today}T00:00:00Z`,
      summary: reminderWords(reminder),
    });
    event.createAlarm({ type: ICalAlarmType.display, triggerBefore: ALARM_SECONDS_BEFORE });
  }
  return calendar.toString();
}

function keyOf({ number, kind }: Reminder): string {
  return `${encodeURIComponent(number)}-${kind}`;
}
