import type { CheckId } from '../../../src/annual-reports/domain/checks.events.js';
import { appealConcluded, appealFiled } from '../builders/appeals.js';
import {
  counted,
  found,
  lastYear,
  misprinted,
  paper,
  saying,
  type CheckExample,
} from './example.js';

const REVIEW = '（2025）1号';
const SUIT = '（2025）行初2号';
const after = { kind: 'litigation_after_review', caseNumber: SUIT } as const;
const FIVE = '五、存在的主要问题及改进情况';
const corrected = [appealFiled(), appealConcluded('corrected', '2025-04-30')];

export const TABLE_FOUR_EXAMPLES = {
  'T4-01': {
    fires: paper({ 'table4.litigation_direct.upheld': 2, 'table4.litigation_direct.other': 1 }),
    finds: [
      found('E', '3', '0', [
        ...['upheld', 'corrected', 'other', 'pending', 'total'].map(
          (result) => `table4.litigation_direct.${result}`,
        ),
      ]),
    ],
    quiet: counted(corrected),
  },
  'T4-02': {
    fires: paper({ 'table4.review.total': '', 'table4.review.upheld': '3件' }),
    finds: [
      found('E', '1 格空白或者写了符号', '0 格', ['table4.review.total']),
      found('E', '3件', '不小于 0 的整数', ['table4.review.upheld']),
    ],
    quiet: paper({ 'table4.review.total': null }),
  },
  'T4-03': {
    fires: misprinted(corrected, { 'table4.review.corrected': 0 }),
    finds: [found('E', '0', '1', ['table4.review.corrected'], [REVIEW])],
    quiet: counted(corrected),
  },
  'T4-04': {
    fires: counted([appealFiled({ acceptedOn: '2024-12-02' })], {
      previous: lastYear({ 'table4.review.pending': 2 }),
    }),
    finds: [found('W', '1', '2', ['table4.review.total'], [REVIEW])],
    quiet: counted([appealFiled({ acceptedOn: '2024-12-02' })]),
  },
  'T4-05': {
    fires: counted([appealFiled({ requestNumbers: ['7'] }), appealFiled(after)]),
    finds: [found('W', '1 件', '0 件', ['table4.litigation_after_review.total'], [SUIT])],
    quiet: counted([appealFiled(), appealFiled(after)]),
  },
  'T4-07': {
    fires: counted(corrected, saying(FIVE, '人手不足。')),
    finds: [
      found(
        'I',
        '结果纠正 1 件',
        '第五部分没有说到复议、诉讼',
        ['table4.review.corrected'],
        [REVIEW],
      ),
    ],
    quiet: counted(corrected, saying(FIVE, '1件行政复议被纠正。')),
  },
} as const satisfies Readonly<
  Record<Exclude<Extract<CheckId, `T4-${string}`>, 'T4-06'>, CheckExample>
>;
