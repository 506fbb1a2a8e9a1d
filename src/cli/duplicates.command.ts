import type { PersonMark } from '../requests/domain/person-marks.js';
import { OUTCOME_ROWS } from '../requests/domain/outcome-labels.js';
import { GetDuplicates, type Repeats } from '../requests/duplicates.query.js';
import type {
  Counts,
  LikelyDuplicate,
  LikelyDuplicates,
  Unread,
} from '../requests/repeated-requests.js';
import { Usage } from './exit-codes.js';
import type { Output } from './output.js';
import { agencyMeant, type Session } from './session.js';

/** `gongkai duplicates NUMBER`. */
export async function showDuplicates(
  session: Session,
  output: Output,
  number: string,
  agency: string | undefined,
): Promise<void> {
  const { agencyId } = await agencyMeant(session, agency);
  const repeats = await session.queries.execute(new GetDuplicates(agencyId, number));
  if (repeats === null) throw new Usage(`台账里没有登记编号 ${number}，请核对。`);
  output.answer(repeats, repeatsWords(repeats));
}

const UNREAD: Readonly<Record<Unread, string>> = {
  erased: '已依法删除',
  lost: '密钥缺失',
  restricted: '已封存',
};

const MARKS: Readonly<Record<PersonMark, string>> = {
  idNumber: '证件号码',
  applicant: '申请人',
  contact: '联系方式',
};

function repeatsWords({ number, unread, counts, ...found }: Repeats): readonly string[] {
  if (unread !== null) return [`登记编号 ${number} 的个人信息「${UNREAD[unread]}」，不能比对。`];
  const listed = duplicateWords(found);
  return [
    ...(listed.length === 0 ? [`登记编号 ${number} 没有发现疑似重复申请。`] : listed),
    ...(counts === null ? [] : countWords(counts)),
  ];
}

/** Nothing where nothing was found. */
export function duplicateWords({
  duplicates,
  duplicatesFound,
}: LikelyDuplicates): readonly string[] {
  if (duplicatesFound === 0) return [];
  const more = duplicatesFound - duplicates.length;
  return [
    `疑似重复申请 ${String(duplicatesFound)} 件，是否重复由承办人判断（《条例》第36条第（六）项）：`,
    ...duplicates.map(lineOf),
    ...(more === 0 ? [] : [`另有 ${String(more)} 件没有列出。`]),
  ];
}

function lineOf(duplicate: LikelyDuplicate): string {
  const { number, receivedOn, agreeing, similarity, sameDocument, unread } = duplicate;
  const alike =
    unread === null
      ? `所需信息相似 ${String(similarity)}%${sameDocument ? '、文号相同' : ''}`
      : `「${UNREAD[unread]}」没有比对`;
  const same = `${agreeing.map((mark) => MARKS[mark]).join('、')}相同`;
  const received = receivedOn === null ? '待确认收到' : `${receivedOn} 收到`;
  return [`登记编号 ${number}`, received, answerOf(duplicate), same, alike].join('；');
}

function answerOf({ outcome, decidedOn, documentNumber, closedOn }: LikelyDuplicate): string {
  if (outcome === null || decidedOn === null) {
    return closedOn === null ? '尚未答复' : `${closedOn} 办结`;
  }
  const { group, label } = OUTCOME_ROWS[outcome];
  const document = documentNumber === null ? '' : `（${documentNumber}）`;
  return `${decidedOn} 答复${document}：${group}${label}`;
}

function countWords({ receivedOn, unread, fee, ...counts }: Counts): readonly string[] {
  const [month, year] = [receivedOn.slice(0, 7), receivedOn.slice(0, 4)];
  const noticed = fee.noticed === 0 ? '' : `，已通知 ${String(fee.noticed)} 元`;
  return [
    `该申请人本月第 ${String(counts.ordinalInMonth)} 件（${month} 共 ${String(counts.inMonth)} 件，` +
      `${year} 年共 ${String(counts.inYear)} 件）；` +
      `按件收费应为 ${String(fee.due)} 元（全月 ${String(fee.inMonth)} 元${noticed}）`,
    ...(unread === 0
      ? []
      : [`另有 ${String(unread)} 件读不出来（已封存或者密钥缺失），没有计入。`]),
    '依据：《条例》第35条、第42条；国办函〔2020〕109号第四条。是否明显超过合理范围由本机关认定。',
  ];
}
