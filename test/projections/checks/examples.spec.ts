import { CHECKS, findingsOf } from '../../../projections/checks/checks.js';
import { CHECK_IDS } from '../../../src/annual-reports/domain/checks.events.js';
import { CHECK_EXAMPLES } from '../../support/checks/examples.js';

const EXAMPLES = CHECK_IDS.flatMap((id) => {
  const example = CHECK_EXAMPLES[id];
  return example === undefined ? [] : [{ id, ...example }];
});

describe('校验规则, every one at work', () => {
  it('has an example of each check of this version, and of no other', () => {
    const ids = CHECK_IDS.filter((id) => CHECKS[id] !== undefined);
    expect(EXAMPLES.map(({ id }) => id)).toEqual(ids);
    expect(ids).toHaveLength(59);
  });

  it.each(EXAMPLES)('$id fires: both values, the cells, the cases', ({ id, fires, finds }) => {
    const said = findingsOf(fires).filter((finding) => finding.id === id);
    expect(said).toEqual(finds.map((one) => ({ id, ...one })));
    expect(finds.length).toBeGreaterThan(0);
  });

  it.each(EXAMPLES)('$id is quiet where what it looks at is right', ({ id, quiet }) => {
    expect(findingsOf(quiet).filter((finding) => finding.id === id)).toEqual([]);
  });
});
