import type { CalendarYear } from '../kernel/working-calendar.js';

/** Injection token of the working-day calendar that deadlines are counted by. */
export const WORKING_CALENDAR = Symbol('WORKING_CALENDAR');

/** 国务院节假日安排 that the program brings along, and what its edition is called. */
export type Notices = Readonly<{ years: readonly CalendarYear[]; edition: string }>;

/** Injection token of the {@link Notices}. */
export const NOTICES = Symbol('NOTICES');
