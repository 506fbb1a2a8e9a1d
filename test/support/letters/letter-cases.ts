import { DEFAULT_LETTER_RULES } from '../../../src/agencies/domain/letter-rules.events.js';
import {
  documentNumberOf,
  isNumbered,
  LETTER_KINDS,
  type LetterKind,
} from '../../../src/letters/domain/letter.events.js';
import type { AgencyOnPaper, LetterFacts, Said } from '../../../src/letters/domain/letter-facts.js';
import type { SignedCheckpoint } from '../../../src/ledger/transparency/transparency.js';
import { signNote, type Checkpoint } from '../../../src/ledger/transparency/checkpoint.js';
import { signerFrom } from '../../../src/ledger/transparency/suites.js';
import type { Consultation, Handling } from '../../../src/requests/domain/handling.facts.js';
import type { RequestAssigned } from '../../../src/requests/domain/handling.events.js';
import type { Outcome, RequestRegistered } from '../../../src/requests/domain/request.events.js';
import { requestFacts, type RequestFacts } from '../../../src/requests/domain/request.facts.js';

/** Nobody of these exists. */
export const AGENCY: AgencyOnPaper = {
  ...DEFAULT_LETTER_RULES,
  name: '舟山市定海区机关事务管理中心',
  reviewOrgan: '舟山市定海区人民政府',
  court: '舟山市定海区人民法院',
  office: {
    office: '舟山市定海区机关事务管理中心办公室',
    phone: '0580-2000000',
    address: '舟山市定海区昌国路1号',
    email: 'gk@example.invalid',
  },
};

/** As it stands when it was registered and assigned. */
export const REQUEST: RequestFacts = [
  {
    type: 'RequestRegistered',
    occurredOn: '2026-03-02',
    data: {
      ...{ agencyId: 'dinghai', number: '2026-12', applicantKind: 'natural' },
      ...{ channel: 'registered-mail', dueOn: '2026-03-30', calendarEdition: 'sample' },
    },
  } as RequestRegistered,
  {
    type: 'RequestAssigned',
    occurredOn: '2026-03-03',
    data: { agencyId: 'dinghai', number: '2026-12', handler: '李四', section: '办公室' },
  } as RequestAssigned,
].reduce<RequestFacts | null>(requestFacts, null)!;

const ASKED: Said = {
  applicant: '张三',
  idNumber: '330902199001011234',
  contact: '13900000000',
  address: '浙江省舟山市定海区解放东路2号',
  description: '2025年度机关办公用房维修改造项目的中标通知书、施工合同及竣工验收报告',
  provision: '纸质，邮寄',
  handler: '李四',
};

const CONSULTED: Consultation = {
  consultation: 1,
  party: 'third-party',
  sentOn: '2026-03-10',
  receivedOn: '2026-03-11',
  respondBy: '2026-04-01',
  opinion: null,
  answeredOn: null,
  informedOn: null,
};

type Case = Readonly<{
  said?: Said;
  handling?: Partial<Handling>;
  request?: Partial<RequestFacts>;
  consultation?: Consultation;
}>;

const decided = (outcome: Outcome, said: Said, more: Partial<Case> = {}): Case => ({
  ...more,
  said,
  request: { outcome, decidedOn: '2026-03-25', ...more.request },
});

/** A request that has come to where each document is issued. */
const CASES: Readonly<Record<LetterKind, Case>> = {
  'registration-form': {},
  receipt: {},
  'supplement-notice': {
    said: {
      matters:
        '申请公开的“相关合同”指向不明确，请写明合同的名称、签订时间或者其他特征性描述\n请提供身份证明复印件',
      respondBy: '2026-03-23',
    },
  },
  'reasons-notice': {
    said: {
      circumstances: '2026年1月1日至3月2日，你先后向本机关提出政府信息公开申请46件',
      respondBy: '2026-03-23',
    },
  },
  'extension-notice': {
    said: {
      workingDays: '20',
      approvedBy: '王五',
      extendedTo: '2026-04-28',
      reasons: '该项目档案数量较多，需要逐件检索和审查',
    },
  },
  'delay-notice': {
    said: { delayedUntil: '2026-05-29' },
    handling: { reasons: { askedOn: '2026-03-05', respondBy: '2026-03-23', found: 'reasonable' } },
  },
  'third-party-consultation': {
    said: {
      addressee: '舟山某某建设工程有限公司',
      matter: '2025年度机关办公用房维修改造项目施工合同中的单价和主要材料供应商',
    },
    consultation: CONSULTED,
  },
  'consultation-notice': { consultation: CONSULTED },
  'third-party-notice': {
    said: {
      addressee: '舟山某某建设工程有限公司',
      content: '2025年度机关办公用房维修改造项目施工合同的合同总价和工期',
      reasons: '该项目使用财政资金，合同总价和工期关系公众对财政资金使用的监督',
    },
    consultation: { ...CONSULTED, opinion: 'objects', answeredOn: '2026-03-24' },
  },
  'co-maker-consultation': {
    said: { addressee: '舟山市定海区财政局', matter: '《关于调整办公用房维修标准的通知》会签稿' },
    consultation: { ...CONSULTED, party: 'co-maker' },
  },
  assistance: {
    said: {
      addressee: '舟山市定海区档案馆',
      matter: '1.检索2025年度机关办公用房维修改造项目的验收档案。\n2.提供检索记录和所存档案目录。',
      respondBy: '2026-03-16',
    },
  },
  'fee-notice': {
    said: {
      feeMethod: 'per-item',
      quantity: '36',
      amount: '3200',
      payBy: '2026-04-14',
      payWay: '凭本通知书到定海区政务服务中心财政专窗缴纳，或者扫描缴款码缴纳',
    },
  },
  grant: decided('granted', {
    content:
      '经检索，本机关制作、保存有2025年度机关办公用房维修改造项目的中标通知书、施工合同和竣工验收报告，现予以公开，复印件随本答复书一并邮寄。',
    enclosures: '中标通知书复印件\n施工合同复印件\n竣工验收报告复印件',
  }),
  'partial-grant': decided('partly_granted', {
    content: '中标通知书，施工合同中除主要材料供应商名单以外的部分，竣工验收报告',
    withheld: '施工合同附件三主要材料供应商名单',
    reasons: '该名单属于第三方的商业秘密，公开会损害其合法权益，第三方不同意公开',
    obtain: '复印件随本答复书一并邮寄',
  }),
  denial: decided('denied_third_party', {
    reasons:
      '该合同附件中的主要材料供应商名单属于第三方的商业秘密，经书面征求意见，第三方不同意公开且理由合理',
  }),
  'not-existing': decided(
    'unable_not_held',
    {
      search:
        '以“办公用房”“维修改造”“验收”为关键词，检索了本机关2024年1月至2026年3月的收发文登记、合同台账和档案管理系统，未检索到相关政府信息',
    },
    { request: { notHeldBecause: 'not-existing' } },
  ),
  'not-responsible': decided(
    'unable_not_held',
    {
      reasons: '该项目由定海区住房和城乡建设局组织实施，有关政府信息由该局制作、保存',
      organ: '舟山市定海区住房和城乡建设局',
      organContact: '0580-2000001，舟山市定海区人民北路3号',
    },
    { request: { notHeldBecause: 'not-responsible' } },
  ),
  'need-creation': decided('unable_need_creation', {
    reasons:
      '你申请公开的是近五年全部维修项目的分类统计表，本机关没有制作过，需要对各年合同逐件汇总、统计',
  }),
  unclear: decided(
    'unable_unclear',
    { reasons: '补正后的描述为“与该项目有关的一切材料”，仍不能据以确定所指的政府信息' },
    {
      handling: {
        supplement: {
          requestedOn: '2026-03-05',
          respondBy: '2026-03-23',
          receivedOn: '2026-03-18',
        },
      },
    },
  ),
  'not-a-request': decided('reject_petition', {
    reasons: '申请内容为要求查处施工单位偷工减料的行为',
    channelTo:
      '向定海区住房和城乡建设局投诉举报（电话0580-2000001），或者拨打12345政务服务便民热线',
  }),
  publication: decided('reject_publication', {
    obtain:
      '《舟山市人民政府公报》可以在舟山市档案馆、舟山市图书馆查阅，也可以在舟山市人民政府网站下载',
  }),
  repeat: decided('reject_repeat', {
    earlierNumber: '定海机关事务公开〔2025〕31号答复书',
    earlierOn: '2025-11-20',
  }),
  'mass-repeat': decided(
    'reject_mass_repeat',
    {
      circumstances: '2026年1月1日至3月2日，你先后向本机关提出政府信息公开申请46件',
      reasons: '你所说明的理由与申请公开的政府信息没有关联',
    },
    {
      handling: {
        reasons: { askedOn: '2026-03-05', respondBy: '2026-03-23', found: 'unreasonable' },
      },
    },
  ),
  reconfirm: decided('reject_reconfirm', {
    reasons: '你要求本机关对2025年11月已经取得的施工合同复印件重新加盖印章并出具证明',
  }),
  'admin-query': decided('denied_admin_query', {
    law: '《不动产登记暂行条例》第二十七条',
    channelTo: '持身份证明到舟山市不动产登记中心查询窗口查询',
  }),
  'lapse-supplement': decided(
    'other_no_correction',
    {},
    {
      handling: {
        supplement: { requestedOn: '2026-03-05', respondBy: '2026-03-23', receivedOn: null },
      },
    },
  ),
  'lapse-payment': decided(
    'other_no_payment',
    {},
    {
      handling: {
        fee: {
          noticedOn: '2026-03-10',
          method: 'per-item',
          quantity: 36,
          amount: 3200,
          payBy: '2026-04-08',
          paidOn: null,
        },
      },
    },
  ),
  termination: { request: { withdrawnOn: '2026-03-20' } },
  'service-record': {
    said: { document: '政府信息公开申请答复书（定海机关事务公开〔2026〕12号）', server: '李四' },
    request: { outcome: 'granted', decidedOn: '2026-03-25' },
  },
  'review-sheet': {
    said: {
      content: '中标通知书、施工合同、竣工验收报告',
      reasons: '所涉政府信息不属于不予公开的范围',
    },
    request: { outcome: 'granted', decidedOn: '2026-03-25' },
    handling: {
      reviews: [
        { review: 'disclosure', opinion: 'agrees', by: '赵六', on: '2026-03-20' },
        { review: 'secrecy', opinion: 'agrees', by: '钱七', on: '2026-03-20' },
        { review: 'legal', opinion: 'agrees', by: '孙八', on: '2026-03-23' },
        { review: 'sign-off', opinion: 'agrees', by: '王五', on: '2026-03-25' },
      ],
    },
  },
};

/** A sample of each kind, with changed words where a test has some. */
export function letterCase(kind: LetterKind, change: Said = {}): LetterFacts {
  const { said, handling, request, consultation } = CASES[kind];
  const held = consultation === undefined ? [] : [consultation];
  return {
    kind,
    agency: AGENCY,
    request: {
      ...REQUEST,
      ...request,
      handling: { ...REQUEST.handling, consultations: held, ...handling },
    },
    consultation: consultation ?? null,
    said: { ...ASKED, ...said, ...change },
    issuedOn: '2026-03-26',
    documentNumber: isNumbered(kind)
      ? documentNumberOf('定海机关事务公开', 2026, LETTER_KINDS.indexOf(kind) + 1)
      : null,
  };
}

/** A head as a ledger of some size has it; the key is of no ledger. */
export function sampleCheckpoint(): SignedCheckpoint {
  const checkpoint: Checkpoint = {
    ledgerId: '63e31341-17f1-42b9-9762-a1ac795d01aa',
    size: 1204,
    root: Buffer.from('0123456789abcdef'.repeat(4), 'hex'),
    time: '2026-03-26T02:05:09.123Z',
    suite: 'sha256-ed25519',
  };
  return {
    checkpoint,
    note: signNote(checkpoint, signerFrom('sha256-ed25519', Buffer.alloc(32, 7))),
  };
}
