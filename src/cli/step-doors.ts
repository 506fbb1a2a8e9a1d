import { REVIEWS } from '../agencies/domain/procedure-rules.events.js';
import * as label from '../requests/domain/handling-labels.js';
import { REPLY_DOORS } from './reply-doors.js';
import {
  count,
  maybe,
  needed,
  on,
  oneOf,
  optional,
  set,
  someOf,
  words,
  type Door,
  type Taken,
} from './step-fields.js';

const { firstWords } = label;

const consultation = count('--consultation <次序>', '第几次征求意见，从 1 数起');
const contactWay = oneOf(
  '--way <方式>',
  '联系方式',
  label.contactWayFrom,
  firstWords(label.CONTACT_WAY_LABELS),
);
/** 办理: every step as a clerk writes it, in the order of the procedure. */
export const DOORS: { readonly [Type in Taken]: Door<Type> } = {
  LogContactAttempt: {
    name: 'attempt',
    called: '联系未果',
    says: '联系申请人确认，没有联系上（第31条）',
    fields: { attemptedOn: on('联系之日'), way: contactWay },
    texts: { note: maybe('情况') },
  },
  ConfirmReceipt: {
    name: 'confirm',
    called: '确认收到',
    says: '与申请人确认收到，答复期限从次日起算（第31条）',
    fields: { confirmedOn: on('确认之日'), way: contactWay },
    texts: {},
  },
  AssignRequest: {
    name: 'assign',
    called: '分办',
    says: '分给承办人（第45条）',
    fields: {
      assignedOn: on('分办之日'),
      handler: words('--handler <姓名>', '承办人'),
      section: optional(words('--section <科室>', '承办科室')),
      internalDueOn: optional(on('内部期限', '--internal-due <日期>')),
    },
    texts: {},
  },
  RequestSupplement: {
    name: 'ask-supplement',
    called: '告知补正',
    says: '一次性告知补正，收到之日起七个工作日内（第30条）',
    fields: {
      servedOn: on('告知书送达之日'),
      grounds: someOf(
        '--grounds <事由>',
        '事由',
        label.supplementGroundFrom,
        firstWords(label.SUPPLEMENT_GROUND_LABELS),
      ),
      respondBy: on('补正期限届满日', '--respond-by <日期>'),
    },
    texts: { matters: needed('补正事项') },
  },
  ReceiveSupplement: {
    name: 'supplement',
    called: '收到补正',
    says: '收到补正，答复期限重新计算（第30条）',
    fields: {
      suppliedOn: on('收到补正之日'),
      excused: set('--excused', '逾期而有正当理由'),
    },
    texts: { supplement: needed('补正内容') },
  },
  SeekOpinion: {
    name: 'consult',
    called: '征求意见',
    says: '征求第三方或者其他机关的意见，期间不计入期限（第32至34条）',
    fields: {
      sentOn: on('征求意见书发出之日'),
      party: oneOf(
        '--party <谁>',
        '征求谁的意见',
        label.consultedPartyFrom,
        firstWords(label.CONSULTED_PARTY_LABELS),
      ),
    },
    texts: { consultee: needed('征求意见对象'), matter: maybe('涉及的信息') },
  },
  RecordOpinionReceipt: {
    name: 'consult-received',
    called: '征求意见书送达',
    says: '对方收到征求意见书，十五个工作日内答复（第32、34条）',
    fields: { reachedOn: on('对方收到之日'), consultation },
    texts: {},
  },
  RecordOpinion: {
    name: 'opinion',
    called: '收到意见',
    says: '收到意见，或者期限已过没有答复（第32、34条）',
    fields: {
      answeredOn: on('收到意见之日'),
      consultation,
      opinion: oneOf(
        '--opinion <意见>',
        '意见',
        label.opinionFrom,
        firstWords(label.OPINION_LABELS),
      ),
    },
    texts: { reasons: maybe('理由') },
  },
  InformThirdParty: {
    name: 'inform-third-party',
    called: '告知第三方',
    says: '第三方反对而因公共利益决定公开的，书面告知（第32条）',
    fields: { informedOn: on('告知之日'), consultation },
    texts: { reasons: needed('内容和理由') },
  },
  AskReasons: {
    name: 'ask-reasons',
    called: '要求说明理由',
    says: '数量、频次明显超过合理范围（第35条）',
    fields: {
      askedOn: on('告知书送达之日'),
      requests: count('--requests <件数>', '同一申请人的申请件数'),
      respondBy: on('说明理由的期限届满日', '--respond-by <日期>'),
    },
    texts: {},
  },
  JudgeReasons: {
    name: 'reasons',
    called: '审核理由',
    says: '申请人说明的理由是否合理（第35条）',
    fields: {
      judgedOn: on('说明理由之日'),
      found: oneOf(
        '--found <结论>',
        '结论',
        label.reasonsFoundFrom,
        firstWords(label.REASONS_FOUND_LABELS),
      ),
    },
    texts: { reasons: maybe('理由') },
  },
  DelayReply: {
    name: 'delay',
    called: '延迟答复',
    says: '理由合理而不能按期答复，延迟到合理的一天（第35条）',
    fields: {
      toldOn: on('告知申请人之日'),
      delayedUntil: on('延迟到哪一天', '--until <日期>'),
    },
    texts: {},
  },
  ExtendDeadline: {
    name: 'extend',
    called: '延期',
    says: '延长答复期限，前后合计不超过二十个工作日（第33条）',
    fields: {
      toldOn: on('告知申请人之日'),
      workingDays: count('--days <天数>', '延长几个工作日'),
      approvedBy: words('--approved-by <姓名>', '同意延期的工作机构负责人'),
    },
    texts: { reason: needed('理由') },
  },
  ServeFeeNotice: {
    name: 'fee-notice',
    called: '收费通知',
    says: '送达收费通知，期限停止（第42条）',
    fields: {
      servedOn: on('申请人收到通知之日'),
      method: oneOf(
        '--method <方式>',
        '计费方式',
        label.feeMethodFrom,
        firstWords(label.FEE_METHOD_LABELS),
      ),
      quantity: count('--quantity <数量>', '件数或者页数'),
      amount: count('--amount <元>', '金额，元'),
    },
    texts: {},
  },
  RecordPayment: {
    name: 'payment',
    called: '缴费',
    says: '缴清费用，期限重新计算（第42条）',
    fields: {
      paidOn: on('缴清之日'),
      amount: count('--amount <元>', '金额，元'),
      receipt: optional(words('--receipt <票据号>', '票据号')),
    },
    texts: {},
  },
  RecordReview: {
    name: 'review',
    called: '审查意见',
    says: `${REVIEWS.map((it) => label.REVIEW_LABELS[it][0]).join('、')}的意见（第17条）`,
    fields: {
      reviewedOn: on('审查之日'),
      review: oneOf('--review <审查>', '审查', label.reviewFrom, firstWords(label.REVIEW_LABELS)),
      opinion: oneOf(
        '--opinion <意见>',
        '意见',
        label.reviewOpinionFrom,
        firstWords(label.REVIEW_OPINION_LABELS),
      ),
      by: words('--by <姓名>', '审查人'),
    },
    texts: { note: maybe('说明') },
  },
  ...REPLY_DOORS,
};
