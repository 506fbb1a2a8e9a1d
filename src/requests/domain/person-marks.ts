import type { ApplicantDetails } from './request.events.js';

/** What a person is recognised by. */
export const PERSON_MARKS = [
  'idNumber',
  'applicant',
  'contact',
] as const satisfies readonly (keyof ApplicantDetails)[];
export type PersonMark = (typeof PERSON_MARKS)[number];

/**
 * Each mark in the form in which two of them are the same, however they were typed: the width of the
 * characters and the spaces between them are no matter. Empty where it names nobody.
 */
export const BARE: Readonly<Record<PersonMark, (text: string) => string>> = {
  idNumber: (text) => bare(text).replace(/-/g, '').toUpperCase(),
  applicant: bare,
  contact: (text) => bare(text).replace(/-/g, '').toLowerCase(),
};

function bare(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}

/** Whether a mark is there on both sides and names the same person. */
export function agrees(
  mark: PersonMark,
  one: Partial<ApplicantDetails>,
  other: Partial<ApplicantDetails>,
): boolean {
  const form = BARE[mark](one[mark] ?? '');
  return form !== '' && form === BARE[mark](other[mark] ?? '');
}
