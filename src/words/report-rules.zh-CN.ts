import { DEFAULT_REPORT_RULES, type ReportRules } from '../agencies/domain/report-rules.events.js';

type Setting<Value> = Readonly<{ what: string; value: (value: Value) => string }>;

const yesOrNo = (value: boolean): string => (value ? '是' : '否');
const dayOrLaw = (value: string | null): string =>
  value === null ? '按条例第49条' : `次年 ${value}`;

/** 年报设置 as a clerk reads them. */
const SETTINGS: { readonly [Name in keyof ReportRules]: Setting<ReportRules[Name]> } = {
  makesRegulations: { what: '有规章制定权', value: yesOrNo },
  decides: { what: '有许可、处罚、强制职权', value: yesOrNo },
  submitBy: { what: '本地报送期限', value: dayOrLaw },
  publishBy: { what: '本地公布期限', value: dayOrLaw },
  overviewCharactersMax: {
    what: '总体情况字数上限',
    value: (it) => (it === null ? '没有' : `${String(it)} 字`),
  },
  similarityPercent: { what: '文字雷同的比例', value: (it) => `${String(it)}% 以上` },
};

/** Each setting on a line, and whether it is what nobody chose otherwise. */
export function reportRuleWords(rules: ReportRules): readonly string[] {
  const names = Object.keys(SETTINGS) as (keyof ReportRules)[];
  return names.map((name) => {
    const { what, value } = SETTINGS[name] as Setting<unknown>;
    const mark = rules[name] === DEFAULT_REPORT_RULES[name] ? '默认，推定' : '本机关确定';
    return `年报设置：${what}：${value(rules[name])}（${mark}）`;
  });
}
