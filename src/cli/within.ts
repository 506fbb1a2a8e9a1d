import { InvalidArgumentError } from 'commander';
import type { Output } from './output.js';
import type { Session } from './session.js';

/** What may stand before any command. */
export type Globals = Readonly<{ data: string; agency?: string; json: boolean }>;

/** What a command does with the open ledger; a number is its exit code. */
export type Work = (session: Session, output: Output, globals: Globals) => Promise<unknown>;

/** Opens the ledger for one command and closes it after, whatever happens. */
export type Within = (mode: 'read' | 'write', work: Work, newWitness?: boolean) => Promise<void>;

export function wholeNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('应为整数。');
  return Number(text);
}
