import type { AccountEvent } from '../access/domain/account.events.js';
import type { SignInEvent } from '../access/domain/sign-in.events.js';
import type { AgencyEvent } from '../agencies/domain/agency.events.js';
import type { AnnualReportEvent } from '../annual-reports/domain/annual-report.events.js';
import type { ReportsRolledUp } from '../annual-reports/domain/roll-up.events.js';
import type { SubmissionEvent } from '../annual-reports/domain/submission.events.js';
import type { AppealEvent } from '../appeals/domain/appeal.events.js';
import type { LetterEvent } from '../letters/domain/letter.events.js';
import type { CountEvent } from '../publications/domain/count.events.js';
import type { DocumentEvent } from '../publications/domain/document.events.js';
import type { PersonSearched } from '../requests/domain/person-search.events.js';
import type { SignOffEvent } from '../requests/domain/sign-off.events.js';
import type { RequestEvent } from '../requests/domain/request.events.js';

type EventType = (
  | AccountEvent
  | SignInEvent
  | AgencyEvent
  | RequestEvent
  | AppealEvent
  | DocumentEvent
  | CountEvent
  | AnnualReportEvent
  | SubmissionEvent
  | ReportsRolledUp
  | PersonSearched
  | SignOffEvent
  | LetterEvent
)['type'];

/** What each fact is called at the desk; the compiler keeps the list complete. */
export const EVENT_NAMES: Readonly<Record<EventType, string>> = {
  AgencyEstablished: '建账',
  AgencyRenamed: '机关更名',
  DisclosureOfficeDesignated: '指定工作机构',
  StaffAppointed: '工作人员到岗',
  StaffReleased: '工作人员离岗',
  CountingRulesAdopted: '确定统计口径',
  RetentionAdopted: '确定保存期限',
  RecordCorrectionRequested: '登记更正申请',
  RecordCorrectionDecided: '答复更正申请',
  LetterRulesAdopted: '确定文书规则',
  ProcedureRulesAdopted: '确定办理规则',
  DaysOffAnnounced: '录入节假日安排',
  ReportRulesAdopted: '确定年报设置',
  AgencyPlaced: '登记隶属关系',
  RegisterMapped: '确定台账的列名和用词对照',
  AgencyAbolished: '登记撤并',
  ReportSubmitted: '向上级报送',
  ReportReceived: '收到下级报告',
  ReportReturned: '退回下级报告',
  ReportsRolledUp: '汇总下级报告',
  LetterIssued: '制发文书',
  LetterCancelled: '作废文书',
  RequestArrived: '登记到达',
  ContactAttempted: '联系申请人未果',
  ReceiptConfirmed: '确认收到',
  RequestRegistered: '登记申请',
  SupplementRequested: '告知补正',
  SupplementReceived: '收到补正',
  RequestAssigned: '分办',
  OpinionSought: '征求意见',
  OpinionRequestReceived: '征求意见书送达',
  OpinionGiven: '收到意见',
  ThirdPartyInformed: '告知第三方',
  ReasonsAsked: '要求说明理由',
  ReasonsGiven: '审核理由',
  ReplyDelayed: '延迟答复',
  DeadlineExtended: '延长答复期限',
  FeeNoticeServed: '送达收费通知',
  FeePaid: '缴费',
  ReviewRecorded: '审查意见',
  DeadlineRecomputed: '重算答复期限',
  ReplyDecided: '作出答复',
  ReplyServed: '送达答复',
  RequestWithdrawn: '撤回申请',
  RequestMerged: '并案',
  RedecisionOrdered: '责令重新答复',
  RedecisionMade: '重新作出答复',
  RedecisionServed: '送达重新作出的答复',
  RequestedInformationPublished: '转为主动公开',
  RequestArchived: '归档',
  AttachmentAdded: '收存附件',
  AttachmentVoided: '作废附件',
  EntryCorrected: '更正登记',
  EntryVoided: '作废登记',
  ErasureProposed: '提出销毁个人信息',
  PersonalDataErased: '销毁个人信息',
  ProcessingRestricted: '封存',
  RestrictionLifted: '解除封存',
  PersonalDataViewed: '查阅个人信息',
  PersonSearched: '按证件号码查找',
  SignOffSought: '送签',
  SignOffAnswered: '批示',
  SignOffTakenBack: '撤回送签',
  AppealFiled: '受理案件',
  AppealConcluded: '案件审结',
  AppealEntryCorrected: '更正案件登记',
  AppealEntryVoided: '作废案件登记',
  DocumentIssued: '制发文件',
  DocumentRepealed: '废止文件',
  DocumentEntryCorrected: '更正文件登记',
  DocumentEntryVoided: '作废文件登记',
  MonthlyCountReported: '上报月度数量',
  MonthlyCountCorrected: '更正月度数量',
  OpeningBalanceStated: '登记期初件数',
  OpeningBalanceCorrected: '更正期初件数',
  ReportDrafted: '起草年度报告',
  ReportCompiled: '汇编年度报告',
  CheckOverridden: '放行校验错误',
  YearClosed: '封账',
  AnnualReportFiled: '报送年度报告',
  AccountOpened: '开通账户',
  AccountRolesChanged: '变更角色',
  AccountDisabled: '停用账户',
  AccountEnabled: '启用账户',
  PasswordReset: '重置密码',
  PasswordChanged: '修改密码',
  SecondFactorEnrolled: '绑定动态口令',
  SecondFactorRemoved: '解除动态口令',
  SignedIn: '登录',
  SignedOut: '退出',
  SignInFailed: '登录失败',
  AccessDenied: '越权被拒',
};
