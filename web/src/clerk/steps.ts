import type { RequestDetails } from './answers';
import { HANDLING_STEPS } from './handling-steps';
import { REPLY_STEPS } from './reply-steps';
import type { Step } from './step';

/** What may be done now. A 更正申请 has no period, and is decided at the command line. */
export function stepsOf(request: RequestDetails): readonly Step[] {
  const { handling } = request;
  const refused = handling.consultations.some(
    ({ opinion, informedOn }) => opinion === 'objects' && informedOn === null,
  );
  return [...HANDLING_STEPS, ...REPLY_STEPS].filter(({ id, from }) => {
    if (request.subject === 'record-correction' && ['decide', 'sign-off'].includes(id))
      return false;
    return from.includes(request.status) && (id !== 'inform' || refused);
  });
}
