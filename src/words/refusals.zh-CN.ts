import { ACCESS_REFUSAL_WORDS, type AccessRefusalCode } from './access-refusals.zh-CN.js';
import type { AgencyRefusal } from '../agencies/domain/agency.decider.js';
import type { AnnualReportRefusal } from '../annual-reports/domain/annual-report.decider.js';
import { APPEAL_OUTCOME_LABELS } from '../appeals/domain/appeal-labels.js';
import type { AppealRefusal } from '../appeals/domain/appeal.decider.js';
import type { Refusal } from '../kernel/decider.js';
import type { LetterRefusal } from '../letters/domain/letter.decider.js';
import type { CountRefusal } from '../publications/domain/count.decider.js';
import type { DocumentRefusal } from '../publications/domain/document.decider.js';
import { OPINION_LABELS, REVIEW_LABELS } from '../requests/domain/handling-labels.js';
import {
  CHANNEL_LABELS,
  OUTCOME_ROWS,
  REQUEST_STEP_LABELS,
} from '../requests/domain/outcome-labels.js';
import type { Channel } from '../requests/domain/request.events.js';
import { LETTER_NAMES, LETTER_WORD_LABELS } from './letters/letter-titles.js';
import { ROLL_UP_REFUSAL_WORDS, type RollUpRefusalCode } from './roll-up-refusals.zh-CN.js';
import { REQUEST_REFUSAL_WORDS, type RequestRefusalCode } from './request-refusals.zh-CN.js';

/** Every lawful "no" of this version. */
export type RefusalCode =
  | RequestRefusalCode
  | RollUpRefusalCode
  | AccessRefusalCode
  | (
      | AgencyRefusal
      | AppealRefusal
      | DocumentRefusal
      | CountRefusal
      | AnnualReportRefusal
      | LetterRefusal
      | Refusal<
          | 'annual-report/unknown-figure'
          | 'annual-report/not-nil'
          | 'annual-report/unknown-cell'
          | 'annual-report/unknown-check'
          | 'annual-report/not-filed'
          | 'annual-report/no-such-edition'
          | 'annual-report/beyond-head'
          | 'annual-report/positions-reversed'
        >
    )['refused'];

/**
 * What each refusal says to the person at the desk: what is wrong and what to do. `{name}` stands
 * for a fact of the refusal. The compiler keeps the list complete.
 */
export const REFUSAL_WORDS: Readonly<Record<RefusalCode, string>> = {
  'agency/name-missing': '机关或机构的名称没有填写，请填写全称和简称。',
  'agency/already-established': '这个机关已经建账，请直接使用；更名请登记更名（gongkai rename）。',
  'agency/not-established': '台账里没有这个机关，请先建账（gongkai init --name 机关全称）。',
  'agency/already-so-named': '机关已经是这个名称，无需更名。',
  'agency/office-already-designated': '这个工作机构已经登记。',
  'agency/staff-id-missing':
    '人员编号没有填写，或者只写了“.”、“..”（不能写进网址），请编号后登记。',
  'agency/staff-already-appointed': '这名工作人员已经在岗，请先登记离岗。',
  'agency/staff-not-appointed': '这名工作人员不在岗，请核对编号。',
  'agency/staff-released-before-appointed': '离岗日期 {on} 早于到岗日期 {appointedOn}，请核对。',
  'agency/fee-decimals-out-of-range':
    '收费金额的小数位数 {feeDecimals} 不在 0 至 {max} 之间，请核对。',
  'agency/date-in-future': '日期 {on} 晚于今天 {today}，请核对。',
  'agency/letter-prefix-unusable':
    '机关代字“{letterPrefix}”应为 1 至 30 个字，没有空格和括号，如“定海公开”，请核对。',
  'agency/notice-missing': '节假日安排的依据没有填写，请写明文件的名称和文号。',
  'agency/days-off-known':
    '{year} 年的节假日安排程序里已有，不需要录入；本地另有安排的，请按地方安排录入。',
  'agency/days-off-missing': '没有写放假和上班的日子，请补填。',
  'agency/day-impossible':
    '{year} 年的节假日安排里 {day} 不对：不是这一年的日期、写了两次，或者星期对不上（放假写周一至周五，上班写周六、周日），请核对。',
  'agency/register-mapping-unusable':
    '台账对照里的“{word}”是空的、过长或者有不能显示的字符，或者超过 {max} 条，请核对列名和用词。',
  'agency/report-day-impossible':
    '“{day}”不是每年都有的日子，期限请写成 01-26 的样子（次年的月和日）。',
  'agency/overview-limit-out-of-range': '字数上限 {limit} 不在 {min} 至 {max} 之间，请核对。',
  'agency/similarity-out-of-range': '雷同的比例 {percent}% 不在 {min} 至 {max} 之间，请核对。',
  'agency/retention-out-of-range': '保存期限 {years} 年不在 1 至 {max} 年之间，请核对。',

  ...REQUEST_REFUSAL_WORDS,
  ...ROLL_UP_REFUSAL_WORDS,
  ...ACCESS_REFUSAL_WORDS,

  'appeal/case-number-missing': '案号没有填写，或者只写了“.”、“..”（不能写进网址），请补填。',
  'appeal/already-filed':
    '这个案号已经登记过另一件案件，请核对案号；登记有误请更正（gongkai correct-appeal）。',
  'appeal/not-filed': '台账里没有这个案号，请核对，或先登记案件。',
  'appeal/already-concluded': '这件案件已于 {on} 审结（{outcome}），不能再登记审结。',
  'appeal/concluded-before-accepted': '审结日期 {on} 早于受理日期 {acceptedOn}，请核对。',
  'appeal/date-in-future': '日期 {on} 晚于今天 {today}，请核对。',

  'appeal/nothing-to-correct': '更正的内容与登记的内容相同，没有需要更正的。',
  'appeal/correction-reason-missing': '更正的理由没有填写，请写明原登记错在哪里。',
  'appeal/correction-of-nothing': '“{field}”还没有登记，无从更正，请先登记。',
  'appeal/correction-out-of-order': '更正后审结日期 {on} 早于受理日期 {acceptedOn}，请核对。',

  'appeal/voided': '这个案号已于 {on} 作废，不能再办理，请核对案号。',
  'appeal/void-reason-missing': '作废的理由没有填写，请写明为什么作废。',
  'appeal/nothing-to-void': '这件案件没有登记过审结，无从作废，请核对。',

  'document/number-missing': '文号没有填写，或者只写了“.”、“..”（不能写进网址），请补填。',
  'document/title-missing': '标题没有填写，请补填。',
  'document/already-issued':
    '这个文号已经登记过另一份文件，请核对文号；登记有误请更正（gongkai correct-document）。',
  'document/not-issued': '台账里没有这个文号，请核对，或先登记制发。',
  'document/already-repealed': '这份文件已于 {on} 废止，不能再登记废止。',
  'document/repealed-before-issued': '废止日期 {on} 早于制发日期 {issuedOn}，请核对。',
  'document/date-in-future': '日期 {on} 晚于今天 {today}，请核对。',

  'document/nothing-to-correct': '更正的内容与登记的内容相同，没有需要更正的。',
  'document/correction-reason-missing': '更正的理由没有填写，请写明原登记错在哪里。',
  'document/correction-of-nothing': '“{field}”还没有登记，无从更正，请先登记。',
  'document/correction-out-of-order': '更正后废止日期 {on} 早于制发日期 {issuedOn}，请核对。',

  'document/voided': '这个文号已于 {on} 作废，不能再登记，请核对文号。',
  'document/void-reason-missing': '作废的理由没有填写，请写明为什么作废。',
  'document/nothing-to-void': '这份文件没有登记过废止，无从作废，请核对。',

  'count/not-a-quantity': '数量 {quantity} 不是不小于零的整数，请核对。',
  'count/category-missing': '类别没有填写，请补填。',
  'count/month-in-future': '月份 {month} 还没有到（今天 {today}），请核对。',
  'count/already-reported':
    '{month} 的这个类别已经上报为 {reported}，不同的数请更正（gongkai recount）。',
  'count/not-reported': '这个月的这个类别还没有上报，无从更正，请先上报。',
  'count/nothing-to-correct': '更正的数量与上报的相同，没有需要更正的。',
  'count/correction-reason-missing': '更正的理由没有填写，请写明原数错在哪里。',
  'count/opening-already-stated':
    '{month} 的期初现行有效件数已经登记为 {reported}，不同的数请更正（gongkai recount）。',
  'count/opening-not-stated': '{month} 的期初现行有效件数还没有登记，无从更正，请先登记。',
  'count/name-taken': '“{name}”是报告里已有的数字的名称，同名的计数永远印不出来，请换一个名称。',

  'annual-report/year-not-covered':
    '{year} 年度的报告用的是 2019 年以前的格式，本程序只编制 {firstYear} 年度及以后的报告。',
  'annual-report/year-not-begun': '{year} 年还没有开始，请核对年度。',
  'annual-report/year-not-over':
    '{year} 年还没有结束（今天 {today}），数字还会变，不能汇编和报送；可以先打印草稿。',
  'annual-report/signed-before-year-end': '成文日期 {signedOn} 在 {year} 年结束之前，请核对。',
  'annual-report/not-drafted': '{year} 年度报告的文字还没有起草，请先起草（gongkai draft）。',
  'annual-report/date-in-future': '报送或者公布的日期 {on} 晚于今天 {today}，请核对。',
  'annual-report/filed-before-signed': '报送或者公布的日期 {on} 早于成文日期 {signedOn}，请核对。',
  'annual-report/already-filed':
    '{year} 年度报告第 {edition} 版已于 {on} 报送，不必再报；数字或者文字有变化的，' +
    '先封账出更正版（gongkai close），再报送。',
  'annual-report/nothing-changed':
    '{year} 年度报告第 {edition} 版封账以后，数字和文字都没有变化，不必再封账。',
  'annual-report/edition-reason-missing':
    '{year} 年度报告已经封账，再封账就是更正版（第 {edition} 版），请写明更正的理由。',
  'annual-report/too-long':
    '报告文字连同填好数字的共 {characters} 个字，超过 {max} 个字，请缩短以后再封账。',
  'annual-report/not-closed': '{year} 年度报告还没有封账，请先封账（gongkai close）。',
  'annual-report/not-an-address': '“{url}”不是网页的地址，请核对公布的网址。',
  'annual-report/no-such-edition':
    '{year} 年度报告没有第 {edition} 版，最新的是第 {newest} 版，请核对。',
  'annual-report/not-filed': '{year} 年度报告还没有报送，请先报送（gongkai file）。',
  'annual-report/beyond-head': '台账到第 {head} 条为止，没有第 {position} 条，请核对。',
  'annual-report/positions-reversed': '第 {from} 条在第 {to} 条之后，请把较早的写在前面。',
  'annual-report/not-nil': '{year} 年不是零申请年度，台账里有：{facts}。请按平常的办法起草文字。',
  'annual-report/unknown-figure':
    '报告文字引用的数字“{names}”台账里没有，请先导入这项计数，或改写报告文字。',
  'annual-report/unknown-check': '没有“{check}”这条校验规则，请写成 T3-01 的样子。',
  'annual-report/override-reason-missing': '放行的理由没有填写，请写明为什么查过没有错。',
  'annual-report/no-such-error':
    '{year} 年度报告现在没有 {check} 的错误，不需要放行；提醒和提示不影响打印。',
  'annual-report/errors-open':
    '{year} 年度报告还有没有改正的错误（{checks}），不能封账；请逐条校验（gongkai check）并改正，查过没有错的写明理由放行（gongkai override）。',
  'annual-report/unknown-cell': '“{cell}”不是报告里的数字，请写成 table3.granted.total 的样子。',

  'letter/not-in-this-state':
    '这件申请现在不能制发{kind}，请核对办理情况；可以制发的文书见 gongkai letter list。',
  'letter/particular-missing': '{kind}缺少“{word}”，台账里也没有，请补填后再制发。',
  'letter/word-unusable':
    '“{word}”写得不对：日期应写成年-月-日，数量应为数字，延期至多二十个工作日，请核对。',
  'letter/differs-from-ledger': '“{word}”与台账所记不同，文书应与台账一致，请不填，或先更正登记。',
  'letter/number-taken': '这个文号已被同时制发的另一份文书占用，请再制发一次。',
  'letter/not-issued': '台账里没有这份文书，请核对文号或者序号。',
  'letter/already-cancelled': '这份文书已于 {on} 作废，无需再作废。',
  'letter/cancel-reason-missing': '作废的理由没有填写，请写明为什么作废。',
};

/** The sentence for one refusal, with its facts. */
export function refusalWords({ refused, facts = {} }: Refusal): string {
  const words = (REFUSAL_WORDS as Readonly<Record<string, string>>)[refused] ?? refused;
  return words.replace(/\{(\w+)\}/g, (braces, name: string) => {
    const fact = facts[name];
    return fact === undefined ? braces : labelOf(name, String(fact));
  });
}

const LABELS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(OUTCOME_ROWS).map(([key, { label }]) => [key, label])),
  ...APPEAL_OUTCOME_LABELS,
  receivedOn: '收到日期',
  decidedOn: '答复日期',
  servedOn: '送达日期',
  withdrawnOn: '撤回日期',
  outcome: '办理结果',
  applicantKind: '申请人类型',
  channel: '渠道',
  concludedOn: '审结日期',
  repealedOn: '废止日期',
  ...REQUEST_STEP_LABELS,
  ...firsts(REVIEW_LABELS),
  ...firsts(OPINION_LABELS),
  ...under('letter', LETTER_NAMES),
  ...under('letter', LETTER_WORD_LABELS),
};

/** A word of a document may be that of a step: each says which it is. */
function under(slice: string, labels: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labels).map(([key, label]) => [`${slice}/${key}`, label]),
  );
}

function firsts(words: Readonly<Record<string, readonly [string, ...string[]]>>) {
  return Object.fromEntries(Object.entries(words).map(([key, [first]]) => [key, first]));
}

/** Identifiers never reach a clerk: outcomes and fields are shown as the form calls them. */
function labelOf(name: string, fact: string): string {
  // Several lists have an "other", and only a channel is called by that name.
  if (name === 'channel') return CHANNEL_LABELS[fact as Channel][0] ?? fact;
  return Object.hasOwn(LABELS, fact) ? (LABELS[fact] ?? fact) : fact;
}
