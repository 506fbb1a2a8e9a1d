import { CommandRefused } from '../ledger/command-refused.js';

/** A file that is no report, or none that can be read. `why` is Chinese. */
export function unreadable(why: string): CommandRefused {
  return new CommandRefused({
    refused: 'submission/unreadable-file',
    basis: '台账规则：下级报告照原样读入，读不出的不猜',
    facts: { why },
  });
}
