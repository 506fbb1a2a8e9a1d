import type { RequestDetails } from './answers';
import * as choices from './choices';
import {
  at,
  choice,
  CLOSED,
  CONSULTING,
  long,
  number,
  on,
  text,
  UNDECIDED,
  WORKING,
  type Step,
} from './step';

/** The consultation that waits for an answer, the first of them. */
function openConsultation({ handling }: RequestDetails): string {
  const open = handling.consultations.find(({ opinion }) => opinion === null);
  return String(open?.consultation ?? 1);
}

function refusedConsultation({ handling }: RequestDetails): string {
  const refused = handling.consultations.find(
    ({ opinion, informedOn }) => opinion === 'objects' && informedOn === null,
  );
  return String(refused?.consultation ?? 1);
}

/** In the order in which they come up. */
export const HANDLING_STEPS: readonly Step[] = [
  {
    id: 'confirm',
    name: '确认收到',
    means: '与申请人确认之日为收到申请之日，答复期限从次日起算（《条例》第31条）。',
    from: ['awaiting-confirmation'],
    fields: [
      on('confirmedOn', '确认之日'),
      choice('way', '怎样确认', choices.CONTACT_WAYS, 'phone'),
    ],
    path: at('confirmation'),
  },
  {
    id: 'attempt',
    name: '联系未果',
    means: '记下联系申请人而没有联系上。',
    from: ['awaiting-confirmation'],
    fields: [
      on('attemptedOn', '联系之日'),
      choice('way', '怎样联系', choices.CONTACT_WAYS, 'phone'),
      long('note', '情况', true),
    ],
    path: at('contact-attempts'),
  },
  {
    id: 'assign',
    name: '分办',
    means: '交给承办人；可以定一个内部期限。',
    from: UNDECIDED,
    fields: [
      on('assignedOn', '分办之日'),
      text('handler', '承办人'),
      text('section', '承办科室', true),
      { name: 'internalDueOn', label: '内部期限', kind: 'date', optional: true },
    ],
    path: at('assignment'),
  },
  {
    id: 'supplement-notice',
    name: '告知补正',
    means: '收到之日起七个工作日内一次性告知；期限暂停，收到补正后重新计算（第30条）。',
    from: WORKING,
    fields: [
      on('servedOn', '补正告知书送达之日'),
      { name: 'grounds', label: '为什么要补正', kind: 'choices', choices: choices.GROUNDS },
      { name: 'respondBy', label: '请申请人在哪一天以前补正', kind: 'date' },
      long('matters', '需要补正的事项'),
    ],
    path: at('supplement-notice'),
  },
  {
    id: 'supplement',
    name: '收到补正',
    means: '答复期限从收到补正之日起重新计算（第30条）。',
    from: ['awaiting-supplement'],
    fields: [
      on('suppliedOn', '收到补正之日'),
      long('supplement', '补正的内容'),
      { name: 'excused', label: '逾期，但有正当理由', kind: 'yes' },
    ],
    path: at('supplement'),
  },
  {
    id: 'consult',
    name: '征求意见',
    means: '征求意见的时间不计入答复期限（第32、33条）；第三方有十五个工作日。',
    from: [...WORKING, ...CONSULTING],
    fields: [
      on('sentOn', '征求意见书发出之日'),
      choice('party', '向谁征求', choices.PARTIES, 'third-party'),
      text('consultee', '对方的名称'),
      long('matter', '涉及的信息', true),
    ],
    path: at('consultations'),
  },
  {
    id: 'opinion-receipt',
    name: '对方已收到',
    means: '十五个工作日从对方收到的次日起算（第32条）。',
    from: CONSULTING,
    fields: [on('reachedOn', '对方收到之日')],
    path: (request) => `consultations/${openConsultation(request)}/receipt`,
  },
  {
    id: 'opinion',
    name: '收到意见',
    means: '收到意见后期限继续计算；逾期未答复的，由本机关决定（第32条）。',
    from: CONSULTING,
    fields: [
      on('answeredOn', '收到意见之日'),
      choice('opinion', '意见', choices.OPINIONS),
      long('reasons', '对方的理由', true),
    ],
    path: (request) => `consultations/${openConsultation(request)}/opinion`,
  },
  {
    id: 'inform',
    name: '告知第三方',
    means: '第三方不同意而因公共利益决定公开的，书面告知决定公开的内容和理由（第32条）。',
    from: [...WORKING, 'consulting-organ', 'awaiting-service', ...CLOSED],
    fields: [on('informedOn', '告知之日'), long('reasons', '决定公开的内容和理由')],
    path: (request) => `consultations/${refusedConsultation(request)}/notice`,
  },
  {
    id: 'reasons-notice',
    name: '要求说明理由',
    means: '申请数量、频次明显超过合理范围的，可以要求说明理由（第35条）。',
    from: WORKING,
    fields: [
      on('askedOn', '告知书送达之日'),
      number('requests', '同一申请人的申请件数'),
      { name: 'respondBy', label: '请申请人在哪一天以前说明', kind: 'date' },
    ],
    path: at('reasons-notice'),
  },
  {
    id: 'reasons',
    name: '审核理由',
    means: '理由不合理的，告知不予处理；合理而不能按期答复的，可以延迟（第35条）。',
    from: ['awaiting-reasons'],
    fields: [
      on('judgedOn', '说明理由之日'),
      choice('found', '理由是否合理', choices.REASONS_FOUND),
      long('reasons', '申请人说明的理由', true),
    ],
    path: at('reasons'),
  },
  {
    id: 'extend',
    name: '延长期限',
    means: '须经政府信息公开工作机构负责人同意并告知申请人，最长二十个工作日（第33条）。',
    from: [...WORKING, ...CONSULTING, 'awaiting-reasons'],
    fields: [
      on('toldOn', '延期答复告知书送达之日'),
      { ...number('workingDays', '延长几个工作日'), initial: '20' },
      text('approvedBy', '同意延期的负责人'),
      long('reason', '延期的理由'),
    ],
    path: at('extensions'),
  },
  {
    id: 'fee-notice',
    name: '收费通知',
    means: '期限停止，缴费后重新计算；申请人逾期未缴的不再处理（第42条）。',
    from: WORKING,
    fields: [
      on('servedOn', '申请人收到通知之日'),
      choice('method', '怎样计费', choices.FEE_METHODS, 'per-item'),
      number('quantity', '件数或者页数'),
      number('amount', '金额（元）'),
    ],
    path: at('fee-notice'),
  },
  {
    id: 'payment',
    name: '已缴费',
    means: '答复期限从缴清之日起重新计算。',
    from: ['awaiting-payment'],
    fields: [
      on('paidOn', '缴清之日'),
      number('amount', '金额（元）'),
      text('receipt', '票据号', true),
    ],
    path: at('payment'),
  },
  {
    id: 'sign-off',
    name: '送签',
    means: '请负责人批示拟作出的答复，或者拟延长的期限；批示以后再作出答复、告知延期。',
    from: [...WORKING, ...CONSULTING, 'awaiting-reasons'],
    fields: [
      choice('matter', '送签什么', choices.MATTERS, 'reply'),
      {
        ...choice('outcome', '拟作出的结果', choices.OUTCOMES),
        asked: ({ matter }) => matter === 'reply',
      },
      {
        ...number('workingDays', '拟延长几个工作日'),
        asked: ({ matter }) => matter === 'extension',
      },
      { ...long('reason', '理由'), help: '明文保存，不写申请人的信息。' },
      text('by', '送签人'),
    ],
    path: at('sign-offs'),
  },
  {
    id: 'review',
    name: '审查意见',
    means: '公开前的公开审查、保密审查、法制审核和签批（第17条）。',
    from: [...WORKING, ...CONSULTING, 'awaiting-reasons'],
    fields: [
      on('reviewedOn', '审查之日'),
      choice('review', '哪一种', choices.REVIEWS),
      choice('opinion', '意见', choices.REVIEW_OPINIONS),
      text('by', '审查人'),
      long('note', '说明', true),
    ],
    path: at('reviews'),
  },
];
