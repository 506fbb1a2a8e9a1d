import type {
  CountedSpan,
  DeadlineExplanation,
  NoticedDay,
  SuspensionCause,
} from '../requests/domain/explain-deadline.js';
import type { ConsultedParty } from '../requests/domain/handling.events.js';
import type { Channel } from '../requests/domain/request.events.js';

/** 收到申请之日, as 《条例》第31条 has it for each way a request comes. */
const RECEIPT_WORDS: Readonly<Record<Channel, string>> = {
  counter: '当面提交，以提交之日为收到申请之日（《条例》第31条第（一）项）',
  oral: '口头提出，以提出之日为收到申请之日（参照《条例》第31条第（一）项）',
  'registered-mail': '以挂号信、特快专递寄来，以签收之日为收到申请之日（《条例》第31条第（二）项）',
  letter: '以平常信函寄来，以与申请人确认之日为收到申请之日（《条例》第31条第（二）项）',
  website: '从网站提交，以双方确认之日为收到申请之日（《条例》第31条第（三）项）',
  email: '以电子邮件提交，以双方确认之日为收到申请之日（《条例》第31条第（三）项）',
  fax: '以传真提交，以双方确认之日为收到申请之日（《条例》第31条第（三）项）',
  other: '从其他渠道提交，以收到之日为收到申请之日（《条例》第31条）',
};

/** What the website took in by itself was confirmed as it was submitted. */
const SUBMITTED_WORDS = '从网站提交，以提交成功之日为收到申请之日（指导案例26号；机关办理规则）';

const RESTART_WORDS = {
  supplement: '收到补正，答复期限重新起算（《条例》第30条）',
  payment: '收到缴费，答复期限重新起算（《条例》第42条；机关办理规则）',
} as const;

const PAUSED_WORDS = {
  supplement: '等待补正，答复期限暂停，没有届满日（《条例》第30条）。',
  payment: '等待缴费，答复期限暂停，没有届满日（《条例》第42条）。',
  consultation: '征求意见尚未答复，答复期限暂停，没有届满日（《条例》第33条第3款）。',
} as const;

/** The chain of a due date as sentences, each with its article. */
export function explanationWords(explained: DeadlineExplanation): readonly string[] {
  const { number, receivedOn, restarted, countedFrom, latestDefensible } = explained;
  const { counted, suspensions, extendedBy, delayedUntil, recorded, redecision } = explained;
  const begun = restarted?.on ?? receivedOn;
  return [
    `登记编号 ${number}：${receivedOn} 收到。${receiptWords(explained)}。`,
    ...(restarted === null ? [] : [`${restarted.on} ${RESTART_WORDS[restarted.by]}。`]),
    ...(countedFrom === begun
      ? []
      : [`${begun} 不是工作日，按机关办理规则视为 ${countedFrom} 收到。`]),
    `自 ${countedFrom} 的次日起算 20 个工作日（《条例》第33条第2款；参照《民法典》第201条，当日不计入）。`,
    ...(extendedBy === 0
      ? []
      : [`延长 ${String(extendedBy)} 个工作日，接在期限之后（《条例》第33条第2款）。`]),
    ...counted.flatMap(spanWords),
    ...suspensions.map(({ from, until, causes, workingDays }) => {
      const basis = `${causes.map(causeWords).join('，同时')}，所需时间不计入`;
      if (until === null || workingDays === null) return `${from} 之后：${basis}，尚未结束。`;
      return `${from} 之后至 ${until}：${basis}，扣除 ${String(workingDays)} 个工作日。`;
    }),
    ...(delayedUntil === null ? [] : [`已告知延迟至 ${delayedUntil} 答复（《条例》第35条）。`]),
    resultWords(explained),
    ...(latestDefensible === null
      ? []
      : [`${begun} 不是工作日；如视为次一工作日收到，最晚可以主张 ${latestDefensible}。`]),
    ...(recorded.dueOn === explained.deadline.dueOn
      ? []
      : [`台账记载为 ${recorded.dueOn ?? '暂停'}（日历 ${recorded.calendarEdition}），两者不同。`]),
    ...(redecision === null
      ? []
      : [
          `${redecision.orderedOn} ${REDECISION_BY[redecision.by]}（${redecision.caseNumber}）责令重新答复，` +
            `期限 ${redecision.dueOn}，以该文书为准。`,
        ]),
  ];
}

const REDECISION_BY = { reconsideration: '行政复议机关', court: '人民法院' } as const;

function receiptWords({ channel, confirmed }: DeadlineExplanation): string {
  return channel === 'website' && !confirmed ? SUBMITTED_WORDS : RECEIPT_WORDS[channel];
}

function causeWords(cause: SuspensionCause): string {
  if (cause.by === 'payment') return '待缴费（《条例》第42条；机关办理规则）';
  return `第 ${String(cause.consultation)} 次征求意见，${CONSULTED_WORDS[cause.by]}`;
}

/** Whose opinion was waited for, and the article that stops the period for it. */
const CONSULTED_WORDS: Readonly<Record<ConsultedParty, string>> = {
  'third-party': '征求第三方意见（《条例》第32条、第33条第3款）',
  'co-maker': '征求共同制作机关意见（《条例》第33条第3款、第34条）',
  organ: '征求其他机关意见（《条例》第33条第3款）',
};

function resultWords({ deadline, calendarEdition }: DeadlineExplanation): string {
  if (deadline.pausedBy !== null) return PAUSED_WORDS[deadline.pausedBy];
  const mark = deadline.provisional ? '（待节假日安排公布）' : '';
  return `答复期限届满日：${deadline.dueOn}${mark}，日历 ${calendarEdition}。`;
}

function spanWords(span: CountedSpan): readonly string[] {
  const { after, upTo, workingDays, weekendDays, holidays, makeUpDays } = span;
  const weekends = weekendDays === 0 ? '' : `，跳过周末 ${String(weekendDays)} 天`;
  return [
    `${after} 之后至 ${upTo}：计 ${String(workingDays)} 个工作日${weekends}。`,
    ...noticed('放假，不计入', holidays),
    ...noticed('调休上班，计入', makeUpDays),
  ];
}

/** The days by the notice they come from. */
function noticed(what: string, days: readonly NoticedDay[]): readonly string[] {
  return [...new Set(days.map(({ notice }) => notice))].map((notice) => {
    const named = days.filter((day) => day.notice === notice).map(({ on }) => on);
    return `  ${what}：${named.join('、')}（《${notice}》）。`;
  });
}
