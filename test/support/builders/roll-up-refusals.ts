import { agencyDecider } from '../../../src/agencies/domain/agency.decider.js';
import { rollUpDecider } from '../../../src/annual-reports/domain/roll-up.decider.js';
import { submissionDecider } from '../../../src/annual-reports/domain/submission.decider.js';
import { childMeant, yearMeant } from '../../../src/annual-reports/receive-report.handler.js';
import { reportFromJson } from '../../../src/annual-reports/report-from-json.js';
import { recordedRollUp, superiorOf } from '../../../src/annual-reports/submit-report.handler.js';
import type { Refusal } from '../../../src/kernel/decider.js';
import { CommandRefused } from '../../../src/ledger/command-refused.js';
import { agencyEstablished } from './agencies.js';
import { refusedBy } from './refused-by.js';
import * as tree from './roll-ups.js';
import { viewOf } from './views.js';

/** 隶属、报送、汇总. */
export function rollUpRefusals() {
  const agency = refusedBy(agencyDecider);
  const submission = refusedBy(submissionDecider);
  const here = agencyEstablished();
  const { placeAgency, abolishAgency, submitReport, receiveReport, returnReport } = tree;
  const submitted = tree.reportSubmitted();
  const long = { heading: '一、总体情况', text: '字'.repeat(120_000) };
  const signature = { agency: '', date: null };
  const words = { title: [], preamble: '', parts: [long], signature };
  return {
    'agency/placed-under-itself': agency(placeAgency({ above: ['shi', 'jia'] }), here),
    'agency/already-so-placed': agency(placeAgency(), here, tree.agencyPlaced()),
    'agency/placed-out-of-order': agency(
      placeAgency({ parentId: 'yi', from: '2025-03-02' }),
      ...[here, tree.agencyPlaced()],
    ),
    'agency/already-abolished': agency(abolishAgency(), here, tree.agencyAbolished()),
    'agency/succeeded-by-itself': agency(abolishAgency({ successorId: 'jia' }), here),
    'submission/year-not-over': submission(submitReport({ year: 2025 })),
    'submission/date-in-future': submission(submitReport({ submittedOn: '2025-07-01' })),
    'submission/already-submitted': submission(submitReport(), submitted),
    'submission/errors-open': submission(submitReport({ openErrors: ['R-01'] })),
    'submission/wrong-year': submission(receiveReport({ statedYear: 2023 })),
    'submission/too-long': submission(receiveReport({ words })),
    'submission/nothing-to-return': submission(returnReport()),
    'submission/return-reason-missing': submission(returnReport({ reason: ' ' }), submitted),
    'submission/returned-before-submitted': submission(
      returnReport({ returnedOn: '2025-01-19' }),
      submitted,
    ),
    'submission/no-superior': thrown(() => superiorOf(viewOf([here]), 2024)),
    'submission/year-missing': thrown(() => yearMeant(undefined, null)),
    'submission/not-a-child': thrown(() => childMeant([], 'jia', '')),
    'submission/unit-unknown': thrown(() => childMeant([], undefined, '丙局')),
    'submission/unreadable-file': thrown(() => reportFromJson('甲')),
    'roll-up/not-recorded': thrown(() => recordedRollUp(viewOf([here]), 2024)),
    'roll-up/no-children': refusedBy(rollUpDecider)(tree.rollUpReports({ children: [] })),
  };
}

function thrown(asked: () => unknown): Refusal {
  try {
    asked();
  } catch (error) {
    if (error instanceof CommandRefused) return error.refusal;
  }
  throw new Error('nothing was refused');
}
