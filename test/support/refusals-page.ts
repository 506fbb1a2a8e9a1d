import { REFUSAL_STATUS } from '../../src/http/refusal-status.js';
import { refusalWords, type RefusalCode } from '../../src/words/refusals.zh-CN.js';
import { REFUSED } from './builders/refusals.js';

const SLICES: Readonly<Record<string, string>> = {
  request: '依申请公开',
  'sign-off': '送签和批示',
  letter: '文书',
  appeal: '复议诉讼',
  document: '规章和行政规范性文件',
  count: '月度数量',
  'annual-report': '年度报告',
  submission: '报送',
  'roll-up': '汇总',
  agency: '机关',
  account: '账户',
  access: '登录和权限',
};

const HEAD = `# 不予受理的全部情形

由 \`npm run refusals\` 从程序生成，请勿手改。每一条写明：固定的代码，HTTP 状态，依据，给经办人看的话。
话里的日期、名称和数字取自触发它的测试。404 是没有这一件，409 是与现有的事实相抵触，422 是法律、格式或者日历不允许；
命令行的退出码都是 1。`;

/** `docs/refusals.md`: every lawful "no", as the deciders really say it. */
export function refusalsPage(): string {
  const codes = (Object.keys(REFUSED) as RefusalCode[]).sort();
  const unplaced = codes.filter((code) => !Object.hasOwn(SLICES, sliceOf(code)));
  if (unplaced.length > 0) throw new Error(`no heading for ${unplaced.join(', ')}`);
  const parts = Object.entries(SLICES).flatMap(([slice, title]) => {
    const own = codes.filter((code) => sliceOf(code) === slice);
    return [`## ${title}`, own.map(entryOf).join('\n')];
  });
  return `${[HEAD, ...parts].join('\n\n')}\n`;
}

function sliceOf(code: RefusalCode): string {
  return code.replace(/\/.*$/, '');
}

function entryOf(code: RefusalCode): string {
  const refusal = REFUSED[code];
  const status = String(REFUSAL_STATUS[code]);
  return `- \`${code}\`（${status}，${refusal.basis}）  \n  ${refusalWords(refusal)}`;
}
