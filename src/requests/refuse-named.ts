import { CommandRefused } from '../ledger/command-refused.js';
import type { Recorder } from '../ledger/decide-and-append.js';
import { readRequest } from './applicant.js';
import { clearTexts } from './domain/clear-texts.js';
import { holdsLongNumber, IN_CLEAR, STATED } from './domain/personal-data.rules.js';
import type { StepCommand } from './domain/request.decider.js';
import type { ApplicantDetails } from './domain/request.events.js';

/**
 * A reason stays in the clear for ever, so it may not name the applicant. Of a restricted request
 * nothing is opened to look.
 */
export async function refuseNamed(
  recorder: Recorder,
  stream: string,
  text: string | undefined,
  basis = STATED,
): Promise<void> {
  if (text === undefined) return;
  const { applicant } = await readRequest(recorder, stream);
  if (typeof applicant === 'string') return;
  if (!namesOf(applicant).some((name) => text.includes(name))) return;
  throw new CommandRefused({ refused: 'request/personal-data-in-clear', basis });
}

/** Likewise whatever a step of the procedure would leave in the clear. */
export async function refuseInClear(
  recorder: Recorder,
  stream: string,
  command: StepCommand,
): Promise<void> {
  const { person, thing } = clearTexts(command);
  if (person.some(holdsLongNumber)) {
    throw new CommandRefused({ refused: 'request/personal-data-in-clear', basis: IN_CLEAR });
  }
  const texts = [...person, ...thing];
  if (texts.length > 0) await refuseNamed(recorder, stream, texts.join('\n'), IN_CLEAR);
}

/** What tells who the applicant is, or somebody beside him. */
function namesOf({
  applicant,
  idNumber,
  contact,
  address,
  agent,
  coApplicants,
}: Partial<ApplicantDetails>): readonly string[] {
  const others = coApplicants?.split('\n') ?? [];
  return [applicant, idNumber, contact, address, agent, ...others]
    .map((particular) => particular?.trim() ?? '')
    .filter((particular) => particular !== '');
}
