import type { AgencyView } from '../read-models/read-models.js';

/** Every year that a fact of the agency falls in, as long as it stands. */
export function yearsOf({ requests, appeals, documents, counts }: AgencyView): readonly number[] {
  const stands = ({ voidedOn }: { voidedOn: string | null }): boolean => voidedOn === null;
  const dates = [
    ...requests
      .filter(stands)
      .flatMap(({ receivedOn, decidedOn, servedOn, withdrawnOn }) => [
        receivedOn,
        decidedOn,
        servedOn,
        withdrawnOn,
      ]),
    ...appeals.filter(stands).flatMap(({ filedOn, concluded }) => [filedOn, concluded?.on ?? null]),
    ...documents.filter(stands).flatMap(({ issuedOn, repealedOn }) => [issuedOn, repealedOn]),
    ...counts.flatMap(({ monthly, opening }) => [...monthly.keys(), ...opening.keys()]),
  ];
  const years = dates.flatMap((date) => (date === null ? [] : [Number(date.slice(0, 4))]));
  return [...new Set(years)].sort((left, right) => left - right);
}
