/** One stream per agency. */
export function agencyStream({ agencyId }: Readonly<{ agencyId: string }>): string {
  return `agency-${agencyId}`;
}
