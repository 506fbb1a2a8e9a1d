import { InvalidArgumentError, Option } from 'commander';
import type { ReportRules } from '../agencies/domain/report-rules.events.js';
import { sent } from './given.js';
import { wholeNumber } from './within.js';

/** What `gongkai rules` may name of the annual report; 无 takes back what was set. */
export type ReportRulesGiven = Readonly<{
  makesRegulations?: boolean;
  decides?: boolean;
  submitBy?: string;
  publishBy?: string;
  overviewMax?: number | '无';
  similarity?: number;
}>;

const yesOrNo = (text: string): boolean => {
  if (text === 'yes' || text === 'no') return text === 'yes';
  throw new InvalidArgumentError('应为 yes 或 no。');
};

export function reportRuleOptions(): readonly Option[] {
  return [
    new Option('--makes-regulations <是否>', '有规章制定权：yes、no').argParser(yesOrNo),
    new Option('--decides <是否>', '有许可、处罚、强制职权：yes、no').argParser(yesOrNo),
    new Option('--submit-by <月-日>', '本地报送期限，如 01-26；“无”为按条例'),
    new Option('--publish-by <月-日>', '本地公布期限，如 01-28；“无”为按条例'),
    new Option('--overview-max <字数>', '总体情况字数上限；“无”为不限').argParser((text) =>
      text === '无' ? text : wholeNumber(text),
    ),
    new Option('--similarity <百分比>', '文字相同到百分之几算雷同，50 至 100').argParser(
      wholeNumber,
    ),
  ];
}

export function chosenReportRules({
  submitBy,
  publishBy,
  overviewMax,
  similarity,
  ...named
}: ReportRulesGiven): Partial<ReportRules> {
  return sent({
    ...named,
    submitBy: orNone(submitBy),
    publishBy: orNone(publishBy),
    overviewCharactersMax: orNone(overviewMax),
    similarityPercent: similarity,
  });
}

function orNone<Value>(given: Value | '无'): Value | null {
  return given === '无' ? null : given;
}
