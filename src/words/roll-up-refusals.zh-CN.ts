import type { PlacementRefusal } from '../agencies/domain/placement.rules.js';
import type { RollUpRefusal } from '../annual-reports/domain/roll-up.decider.js';
import type { SubmissionRefusal } from '../annual-reports/domain/submission.decider.js';
import type { Refusal } from '../kernel/decider.js';

export type RollUpRefusalCode = (
  | PlacementRefusal
  | SubmissionRefusal
  | RollUpRefusal
  | Refusal<
      | 'submission/no-superior'
      | 'submission/year-missing'
      | 'submission/not-a-child'
      | 'submission/unit-unknown'
      | 'submission/unreadable-file'
      | 'roll-up/not-recorded'
    >
)['refused'];

/** 隶属、报送、汇总. */
export const ROLL_UP_REFUSAL_WORDS: Readonly<Record<RollUpRefusalCode, string>> = {
  'agency/placed-under-itself': '上级机关是它自己，或者是它的下级，请核对。',
  'agency/already-so-placed': '隶属关系已经是这样，不需要再登记。',
  'agency/placed-out-of-order': '{on} 早于上一次登记的隶属关系开始之日 {since}，请核对。',
  'agency/already-abolished': '这个机关已于 {on} 撤并，请核对。',
  'agency/succeeded-by-itself': '承接的机关是它自己，请写明并入哪一个机关；没有的不写。',

  'submission/year-not-over': '{year} 年还没有结束（今天 {today}），不能报送。',
  'submission/date-in-future': '日期 {on} 晚于今天 {today}，请核对。',
  'submission/already-submitted':
    '同一份报告已于 {on} 报送，不重复登记；有更正的请先封账出更正版（gongkai close）再报送。',
  'submission/errors-open':
    '{year} 年度的汇总还有没有改正的错误（{checks}），不能报送；逐条见 gongkai check --rollup，' +
    '查过没有错的用 gongkai override --rollup 写明理由放行。',
  'submission/wrong-year': '报告写的是 {stated} 年度，要收的是 {year} 年度，请核对。',
  'submission/too-long': '报告的文字 {characters} 个字符，超过 {max} 个，请删节后报送。',
  'submission/nothing-to-return': '{year} 年度的报告没有报送，或者已经退回，没有可退回的。',
  'submission/return-reason-missing': '退回的理由没有填写，请写明错在哪里。',
  'submission/returned-before-submitted': '退回日期 {on} 早于报送日期 {submittedOn}，请核对。',
  'submission/no-superior':
    '{agency} 在 {year} 年末没有上级机关，请先登记隶属关系（gongkai place）。',
  'submission/year-missing': '文件没有写报告年度，请指明（--year）。',
  'submission/not-a-child':
    '这个机关在这一年度不是它的下级机关，请先登记隶属关系（gongkai place）。',
  'submission/unit-unknown':
    '报告的机关“{unit}”不是下级机关的全称或者简称；请核对，或者用 --agency 指明；还没有的先建账（gongkai init）再登记隶属关系（gongkai place）。',
  'submission/unreadable-file': '文件读不出年度报告：{why}。请核对文件。',
  'roll-up/not-recorded': '{year} 年度还没有汇总，请先汇总（gongkai rollup）再报送。',
  'roll-up/no-children': '{year} 年度没有下级机关，无从汇总，请先登记隶属关系（gongkai place）。',
};
