/** One stream per agency and year: its revision is what keeps the numbers without gaps and doubles. */
export function letterStream({
  agencyId,
  year,
}: Readonly<{ agencyId: string; year: number }>): string {
  return `letters-${agencyId}-${String(year)}`;
}
