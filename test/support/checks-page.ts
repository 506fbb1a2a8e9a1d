import { CHECKS } from '../../projections/checks/checks.js';
import { CHECK_IDS, type CheckId } from '../../src/annual-reports/domain/checks.events.js';
import { CHECK_WORDS, SEVERITY_LABELS } from '../../src/words/checks.zh-CN.js';

const GROUPS: Readonly<Record<string, string>> = {
  T3: '表三：收到和处理政府信息公开申请',
  T2: '表二：主动公开政府信息',
  T4: '表四：行政复议、行政诉讼',
  F: '文字和格式',
  R: '汇总',
};

const HEAD = `# 年度报告的全部校验规则

由 \`npm run checks\` 从程序生成，请勿手改。\`gongkai check 年度\` 随时可以运行；每条检查结果写明编号、两个应当一致而不一致的值、
涉及的单元格和背后的案件。错误（E）没有改正以前，报告按草稿打印，不能封账；查过没有错的，用 \`gongkai override\` 写明理由放行，数值一变
放行就不再有效。提醒（W）和提示（I）请核对，不影响打印。依据写“通行口径”“通行做法”的，没有明文规定。`;

/** `docs/checks.md`: every check of this version, its gravity, what it rests on and what to do. */
export function checksPage(): string {
  const parts = Object.entries(GROUPS).flatMap(([group, title]) => {
    const own = CHECK_IDS.filter((id) => id.startsWith(group)).flatMap(entryOf);
    return own.length === 0 ? [] : [`## ${title}`, own.join('\n')];
  });
  return `${[HEAD, ...parts].join('\n\n')}\n`;
}

function entryOf(id: CheckId): readonly string[] {
  const check = CHECKS[id];
  if (check === undefined) return [];
  const { rule, advice } = CHECK_WORDS[id];
  const { severity, basis } = check;
  return [
    `- \`${id}\`（${SEVERITY_LABELS[severity]} ${severity}，${basis}）  \n  ${rule}${advice}`,
  ];
}
