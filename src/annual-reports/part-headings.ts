import type { ReportPart } from './domain/annual-report.events.js';

/** The headings of the six parts, verbatim (国办公开办函〔2021〕30号). */
export const PART_HEADINGS: Readonly<Record<ReportPart, string>> = {
  overview: '一、总体情况',
  publications: '二、主动公开政府信息情况',
  requests: '三、收到和处理政府信息公开申请情况',
  appeals: '四、政府信息公开行政复议、行政诉讼情况',
  problems: '五、存在的主要问题及改进情况',
  otherMatters: '六、其他需要报告的事项',
};
