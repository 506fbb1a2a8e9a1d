import type { Status } from '../labels.zh-CN';
import { today, type Field } from '../parts/fields';
import type { RequestDetails } from './answers';

/** One thing that may be done with a request now. */
export type Step = Readonly<{
  id: string;
  name: string;
  /** What it does to the period, or what the law asks for, in one sentence. */
  means: string;
  from: readonly Status[];
  fields: readonly Field[];
  path: (request: RequestDetails) => string;
}>;

export const WORKING: readonly Status[] = ['registered', 'handling'];
export const CONSULTING: readonly Status[] = ['consulting-third-party', 'consulting-organ'];
export const UNDECIDED: readonly Status[] = [
  ...WORKING,
  ...CONSULTING,
  'awaiting-supplement',
  'awaiting-reasons',
  'awaiting-payment',
];
export const CLOSED: readonly Status[] = ['closed', 'lapsed-supplement', 'lapsed-payment', 'ended'];

export const at = (path: string) => (): string => path;
export const on = (name: string, label: string, help?: string): Field => ({
  ...{ name, label, kind: 'date', initial: today() },
  ...(help === undefined ? {} : { help }),
});
export const text = (name: string, label: string, optional = false): Field => ({
  ...{ name, label, kind: 'text', optional },
});
export const long = (name: string, label: string, optional = false): Field => ({
  ...{ name, label, kind: 'long', optional },
});
export const choice = (
  name: string,
  label: string,
  among: Field['choices'] = [],
  initial = '',
): Field => ({
  ...{ name, label, kind: 'choice', choices: among, initial },
});
export const number = (name: string, label: string): Field => ({ name, label, kind: 'number' });
