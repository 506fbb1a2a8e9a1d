import type { CountingRules } from '../agencies/domain/agency.events.js';
import {
  DEFAULT_PROCEDURE_RULES,
  type ProcedureRules,
} from '../agencies/domain/procedure-rules.events.js';
import { REVIEW_LABELS } from '../requests/domain/handling-labels.js';

type Setting<Value> = Readonly<{ what: string; value: (value: Value) => string }>;

const yesOrNo = (value: boolean): string => (value ? '是' : '否');

/** 办理规则 as a clerk reads them. No text settles any of them; the defaults are inferred. */
const SETTINGS: { readonly [Name in keyof ProcedureRules]: Setting<ProcedureRules[Name]> } = {
  receiptOnDayOff: {
    what: '休息日收到的',
    value: (it) => (it === 'stays' ? '当日即为收到' : '顺延到下一工作日'),
  },
  websiteReceipt: {
    what: '网站提交的',
    value: (it) => (it === 'submission' ? '提交即为收到' : '双方确认才为收到'),
  },
  consultationFrom: {
    what: '征求意见不计入期限',
    value: (it) => (it === 'sent' ? '从发出起' : '从对方收到起'),
  },
  paymentRestartsClock: { what: '缴费后期限重新计算', value: yesOrNo },
  extensionBeforeDue: { what: '期限届满以后不能再延期', value: yesOrNo },
  requiredReviews: {
    what: '作出答复以前必须有的审查意见',
    value: (it) => (it.length === 0 ? '没有' : it.map((each) => REVIEW_LABELS[each][0]).join('、')),
  },
  jointApplicants: {
    what: '联合申请人类型不一的',
    value: (it) => (it === 'first-named' ? '按第一人' : '必须写明按哪一类'),
  },
};

/** Each rule on a line, and whether it is what nobody chose otherwise. */
export function procedureWords(rules: ProcedureRules): readonly string[] {
  const names = Object.keys(SETTINGS) as (keyof ProcedureRules)[];
  return names.map((name) => {
    const { what, value } = SETTINGS[name] as Setting<unknown>;
    const chosen = JSON.stringify(rules[name]) !== JSON.stringify(DEFAULT_PROCEDURE_RULES[name]);
    const mark = chosen ? '本机关确定' : '默认，推定';
    return `办理规则：${what}：${value(rules[name])}（${mark}）`;
  });
}

export function countingWords({
  feeDecimals,
  splitParts,
  mergedRequests,
  pendingAppeals,
}: CountingRules): readonly string[] {
  const split = splitParts === 'each' ? '各件都计' : '只计原件';
  const merged = mergedRequests === 'each' ? '各件都计' : '只计主件';
  const pending = pendingAppeals === 'each' ? '每年年末都计' : '只计收案当年';
  return [
    `行政事业性收费（万元）保留 ${String(feeDecimals)} 位小数。`,
    `统计口径：一事一申请拆分的${split}，并案的${merged}；复议诉讼尚未审结的${pending}（推定）。`,
  ];
}
