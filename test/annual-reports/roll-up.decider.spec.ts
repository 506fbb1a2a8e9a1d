import { rollUpDecider } from '../../src/annual-reports/domain/roll-up.decider.js';
import type { ReportsRolledUp } from '../../src/annual-reports/domain/roll-up.events.js';
import { rollUpReports } from '../support/builders/roll-ups.js';
import { specification } from '../support/specification.js';

const given = specification(rollUpDecider);
const rolledUp = (data: Partial<ReportsRolledUp['data']> = {}): ReportsRolledUp => ({
  type: 'ReportsRolledUp',
  occurredOn: '2025-06-30',
  data: rollUpReports(data).data,
});

describe('RollUpReports 汇总', () => {
  it('records the sum and what it was summed of, and the same again not', () => {
    given().when(rollUpReports()).then(rolledUp());
    given(rolledUp())
      .when(rollUpReports({ position: '12' }))
      .thenNothing();
    const figures = { a: 2 };
    given(rolledUp()).when(rollUpReports({ figures })).then(rolledUp({ figures }));
    const children = [
      { agencyId: 'shi', digest: 'shi' },
      { agencyId: 'jia', digest: 'other' },
    ];
    given(rolledUp()).when(rollUpReports({ children })).then(rolledUp({ children }));
  });

  it('needs a child besides the superior itself', () => {
    const children = [{ agencyId: 'shi', digest: 'shi' }];
    given().when(rollUpReports({ children })).thenRefused('roll-up/no-children', { year: 2024 });
  });
});
