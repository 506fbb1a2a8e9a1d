import { CommandRefused } from '../ledger/command-refused.js';
import type { Recorder } from '../ledger/decide-and-append.js';
import { readRequest } from './applicant.js';
import { STATED } from './domain/personal-data.rules.js';

/**
 * A reason stays in the clear for ever, so it may not name the applicant. Of a restricted request
 * nothing is opened to look.
 */
export async function refuseNamed(
  recorder: Recorder,
  stream: string,
  text: string | undefined,
): Promise<void> {
  if (text === undefined) return;
  const { applicant } = await readRequest(recorder, stream);
  if (typeof applicant === 'string') return;
  const { applicant: name, idNumber, contact } = applicant;
  const named = [name, idNumber, contact].some(
    (particular) => particular !== undefined && particular !== '' && text.includes(particular),
  );
  if (named) throw new CommandRefused({ refused: 'request/personal-data-in-clear', basis: STATED });
}
