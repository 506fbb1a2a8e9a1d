import type { Command, Decider, Refusal } from '../../kernel/decider.js';
import { rollUpFacts, type ReportsRolledUp, type RollUpFacts } from './roll-up.events.js';

/** 汇总: the figures are the caller's, read from the folds at `position`. */
export type RollUpReports = Command<'RollUpReports', ReportsRolledUp['data']>;

export type RollUpRefusal = Refusal<'roll-up/no-children'>;

export const rollUpDecider: Decider<
  RollUpFacts | null,
  RollUpReports,
  ReportsRolledUp,
  RollUpRefusal
> = { initialState: null, decide, evolve: rollUpFacts };

/** The same sum of the same children adds nothing. */
function decide(
  { data, today }: RollUpReports,
  state: RollUpFacts | null,
): readonly ReportsRolledUp[] | RollUpRefusal {
  if (data.children.length < 2) {
    return { refused: 'roll-up/no-children', basis: '《条例》第49条', facts: { year: data.year } };
  }
  const same = (left: object, right: object): boolean =>
    JSON.stringify(left) === JSON.stringify(right);
  if (state !== null && same(state.children, data.children) && same(state.figures, data.figures)) {
    return [];
  }
  return [{ type: 'ReportsRolledUp', occurredOn: today, data }];
}
