import type { Field } from '../parts/fields';
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

const SERVICE: readonly Field[] = [
  on('servedOn', '送达之日', '签收之日；邮寄的为交邮之日'),
  choice('way', '送达方式', choices.SERVICE_WAYS, 'direct'),
  {
    ...choice('carrier', '由谁寄送', choices.CARRIERS),
    asked: ({ way }) => way === 'mail',
  },
  { ...text('trackingNumber', '邮件号', true), asked: ({ way }) => way === 'mail' },
  text('signer', '签收人', true),
];

const REPLY: readonly Field[] = [
  choice('outcome', '办理结果', choices.OUTCOMES),
  on('decidedOn', '作出答复之日'),
  text('documentNumber', '答复文号', true),
  long('content', '答复的内容', true),
  long('reasons', '理由', true),
];

/** The reply, and what comes after it. */
export const REPLY_STEPS: readonly Step[] = [
  {
    id: 'decide',
    name: '作出答复',
    means: '选表三的一项结果；区分处理的只计“部分公开”（第36、37条）。',
    from: [...WORKING, 'awaiting-supplement', 'awaiting-payment'],
    fields: [
      ...REPLY.slice(0, 1),
      {
        ...choice('notHeldBecause', '为什么不掌握', choices.NOT_HELD),
        asked: ({ outcome }) => outcome === 'unable_not_held',
      },
      ...REPLY.slice(1),
    ],
    path: at('decision'),
  },
  {
    id: 'serve',
    name: '送达答复',
    means: '送达之日为办结之日。',
    from: ['awaiting-service'],
    fields: SERVICE,
    path: at('service'),
  },
  {
    id: 'withdraw',
    name: '申请人撤回',
    means: '书面撤回的，终止办理，计入“其他处理”。',
    from: ['awaiting-confirmation', ...UNDECIDED, 'awaiting-service'],
    fields: [on('withdrawnOn', '撤回之日')],
    path: at('withdrawal'),
  },
  {
    id: 'merge',
    name: '并案',
    means: '并入另一件在办的申请，本件以“其他处理”办结。',
    from: [...WORKING, ...CONSULTING, 'awaiting-reasons'],
    fields: [text('into', '并入哪个登记编号'), on('mergedOn', '并案之日')],
    path: at('merger'),
  },
  {
    id: 'redecision-order',
    name: '责令重新答复',
    means: '复议决定或者判决责令重新答复的，另起期限；表三仍计第一次的结果。',
    from: [...CLOSED, 'archived'],
    fields: [
      on('orderedOn', '决定书或者判决送达本机关之日'),
      choice('by', '谁责令', choices.ORDERERS),
      text('caseNumber', '决定书或者判决的文号'),
      { name: 'dueOn', label: '责令的期限', kind: 'date', optional: true },
    ],
    path: at('redecision-order'),
  },
  {
    id: 'redecide',
    name: '重新作出答复',
    means: '表三仍计第一次的结果。',
    from: ['redeciding'],
    fields: REPLY,
    path: at('redecision'),
  },
  {
    id: 'serve-again',
    name: '送达重新作出的答复',
    means: '送达后本件办结。',
    from: ['awaiting-redecision-service'],
    fields: SERVICE,
    path: at('redecision/service'),
  },
  {
    id: 'publish',
    name: '转为主动公开',
    means: '多人申请而可以公开的，纳入主动公开（第44条）。',
    from: [...CLOSED, 'archived'],
    fields: [
      on('publishedOn', '主动公开之日'),
      { name: 'suggestedByApplicant', label: '由申请人建议', kind: 'yes' },
      text('url', '网址', true),
    ],
    path: at('publication'),
  },
  {
    id: 'archive',
    name: '归档',
    means: '办结后归档（第45条）。',
    from: CLOSED,
    fields: [on('archivedOn', '归档之日'), text('fileNumber', '档号'), number('pages', '页数')],
    path: at('archiving'),
  },
];
