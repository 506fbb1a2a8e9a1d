import type { StepCommand } from '../requests/domain/request.decider.js';
import { TakeStepCommand } from '../requests/take-step.handler.js';
import type { Dispatcher, Recorded } from './dispatcher.js';
import { plain } from './plain.js';

type Of<Type extends StepCommand['type']> = Extract<StepCommand, { type: Type }>;
type Texts<Sealed> = { readonly [Name in keyof Sealed]: Sealed[Name] | undefined };

/** Sends a step of the procedure with what it leaves in the clear, and the texts that are sealed. */
export function takeStep<Type extends StepCommand['type']>(
  dispatcher: Dispatcher,
  key: string | undefined,
  type: Type,
  data: Of<Type>['data'],
  texts: Texts<NonNullable<Of<Type>['sealed']>> | null = null,
): Promise<Recorded> {
  const written = plain(texts ?? {});
  const sealed = Object.keys(written).length === 0 ? {} : { sealed: written };
  const command = { type, data, ...sealed } as unknown as Omit<StepCommand, 'today'>;
  return dispatcher.send(key, TakeStepCommand, command);
}
