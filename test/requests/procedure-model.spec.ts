import { walk } from './procedure-walk.js';

describe('办理流程, compared with a model of it', () => {
  it('is decided as the model decides it, over random sequences of commands', () => {
    const agreed = walk(2000, 1);
    // A step that was never taken, or never refused, would have been compared in name only.
    for (const [step, { taken, nothing, state, condition }] of Object.entries(agreed)) {
      expect([step, taken + nothing > 0, state + condition > 0]).toStrictEqual([step, true, true]);
    }
    expect(Object.keys(agreed)).toHaveLength(48);
  });
});
