import type { Instant } from '../../src/ledger/ledger.js';
import { appendingContract } from './appending.contract.js';
import { readingContract } from './reading.contract.js';
import { Subject, type Place } from './subject.js';

/** What every store promises, in the words of the port. A store is done when it passes. */
export function ledgerContract(
  name: string,
  makePlace: (clock: () => Instant) => Promise<Place>,
): void {
  describe(`${name} ledger 台账`, () => {
    const subject = new Subject();
    beforeEach(() => subject.begin(makePlace));
    afterEach(() => subject.end());

    appendingContract(subject);
    readingContract(subject);
  });
}
