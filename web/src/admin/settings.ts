import type { Choice } from '../parts/fields';

/** A setting as `GET …/settings` says it. */
export type SettingState = Readonly<{
  name: string;
  value: unknown;
  initial: unknown;
  since: string | null;
}>;

/** One thing that an agency decides for itself, in words for who decides it. */
export type Setting = Readonly<{
  name: string;
  what: string;
  /** What follows from it. */
  meaning: string;
  /** Where it comes from: the article that leaves it open, or that nothing says so. */
  basis: string;
  kind: 'choice' | 'yes' | 'number' | 'day' | 'several';
  /** Said of a null. */
  none?: string;
  choices?: readonly Choice[];
}>;

/** Settings that are sent to the same route. */
export type SettingGroup = Readonly<{
  title: string;
  path: string;
  lead: string;
  settings: readonly Setting[];
}>;

const either = (...pairs: readonly (readonly [string, string])[]): readonly Choice[] =>
  pairs.map(([value, label]) => ({ value, label }));

export const YES_NO = either(['true', '是'], ['false', '否']);

const COUNTING: SettingGroup = {
  title: '统计口径',
  path: 'counting-rules',
  lead: '表格和通知没有写明怎样计数的。改了以后，没有封账的年度按新口径重新计。',
  settings: [
    {
      ...{ name: 'splitParts', what: '一事一申请拆分的', kind: 'choice' },
      meaning: '一件申请拆成几件办理的，表三计几件。',
      basis: '国办函〔2020〕109号第四条只为收费写了拆分，计数没有明文',
      choices: either(['each', '各件都计'], ['original', '只计原件']),
    },
    {
      ...{ name: 'mergedRequests', what: '并案办理的', kind: 'choice' },
      meaning: '几件合并答复的，表三计几件；计每件的，并入的计“其他处理”。',
      basis: '国办公开办函〔2021〕30号表三，没有明文',
      choices: either(['each', '各件都计'], ['lead', '只计主件']),
    },
    {
      ...{ name: 'pendingAppeals', what: '尚未审结的复议、诉讼', kind: 'choice' },
      meaning: '跨年的案件，表四“尚未审结”在哪些年计。',
      basis: '国办公开办函〔2021〕30号表四，没有明文',
      choices: either(['each', '每年年末没有审结的都计'], ['first', '只计收案当年']),
    },
    {
      ...{ name: 'feeDecimals', what: '收费（万元）的小数位数', kind: 'number' },
      meaning: '表二行政事业性收费印几位小数，0 至 6。',
      basis: '国办公开办函〔2021〕30号表二只写了单位',
    },
  ],
};

const PROCEDURE: SettingGroup = {
  title: '办理规则',
  path: 'procedure-rules',
  lead: '条例没有写死、由本机关确定的。改了以后，在办申请的期限随之重算，变动记入台账。',
  settings: [
    {
      ...{ name: 'receiptOnDayOff', what: '休息日收到的', kind: 'choice' },
      meaning: '期限从哪一天的次日起算。',
      basis: '《条例》第三十一条',
      choices: either(['stays', '当日即为收到'], ['next-working-day', '顺延到下一工作日']),
    },
    {
      ...{ name: 'websiteReceipt', what: '网站提交的', kind: 'choice' },
      meaning: '提交就算收到，还是与申请人确认了才算。',
      basis: '《条例》第三十一条第（三）项',
      choices: either(['submission', '提交即为收到'], ['confirmation', '双方确认才为收到']),
    },
    {
      ...{ name: 'consultationFrom', what: '征求意见不计入期限', kind: 'choice' },
      meaning: '期限从哪一天起停下来。',
      basis: '《条例》第三十三条第三款',
      choices: either(['sent', '从发出起'], ['received', '从对方收到起']),
    },
    {
      ...{ name: 'paymentRestartsClock', what: '缴费后期限重新计算', kind: 'yes' },
      meaning: '否：从停下的地方接着算。',
      basis: '《条例》第四十二条，国办函〔2020〕109号',
    },
    {
      ...{ name: 'extensionBeforeDue', what: '期限届满以后不能再延期', kind: 'yes' },
      meaning: '是：过了期限再登记延期会被退回。',
      basis: '《条例》第三十三条',
    },
    {
      ...{ name: 'requiredReviews', what: '作出答复以前必须有的意见', kind: 'several' },
      meaning: '没有登记这些意见，不能作出答复。一个人的办公室可以都不选。',
      basis: '《条例》第十七条',
      none: '都不要求',
      choices: either(
        ['disclosure', '公开审查'],
        ['secrecy', '保密审查'],
        ['legal', '法制审核'],
        ['sign-off', '签批'],
      ),
    },
    {
      ...{ name: 'jointApplicants', what: '联合申请人类型不一的', kind: 'choice' },
      meaning: '表三计入哪一栏。',
      basis: '国办公开办函〔2021〕30号表三，没有明文',
      choices: either(['first-named', '按第一人'], ['stated', '登记时必须写明']),
    },
  ],
};

const REPORT: SettingGroup = {
  title: '年报设置',
  path: 'report-rules',
  lead: '校验的尺度，和只有本机关自己知道的。',
  settings: [
    {
      ...{ name: 'makesRegulations', what: '有规章制定权', kind: 'yes' },
      meaning: '否：表二规章不为 0 时提醒。',
      basis: '《立法法》',
    },
    {
      ...{ name: 'decides', what: '有许可、处罚、强制职权', kind: 'yes' },
      meaning: '是：一年一件决定也没有时提醒。',
      basis: '《条例》第二十条第（五）、（六）项',
    },
    {
      ...{ name: 'submitBy', what: '本地报送期限', kind: 'day', none: '按条例' },
      meaning: '上级定得比条例早的，写次年的月和日，如 01-26；空着为按条例。',
      basis: '《条例》第四十九条',
    },
    {
      ...{ name: 'publishBy', what: '本地公布期限', kind: 'day', none: '按条例' },
      meaning: '同上。',
      basis: '《条例》第四十九条',
    },
    {
      ...{ name: 'overviewCharactersMax', what: '总体情况字数上限', kind: 'number', none: '不限' },
      meaning: '超过时提醒；空着为不限。',
      basis: '各地通知，没有明文',
    },
    {
      ...{ name: 'similarityPercent', what: '文字相同到百分之几算雷同', kind: 'number' },
      meaning: '与上一年度的文字比较，50 至 100。',
      basis: '国办公开办函〔2021〕30号，尺度没有明文',
    },
  ],
};

const RETENTION: SettingGroup = {
  title: '个人信息保存期限',
  path: 'retention',
  lead: '到期以后可以提出销毁，由负责人批准；数字不受影响。',
  settings: [
    {
      ...{ name: 'retentionYears', what: '办结当年以后再保存几年', kind: 'number' },
      meaning: '1 至 30 年；本机关的归档范围和保管期限表优先。',
      basis: '《个人信息保护法》第十九条，档案局令第8号',
    },
  ],
};

export const SETTING_GROUPS: readonly SettingGroup[] = [COUNTING, PROCEDURE, REPORT, RETENTION];

/** As it stands in a form. */
export function typedOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.join(',');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** As it is read. */
export function wordsOf({ kind, choices, none = '没有' }: Setting, value: unknown): string {
  const typed = typedOf(value);
  if (typed === '') return none;
  const known = kind === 'yes' ? YES_NO : (choices ?? []);
  return typed
    .split(',')
    .map((one) => known.find((choice) => choice.value === one)?.label ?? one)
    .join('、');
}

/** As the server takes it: nothing in the place of what was set means what the law says. */
export function sentOf({ kind }: Setting, typed: string): unknown {
  if (kind === 'several') return typed === '' ? [] : typed.split(',');
  if (typed === '') return null;
  if (kind === 'number') return Number(typed);
  return kind === 'yes' ? typed === 'true' : typed;
}
