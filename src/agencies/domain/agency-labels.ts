import { EMPLOYMENTS, type Employment } from './agency.events.js';

const EMPLOYMENT_LABELS: Readonly<Record<Employment, string>> = {
  'full-time': '专职',
  'part-time': '兼职',
};

export function employmentFrom(word: string): Employment | undefined {
  return EMPLOYMENTS.find((known) => known === word || EMPLOYMENT_LABELS[known] === word);
}
