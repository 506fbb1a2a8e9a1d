import { agencyDecider } from '../../src/agencies/domain/agency.decider.js';
import type { ReportRules } from '../../src/agencies/domain/report-rules.events.js';
import { adoptReportRules, agencyEstablished } from '../support/builders/agencies.js';
import { specification } from '../support/specification.js';

const given = specification(agencyDecider);
const established = agencyEstablished();

describe('AdoptReportRules 确定年报设置', () => {
  const adopted = (chosen: Partial<ReportRules>) =>
    ({
      type: 'ReportRulesAdopted',
      occurredOn: '2025-06-30',
      data: { agencyId: 'jia', ...chosen },
    }) as const;

  it('records only what was chosen anew', () => {
    const chosen = { decides: true, publishBy: '01-28' };
    given(established)
      .when(adoptReportRules({ ...chosen, similarityPercent: 90 }))
      .then(adopted(chosen));
    given(established, adopted(chosen)).when(adoptReportRules(chosen)).thenNothing();
    given(established, adopted(chosen))
      .when(adoptReportRules({ ...chosen, publishBy: null }))
      .then(adopted({ publishBy: null }));
  });

  it.each(['01-26', '12-31', '02-28'])('takes %s, a day of every year', (submitBy) => {
    given(established).when(adoptReportRules({ submitBy })).then(adopted({ submitBy }));
  });

  it.each(['02-29', '02-30', '13-01', '1-26', '2026-01-26', ''])('refuses “%s”', (day) => {
    given(established)
      .when(adoptReportRules({ publishBy: day }))
      .thenRefused('agency/report-day-impossible', { day });
    given(established)
      .when(adoptReportRules({ submitBy: day }))
      .thenRefused('agency/report-day-impossible', { day });
  });

  it.each([50, 100])('takes a likeness of %d percent', (similarityPercent) => {
    given(established)
      .when(adoptReportRules({ similarityPercent }))
      .then(adopted({ similarityPercent }));
  });

  it.each([49, 101, 90.5, NaN])('refuses a likeness of %p percent', (percent) => {
    given(established)
      .when(adoptReportRules({ similarityPercent: percent }))
      .thenRefused('agency/similarity-out-of-range', { percent, min: 50, max: 100 });
  });

  it('takes 100 characters and more, or any number again', () => {
    const overviewCharactersMax = 100;
    given(established)
      .when(adoptReportRules({ overviewCharactersMax }))
      .then(adopted({ overviewCharactersMax }));
    given(established, adopted({ overviewCharactersMax }))
      .when(adoptReportRules({ overviewCharactersMax: null }))
      .then(adopted({ overviewCharactersMax: null }));
  });

  it.each([99, 100_001, 100.5])('refuses %p characters', (limit) => {
    given(established)
      .when(adoptReportRules({ overviewCharactersMax: limit }))
      .thenRefused('agency/overview-limit-out-of-range', { limit, min: 100, max: 100_000 });
  });
});
