import type { ProcedureRules } from '../../agencies/domain/procedure-rules.events.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { ClockFacts, Suspension } from './deadline.js';
import type { Consultation, Handling } from './handling.facts.js';

/** A span that is not counted, and whose opinion it waited for. */
type ConsultationSpan = Suspension & Pick<Consultation, 'consultation' | 'party'>;

/** The facts of one request that its period runs on; each consultation says whose it is. */
type RequestClock = Omit<ClockFacts, 'consultations'> &
  Readonly<{ consultations: readonly ConsultationSpan[] }>;

/** The facts that the reply period runs on. A consultation counts from where the agency's rule says. */
export function clockFacts(
  receivedOn: LocalDate,
  { supplement, consultations, extensions, fee, delayedUntil }: Handling,
  { consultationFrom }: Pick<ProcedureRules, 'consultationFrom'>,
): RequestClock {
  const suspensions = consultations.flatMap((asked) => {
    const { consultation, party, sentOn, receivedOn: reached, answeredOn } = asked;
    const from = consultationFrom === 'sent' ? sentOn : reached;
    return from === null ? [] : [{ from, until: answeredOn, consultation, party }];
  });
  const extendedBy = extensions.reduce((sum, { workingDays }) => sum + workingDays, 0);
  return { receivedOn, supplement, consultations: suspensions, fee, extendedBy, delayedUntil };
}
