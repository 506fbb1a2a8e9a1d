/** 申请人信息 as it may be shown on a screen: recognisable to who knows it, useless to who does not. */
export type MaskedApplicant = Readonly<{
  applicant: string;
  idNumber: string;
  contact: string;
  /** What is asked for. Needed to do the work; the only part that is shown in full. */
  description: string;
}>;

export function masked(sealed: Readonly<Record<string, unknown>>): MaskedApplicant {
  const text = (field: string): string => {
    const value = sealed[field];
    return typeof value === 'string' ? value : '';
  };
  return {
    applicant: keepEnds(text('applicant'), 1, 0),
    idNumber: keepEnds(text('idNumber'), 1, 1),
    contact: keepEnds(text('contact'), 0, 4),
    description: text('description'),
  };
}

/**
 * Stars instead of all but the first and last few characters; counted in characters, not in UTF-16
 * units.
 */
function keepEnds(text: string, first: number, last: number): string {
  const characters = Array.from(text);
  if (characters.length <= first + last) return '*'.repeat(characters.length);
  const hidden = '*'.repeat(characters.length - first - last);
  return (
    characters.slice(0, first).join('') +
    hidden +
    characters.slice(characters.length - last).join('')
  );
}
