import fc from 'fast-check';
import type { AgencyCommand } from '../../../src/agencies/domain/agency.decider.js';
import type { RollUpReports } from '../../../src/annual-reports/domain/roll-up.decider.js';
import type { SubmissionCommand } from '../../../src/annual-reports/domain/submission.decider.js';
import type { LocalDate } from '../../../src/kernel/local-date.js';
import * as tree from './roll-ups.js';

type RollUpCommand = AgencyCommand | SubmissionCommand | RollUpReports;

/** Placing, handing in, sending back and summing: so few years that one meets the other. */
export function rollUps(
  agencyId: fc.Arbitrary<string>,
  when: fc.Arbitrary<Readonly<{ on: LocalDate; today: LocalDate }>>,
): fc.Arbitrary<RollUpCommand> {
  const asked = fc.record({
    agencyId,
    year: fc.constantFrom(2020, 2021),
    time: when,
    one: fc.constantFrom(1, 2),
  });
  return fc
    .tuple(fc.constantFrom('place', 'abolish', 'submit', 'receive', 'return', 'sum'), asked)
    .map(([step, { agencyId: agency, year, time, one }]) => {
      const { on, today } = time;
      const key = { agencyId: agency, year };
      switch (step) {
        case 'place': {
          const parentId = one === 1 ? 'shi' : null;
          const data = { agencyId: agency, parentId, above: ['shi'], from: on };
          return { ...tree.placeAgency(data), today };
        }
        case 'abolish':
          return { ...tree.abolishAgency({ agencyId: agency, abolishedOn: on }), today };
        case 'submit':
          return { ...tree.submitReport({ ...key, edition: one, submittedOn: on }), today };
        case 'receive':
          return { ...tree.receiveReport({ ...key, statedYear: 2020, receivedOn: on }), today };
        case 'return':
          return { ...tree.returnReport({ ...key, returnedOn: on }), today };
        case 'sum':
          return { ...tree.rollUpReports({ ...key, figures: { a: one } }), today };
      }
    });
}
