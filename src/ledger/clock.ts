import type { LocalDate } from '../kernel/local-date.js';
import type { Instant } from './ledger.js';

/**
 * The one source of time. The core never asks it: dates are handed to commands, instants stamped by
 * the ledger.
 */
export interface Clock {
  readonly now: () => Instant;
  /**
   * The date in Shanghai, where the statute's days are counted, whatever the machine's own zone.
   */
  readonly today: () => LocalDate;
}

export const CLOCK = Symbol('CLOCK');

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  today: () => SHANGHAI.format(new Date()) as LocalDate,
};

/** Swedish writes dates as ISO 8601 does. */
const SHANGHAI = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
});
