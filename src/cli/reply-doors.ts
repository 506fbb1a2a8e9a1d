import * as label from '../requests/domain/handling-labels.js';
import {
  OUTCOME_ROWS,
  outcomeFromText,
  SERVICE_WAY_LABELS,
  serviceWayFrom,
} from '../requests/domain/outcome-labels.js';
import {
  count,
  maybe,
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

const documentNumber = optional(words('--document-number <文号>', '答复文号'));
const service = {
  way: oneOf(
    '--way <方式>',
    '送达方式',
    serviceWayFrom,
    firstWords(SERVICE_WAY_LABELS).slice(0, 4),
  ),
  carrier: optional(
    oneOf('--carrier <谁>', '由谁寄送', label.carrierFrom, firstWords(label.CARRIER_LABELS)),
  ),
  trackingNumber: optional(words('--tracking-number <邮件号>', '邮件号')),
  signedOn: optional(on('邮寄后签收之日', '--signed-on <日期>')),
};
const replied = { content: maybe('答复内容'), reasons: maybe('理由') };

type Replying = Extract<
  Taken,
  | 'DecideRequest'
  | 'ServeReply'
  | 'WithdrawRequest'
  | 'OrderRedecision'
  | 'MakeRedecision'
  | 'ServeRedecision'
  | 'PublishInformation'
  | 'ArchiveRequest'
>;

/** 答复: the reply and what comes after it, as a clerk writes it. */
export const REPLY_DOORS: { readonly [Type in Replying]: Door<Type> } = {
  DecideRequest: {
    name: 'decide',
    called: '作出答复',
    says: '作出答复',
    fields: {
      outcome: oneOf('<结果>', '办理结果', outcomeFromText, []),
      decidedOn: on('答复日期'),
      documentNumber,
      results: optional(someOf('--results <结果>', '各项结果', outcomeFromText, [])),
      notHeldBecause: optional(
        oneOf(
          '--not-held-because <原因>',
          '不掌握的原因',
          label.notHeldFrom,
          firstWords(label.NOT_HELD_LABELS),
        ),
      ),
    },
    texts: replied,
    done: (number, { decidedOn, outcome }) =>
      `登记编号 ${number} 已于 ${decidedOn} 作出答复：${OUTCOME_ROWS[outcome].label}`,
  },
  ServeReply: {
    name: 'serve',
    called: '送达答复',
    says: '送达答复',
    fields: { servedOn: on('送达日期：签收，或者交邮'), ...service },
    texts: { signer: maybe('签收人') },
    done: (number, { servedOn }) => `登记编号 ${number} 的答复已于 ${servedOn} 送达。`,
  },
  WithdrawRequest: {
    name: 'withdraw',
    called: '撤回',
    says: '申请人撤回申请',
    fields: { withdrawnOn: on('书面撤回之日') },
    texts: {},
    done: (number, { withdrawnOn }) => `登记编号 ${number} 已于 ${withdrawnOn} 由申请人撤回。`,
  },
  OrderRedecision: {
    name: 'order-redecision',
    called: '责令重新答复',
    says: '复议决定或者判决责令重新答复（第51条）',
    fields: {
      orderedOn: on('决定书或者判决送达本机关之日'),
      by: oneOf(
        '--by <谁>',
        '由谁责令',
        label.redecisionOrdererFrom,
        firstWords(label.REDECISION_ORDERER_LABELS),
      ),
      caseNumber: words('--case <文号>', '决定书或者判决的文号'),
      dueOn: optional(on('责令的期限届满日；没有写的按二十个工作日计', '--due <日期>')),
    },
    texts: {},
  },
  MakeRedecision: {
    name: 'redecide',
    called: '重新作出答复',
    says: '重新作出答复；表三仍计第一次的结果',
    fields: {
      outcome: oneOf('<结果>', '办理结果', outcomeFromText, []),
      decidedOn: on('答复日期'),
      documentNumber,
    },
    texts: replied,
  },
  ServeRedecision: {
    name: 'serve-redecision',
    called: '送达重新答复',
    says: '送达重新作出的答复',
    fields: { servedOn: on('送达日期：签收，或者交邮'), ...service },
    texts: { signer: maybe('签收人') },
  },
  PublishInformation: {
    name: 'publish',
    called: '转为主动公开',
    says: '把公开给申请人的信息主动公开（第44条）',
    fields: {
      publishedOn: on('主动公开之日'),
      suggestedByApplicant: set('--suggested', '由申请人建议', false),
      url: optional(words('--url <网址>', '网址')),
    },
    texts: {},
  },
  ArchiveRequest: {
    name: 'archive',
    called: '归档',
    says: '归档（第45条）',
    fields: {
      archivedOn: on('归档之日'),
      fileNumber: words('--file-number <档号>', '档号'),
      pages: count('--pages <页数>', '页数'),
    },
    texts: {},
  },
};
