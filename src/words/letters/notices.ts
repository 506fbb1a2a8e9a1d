import type { LetterFacts } from '../../letters/domain/letter-facts.js';
import {
  clause,
  dateWords,
  linesOf,
  paragraphs,
  received,
  REGULATION,
  sheet,
  you,
  type LetterBlock,
  type Sheet,
} from './letter.js';

/** 补正告知书 (第29条第2款、第30条): each matter at once, the period, and what follows. */
export function supplementNotice(facts: LetterFacts): Sheet {
  const { said } = facts;
  const until = dateWords(said.respondBy ?? '');
  return toApplicant(facts, [
    ...paragraphs(
      `${received(facts)}经审查，该申请不符合${REGULATION}第二十九条第二款的规定，` +
        `根据《条例》第三十条的规定，现一次性告知${you(facts)}补正下列事项：`,
      ...numbered(linesOf(said.matters ?? '')),
      `请${you(facts)}于${until}前将补正材料提交本机关。无正当理由逾期不补正的，` +
        '视为放弃申请，本机关不再处理该政府信息公开申请。',
      '根据《条例》第三十条的规定，答复期限自本机关收到补正的申请之日起计算。',
    ),
  ]);
}

/** 说明理由告知书 (第35条). */
export function reasonsNotice(facts: LetterFacts): Sheet {
  const { said } = facts;
  return toApplicant(
    facts,
    paragraphs(
      received(facts),
      `经核实，${clause(said.circumstances)}，申请公开政府信息的数量、频次明显超过合理范围。` +
        `根据${REGULATION}第三十五条的规定，请${you(facts)}于${dateWords(said.respondBy ?? '')}前` +
        '向本机关书面说明理由。',
      '本机关认为申请理由不合理的，将告知不予处理；认为申请理由合理，但是无法在《条例》' +
        '第三十三条规定的期限内答复的，可以确定延迟答复的合理期限并予以告知。' +
        '逾期没有说明理由的，视为没有合理理由。',
    ),
  );
}

/** 延期答复告知书 (第33条第2款). */
export function extensionNotice(facts: LetterFacts): Sheet {
  const { said } = facts;
  return toApplicant(
    facts,
    paragraphs(
      received(facts),
      `因${clause(said.reasons)}，本机关不能在规定期限内答复。根据${REGULATION}第三十三条第二款` +
        `的规定，经政府信息公开工作机构负责人${said.approvedBy ?? ''}同意，本机关决定将答复期限` +
        `延长${said.workingDays ?? ''}个工作日，延长后的答复期限届满日为` +
        `${dateWords(said.extendedTo ?? '')}。`,
    ),
  );
}

/** 延迟答复告知书 (第35条). */
export function delayNotice(facts: LetterFacts): Sheet {
  return toApplicant(
    facts,
    paragraphs(
      received(facts),
      `${you(facts)}按照本机关的要求说明了申请理由。经审查，本机关认为理由合理，但是无法在` +
        `${REGULATION}第三十三条规定的期限内答复。根据《条例》第三十五条的规定，本机关确定` +
        `延迟至${dateWords(facts.said.delayedUntil ?? '')}前答复。`,
    ),
  );
}

/** 征求意见告知书（申请人） (第32、33、34条). The other side is not named to the applicant. */
export function consultationNotice(facts: LetterFacts): Sheet {
  const { consultation } = facts;
  const [whom, article] =
    consultation === null || consultation.party === 'third-party'
      ? ['第三方', '第三十二条']
      : consultation.party === 'co-maker'
        ? ['共同制作该政府信息的其他行政机关', '第三十四条']
        : ['其他机关', '第三十三条第三款'];
  const since = consultation === null ? '' : `已于${dateWords(consultation.sentOn)}`;
  return toApplicant(
    facts,
    paragraphs(
      received(facts),
      `因${you(facts)}申请公开的政府信息需要征求${whom}的意见，根据${REGULATION}` +
        `${article}的规定，本机关${since}书面征求${whom}的意见。`,
      '根据《条例》第三十三条第三款的规定，征求第三方和其他机关意见所需时间不计算在答复期限内。',
    ),
  );
}

const FEE_RATES = {
  件: {
    article: '第四条',
    method: '按件计收',
    rates:
      '同一申请人一个自然月内累计申请10件以下（含10件）的，不收费；' +
      '11件至30件（含30件）的部分，每件100元；31件以上的部分，以10件为一档，' +
      '每增加一档，收费标准提高100元/件',
  },
  页: {
    article: '第五条',
    method: '按量计收',
    rates:
      '30页以下（含30页）的，不收费；31页至100页（含100页）的部分，每页10元；' +
      '101页至200页（含200页）的部分，每页20元；201页以上的部分，每页40元',
  },
} as const;

/** 收费通知书 (第42条; 国办函〔2020〕109号). */
export function feeNotice(facts: LetterFacts): Sheet {
  const { said } = facts;
  const unit = said.feeMethod === 'per-page' ? '页' : '件';
  const { article, method, rates } = FEE_RATES[unit];
  const until = said.payBy === undefined ? '' : `（${dateWords(said.payBy)}前）`;
  return toApplicant(
    facts,
    paragraphs(
      received(facts),
      `${you(facts)}申请公开政府信息的数量、频次明显超过合理范围，根据${REGULATION}第四十二条第一款` +
        `和《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）${article}的规定，` +
        '本机关决定收取信息处理费。',
      `一、收费标准：${method}。${rates}。`,
      `二、收费数额：计费数量为${said.quantity ?? ''}${unit}，应缴${said.amount ?? ''}元。`,
      `三、缴纳方式：${clause(said.payWay)}。`,
      `四、缴纳期限：请${you(facts)}自收到本通知书次日起20个工作日内缴纳${until}。` +
        '逾期未缴纳的，视为放弃申请，本机关不再处理该政府信息公开申请。',
    ),
  );
}

export function toApplicant(facts: LetterFacts, body: readonly LetterBlock[]): Sheet {
  return sheet(facts, { to: facts.said.applicant ?? '', body });
}

/** （一）（二）… before each line that has no number of its own; a single one stands alone. */
function numbered(lines: readonly string[]): readonly string[] {
  if (lines.length < 2) return lines;
  return lines.map((line, at) =>
    /^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]/.test(line)
      ? line
      : `（${numeral(at + 1)}）${line}`,
  );
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

function numeral(count: number): string {
  const [tens, ones] = [Math.floor(count / 10), DIGITS[count % 10] ?? ''];
  if (tens === 0) return ones;
  return `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十${ones}`;
}
