/*
 * The server's own words for its codes. `test/web/labels.spec.ts` compares them with the server's,
 * so that the page never calls a thing by another name than the letters and the command line do.
 */

/** 办理状态. */
export const STATUS_WORDS = {
  'awaiting-confirmation': '待确认收到',
  registered: '已登记',
  'awaiting-supplement': '待补正',
  handling: '办理中',
  'consulting-third-party': '征求第三方意见',
  'consulting-organ': '征求其他机关意见',
  'awaiting-reasons': '待说明理由',
  'awaiting-payment': '待缴费',
  'awaiting-service': '待送达',
  closed: '已办结',
  'lapsed-supplement': '视为放弃（逾期不补正）',
  'lapsed-payment': '视为放弃（逾期未缴费）',
  ended: '已终结（撤回、并案或者其他）',
  redeciding: '重新答复中',
  'awaiting-redecision-service': '重新答复待送达',
  archived: '已归档',
  voided: '已作废',
} as const;

/** 办理结果: the rows of table three, by group. */
export const OUTCOME_WORDS = {
  granted: {
    group: '',
    label: '（一）予以公开',
  },
  partly_granted: {
    group: '',
    label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
  },
  denied_state_secret: {
    group: '（三）不予公开',
    label: '1.属于国家秘密',
  },
  denied_law_forbidden: {
    group: '（三）不予公开',
    label: '2.其他法律行政法规禁止公开',
  },
  denied_security_stability: {
    group: '（三）不予公开',
    label: '3.危及“三安全一稳定”',
  },
  denied_third_party: {
    group: '（三）不予公开',
    label: '4.保护第三方合法权益',
  },
  denied_internal_affairs: {
    group: '（三）不予公开',
    label: '5.属于三类内部事务信息',
  },
  denied_process_info: {
    group: '（三）不予公开',
    label: '6.属于四类过程性信息',
  },
  denied_enforcement_file: {
    group: '（三）不予公开',
    label: '7.属于行政执法案卷',
  },
  denied_admin_query: {
    group: '（三）不予公开',
    label: '8.属于行政查询事项',
  },
  unable_not_held: {
    group: '（四）无法提供',
    label: '1.本机关不掌握相关政府信息',
  },
  unable_need_creation: {
    group: '（四）无法提供',
    label: '2.没有现成信息需要另行制作',
  },
  unable_unclear: {
    group: '（四）无法提供',
    label: '3.补正后申请内容仍不明确',
  },
  reject_petition: {
    group: '（五）不予处理',
    label: '1.信访举报投诉类申请',
  },
  reject_repeat: {
    group: '（五）不予处理',
    label: '2.重复申请',
  },
  reject_publication: {
    group: '（五）不予处理',
    label: '3.要求提供公开出版物',
  },
  reject_mass_repeat: {
    group: '（五）不予处理',
    label: '4.无正当理由大量反复申请',
  },
  reject_reconfirm: {
    group: '（五）不予处理',
    label: '5.要求行政机关确认或重新出具已获取信息',
  },
  other_no_correction: {
    group: '（六）其他处理',
    label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
  },
  other_no_payment: {
    group: '（六）其他处理',
    label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
  },
  other_misc: {
    group: '（六）其他处理',
    label: '3.其他',
  },
} as const;

/** 文书. */
export const LETTER_WORDS = {
  'registration-form': '登记表',
  receipt: '接收回执',
  'supplement-notice': '补正告知书',
  'reasons-notice': '说明理由告知书',
  'extension-notice': '延期答复告知书',
  'delay-notice': '延迟答复告知书',
  'third-party-consultation': '征求意见书（第三方）',
  'consultation-notice': '征求意见告知书（申请人）',
  'third-party-notice': '依申请公开告知书（第三方）',
  'co-maker-consultation': '征求意见书（共同制作机关）',
  assistance: '协办函',
  'fee-notice': '收费通知书',
  grant: '答复书（予以公开）',
  'partial-grant': '答复书（部分公开）',
  denial: '不予公开告知书',
  'not-existing': '信息不存在告知书',
  'not-responsible': '非本机关负责公开告知书',
  'need-creation': '无法提供（需加工分析）告知书',
  unclear: '补正后仍不明确告知书',
  'not-a-request': '不作为政府信息公开申请处理告知书',
  publication: '公开出版物告知书',
  repeat: '重复申请告知书',
  'mass-repeat': '大量反复申请不予处理告知书',
  reconfirm: '确认或重新出具告知书',
  'admin-query': '行政查询事项告知书',
  'lapse-supplement': '不再处理告知书（逾期不补正）',
  'lapse-payment': '不再处理告知书（逾期未缴费）',
  termination: '终止告知书',
  'service-record': '送达回证',
  'review-sheet': '审查呈批单',
} as const;

/** What a letter may say besides what the ledger knows. */
export const LETTER_FIELD_WORDS = {
  applicant: '申请人',
  idNumber: '证件号码',
  contact: '联系方式',
  address: '通信地址',
  agent: '代理人',
  description: '所需信息',
  provision: '形式要求',
  addressee: '受文者',
  matter: '事项',
  matters: '补正事项',
  respondBy: '期限',
  circumstances: '数量频次',
  reasons: '理由',
  content: '答复内容',
  obtain: '获取方式',
  withheld: '不予公开的部分',
  law: '法律依据',
  search: '检索情况',
  organ: '负责机关',
  organContact: '负责机关联系方式',
  channelTo: '办理途径',
  earlierNumber: '原答复文号',
  earlierOn: '原答复日期',
  workingDays: '延长工作日',
  approvedBy: '批准人',
  extendedTo: '延期至',
  delayedUntil: '延迟至',
  feeMethod: '收费方式',
  quantity: '计费数量',
  amount: '收费金额',
  payBy: '缴费期限',
  payWay: '缴纳方式',
  document: '送达文书',
  place: '送达地点',
  signer: '签收人',
  server: '送达人',
  handler: '承办人',
  enclosures: '附件',
} as const;

/** 附件种类. */
export const ATTACHMENT_WORDS = {
  application: '申请书',
  identity: '身份证明',
  mandate: '委托书',
  supplement: '补正材料',
  opinion: '征求意见材料',
  'service-proof': '送达凭证',
  'reply-enclosure': '答复附件',
  other: '其他',
} as const;

export type Status = keyof typeof STATUS_WORDS;
export type Outcome = keyof typeof OUTCOME_WORDS;
export type LetterKind = keyof typeof LETTER_WORDS;
export type LetterField = keyof typeof LETTER_FIELD_WORDS;
export type AttachmentKind = keyof typeof ATTACHMENT_WORDS;

/** 销毁个人信息的情形. */
export const ERASURE_GROUND_WORDS = {
  'purpose-achieved': '处理目的已实现',
  'retention-over': '保存期限届满',
  'consent-withdrawn': '撤回同意',
  unlawful: '违法处理',
  'other-law': '其他法定情形',
} as const;

/** 角色. */
export const ROLE_WORDS = {
  handler: '经办人',
  reviewer: '审核人',
  leader: '负责人',
  statistics: '统计',
  auditor: '审计',
  'system-admin': '系统管理员',
  'security-admin': '安全管理员',
  'audit-admin': '审计管理员',
} as const;
export type Role = keyof typeof ROLE_WORDS;
