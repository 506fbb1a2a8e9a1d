/** Injection token of the working-day calendar that deadlines are counted by. */
export const WORKING_CALENDAR = Symbol('WORKING_CALENDAR');
