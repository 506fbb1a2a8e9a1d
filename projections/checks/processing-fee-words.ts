import type { ReportWords } from './check.js';

/**
 * 信息处理费 that part six says was collected, in 元; 0 where it says there was none, null where it says
 * nothing of it that can be read. 实际收取 comes before other sums of the sentence.
 */
export function processingFeeSaid({ parts }: Pick<ReportWords, 'parts'>): number | null {
  const text = parts.find(({ heading }) => heading.startsWith('六'))?.text ?? '';
  // The name of 《政府信息公开信息处理费管理办法》 says nothing of a fee.
  const sentences = text.replace(/《[^》]*》/g, '').split(/[。；\n]/);
  const at = sentences.findIndex((sentence) => sentence.includes('信息处理费'));
  if (at === -1) return null;
  // A heading such as （一）信息处理费收取情况 has what it says in the next line.
  return sumSaid(sentences[at] ?? '') ?? sumSaid(sentences[at + 1] ?? '');
}

const SUM = /([\d,，]+(?:\.\d+)?)\s*(万?)元/;
const COLLECTED = new RegExp(`实(?:际)?收(?:取|费)?[^\\d。]*${SUM.source}`);

function sumSaid(sentence: string): number | null {
  const [, digits, wan] = COLLECTED.exec(sentence) ?? SUM.exec(sentence) ?? [];
  if (digits !== undefined) {
    const sum = Number(digits.replace(/[,，]/g, ''));
    return wan === '万' ? sum * 10_000 : sum;
  }
  return /没有|无|未|不存在|不收取/.test(sentence) ? 0 : null;
}
