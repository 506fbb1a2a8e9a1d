import { parseArgs } from 'node:util';

import { walk } from './requests/procedure-walk.js';

/*
 * `npm run model`: the decider of requests beside a model of 办理流程, over random sequences of
 * commands. Ends with 1 at the first sequence on which the two differ, and prints it.
 *
 *   --sequences 500   instead of 100,000
 *   --seed 7          the seed of the first sequence
 */
const { values } = parseArgs({
  options: {
    sequences: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
  },
});
const sequences = Number(values.sequences);
const agreed = walk(sequences, Number(values.seed));

const ROW = [26, 10, 10, 10, 10];
const print = (...cells: readonly (string | number)[]): void => {
  console.log(cells.map((cell, at) => String(cell).padEnd(ROW[at]!)).join(' '));
};
print('step', 'taken', 'nothing', 'state', 'condition');
for (const [step, { taken, nothing, state, condition }] of Object.entries(agreed).sort()) {
  print(step, taken, nothing, state, condition);
}
console.log(`${String(sequences)} sequences: the decider and the model agree.`);
