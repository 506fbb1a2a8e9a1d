import type { Refusal } from '../kernel/decider.js';
import type { FileRefusal } from '../requests/domain/attachment.rules.js';
import type { RequestRefusal } from '../requests/domain/request.decider.js';
import type { SignOffRefusal } from '../requests/domain/sign-off.decider.js';
import type { SplitRefusal } from '../requests/domain/split.rules.js';

export type RequestRefusalCode = (
  | RequestRefusal
  | SplitRefusal
  | SignOffRefusal
  | FileRefusal
  | Refusal<'request/key-lost' | 'request/on-erasure-list'>
)['refused'];

/** What each refusal of 依申请公开 says: what is wrong and what to do. */
export const REQUEST_REFUSAL_WORDS: Readonly<Record<RequestRefusalCode, string>> = {
  'sign-off/request-not-open': '这件申请不在办理中，或者已经答复、终结，不需要送签，请核对编号。',
  'sign-off/incomplete':
    '送签答复的写明拟作出的结果，送签延期的写明拟延长的工作日数，且只写一样，请补正。',
  'sign-off/already-sought': '{on} 已经送签，还没有批示，请等待批示，或者先撤回。',
  'sign-off/not-sought': '没有送签，或者已经批示，请先送签。',
  'sign-off/same-person': '送签的和批示的是同一人（{by}），请由负责人另行批示。',
  'sign-off/reason-missing': '不同意的没有写明意见，请写明要改什么。',
  'request/number-missing': '登记编号没有填写，或者只写了“.”、“..”（不能写进网址），请编号后登记。',
  'request/applicant-missing':
    '申请人姓名或者名称没有填写，请补填；申请书上没有的，应告知申请人补正。',
  'request/description-missing':
    '所需政府信息没有填写，请补填；申请内容不明确的，应告知申请人补正。',
  'request/already-registered':
    '这个登记编号已经登记过另一件申请，请换一个编号；登记有误请更正（gongkai correct）。',
  'request/not-registered': '台账里没有这个登记编号，请核对，或先登记申请。',
  'request/date-in-future': '日期 {on} 晚于今天 {today}，还没有发生的事不能登记，请核对。',
  'request/before-receipt': '日期 {on} 早于收到申请之日 {receivedOn}，请核对。',
  'request/already-decided':
    '这件申请已经作出答复（{outcome}），不能再作一次；登记有误请更正（gongkai correct）。',
  'request/not-decided': '这件申请还没有作出答复，请先登记答复再登记送达。',
  'request/served-before-decided': '送达日期 {servedOn} 早于答复日期 {decidedOn}，请核对。',
  'request/already-closed':
    '这件申请已于 {on} 办结（{outcome}），不能再办理；登记有误请更正（gongkai correct）。',
  'request/nothing-to-correct': '更正的内容与登记的内容相同，没有需要更正的。',
  'request/correction-reason-missing': '更正的理由没有填写，请写明原登记错在哪里。',
  'request/correction-of-nothing': '“{field}”还没有登记，无从更正，请先登记。',
  'request/correction-out-of-order':
    '更正后“{field}”的先后顺序不成立：收到、答复、送达应依次发生且不晚于今天，请核对。',
  'request/correction-reopens':
    '这件申请已经办结，更正为“{outcome}”以后须送达才算办结，请把送达日期一并更正；没有送达过的，请先作废答复（gongkai void --step 答复）再重新登记。',
  'request/voided': '这个登记编号已于 {on} 作废，不能再办理；需要重新登记的，请用新的编号。',
  'request/void-reason-missing': '作废的理由没有填写，请写明为什么作废。',
  'request/nothing-to-void': '这件申请没有登记过{step}，无从作废，请核对。',
  'request/void-reopens':
    '作废{step}以后这件申请就没有办结，而它已经归档、转为主动公开或者重新答复，请先作废后面的登记（gongkai void --step 归档）。',

  'request/person-missing': '没有写明是谁，请写上办理人的姓名。',
  'request/purpose-missing': '理由或者用途没有填写，请写明。',
  'request/personal-data-in-clear':
    '理由、用途、办理人、各种编号和网址会以明文永久保存，其中不能有申请人或者代理人的姓名、证件号码、联系方式，请改写；办理人与申请人同名的，请写工号。',
  'request/already-erased': '这件申请的个人信息已于 {on} 依法删除，不能恢复，也不能再办理。',
  'request/not-closed':
    '这件申请还没有办结，请先办结；办结以后才能归档、转为主动公开、重新答复或者销毁个人信息。',
  'request/appeal-pending': '这件申请有尚未审结的复议或者诉讼，审结以前不能销毁。',
  'request/retention-not-over':
    '保存期限到 {until} 才届满；确需提前销毁的，请选择其他法定情形并写明理由。',
  'request/erasure-not-proposed': '还没有人提出销毁，或者提出以后登记又更正过，请先提出。',
  'request/same-person': '提出和批准销毁的是同一人（{by}），请由另一人批准。',
  'request/restricted': '这件申请的个人信息已经封存，除保存和审计以外不能使用，请先解除封存。',
  'request/not-restricted': '这件申请的个人信息没有封存，无需解除。',
  'request/on-erasure-list':
    '这件申请的个人信息已依法删除：销毁清单上有它，台账却是从销毁以前的备份恢复的。没有可以显示的；请从更新的备份恢复台账。',
  'request/key-lost': '这件申请的密钥缺失，个人信息读不出来，请从密钥的备份恢复。',

  'request/out-of-order': '日期 {on} 早于它所跟随的一步（{after}），请核对。',
  'request/agent-missing': '写明有代理人而没有写代理人的姓名，请补填；没有代理人的，请去掉这一项。',
  'request/kind-not-stated':
    '联合申请人的类型不一样，本机关的办理规则要求写明按哪一类统计，请选定申请人类型并确认。',
  'request/received-at-once':
    '“{channel}”的申请提交或者签收当日即为收到，不需要确认，请直接登记（gongkai register）。',
  'request/receipt-not-confirmed':
    '这件申请还没有与申请人确认收到，答复期限没有起算，请先确认（gongkai step confirm）。',
  'request/receipt-confirmed': '这件申请的收到日期已经确定，不需要再确认；登记有误请更正。',

  'request/supplement-twice':
    '这件申请已经告知过补正，条例要求一次性告知；补正后仍不明确的，请按“补正后申请内容仍不明确”答复。',
  'request/supplement-too-late':
    '告知补正应在收到之日起七个工作日内（最迟 {last}），{on} 已经超过，请按现有内容答复。',
  'request/supplement-grounds-missing': '没有选择补正的事由，请选择。',
  'request/supplement-matters-missing': '需要补正的事项没有写明，请逐项写明，一次告知完毕。',
  'request/supplement-empty': '补正的内容没有填写，请补填。',
  'request/supplement-overdue':
    '补正期限到 {respondBy} 为止，{on} 才收到；有正当理由的请注明，没有的请按逾期不补正办结。',
  'request/supplement-not-requested': '这件申请没有在等待补正，请核对。',
  'request/awaiting-supplement':
    '这件申请正在等待补正，请先登记收到的补正；逾期不补正的，按逾期不补正办结。',
  'request/supplement-period-running': '补正期限到 {until} 才届满，还不能按逾期不补正办结。',
  'request/supplement-was-received': '补正已于 {on} 收到，不能按逾期不补正办结。',

  'request/consultee-missing': '没有写明向谁征求意见，请补填名称。',
  'request/no-such-consultation': '这件申请没有第 {consultation} 次征求意见，请核对。',
  'request/no-consultation-open': '这件申请没有在等待意见，请核对。',
  'request/consultation-open':
    '征求意见还没有结果，请先登记意见；期限已过没有答复的，登记为未答复。',
  'request/opinion-already-given':
    '第 {consultation} 次征求意见已于 {on} 有结果（{opinion}），登记有误请先作废那一步。',
  'request/opinion-request-not-received':
    '征求意见书还没有登记送达，期限没有起算，请先登记对方收到的日期。',
  'request/opinion-period-running': '对方答复的期限到 {respondBy} 才届满，还不能登记为未答复。',
  'request/third-party-did-not-object': '这次征求意见没有第三方反对，不需要告知第三方。',
  'request/third-party-reasons-missing':
    '决定公开的内容和理由没有写明，请写明公共利益受到的重大影响。',

  'request/reasons-asked-twice': '已经要求过说明理由，请按申请人说明的理由办理。',
  'request/requests-not-counted':
    '申请的件数 {requests} 不成其为数量、频次明显超过合理范围，请填写两件以上的件数。',
  'request/reasons-not-asked': '这件申请没有在等待说明理由，请核对。',
  'request/awaiting-reasons':
    '这件申请正在等待申请人说明理由，请先登记理由的审核结果；期限已过没有说明的，登记为未说明。',
  'request/reasons-period-running': '说明理由的期限到 {respondBy} 才届满，还不能登记为未说明。',
  'request/reasons-not-found-reasonable':
    '延迟答复要先要求说明理由，并且认为理由合理，请先登记；需要更多时间的，可以延期。',
  'request/reasons-were-reasonable':
    '申请人说明的理由已经认定合理，不能按无正当理由大量反复申请办结，请核对。',
  'request/period-not-positive': '期限 {until} 不晚于起算的 {from}，请核对。',

  'request/extension-not-positive': '延长 {workingDays} 个工作日不成其为延长，请填写一个以上。',
  'request/extension-too-long':
    '延长 {workingDays} 个工作日，连同已延长的 {granted} 个，超过 {max} 个工作日的上限，请减少。',
  'request/extension-after-due': '答复期限已于 {dueOn} 届满，{on} 再告知延期已经晚了，请尽快答复。',
  'request/extension-reason-missing': '延期的理由没有填写，请写明。',
  'request/approver-missing': '延期应经政府信息公开工作机构负责人同意，请写明是谁同意的。',

  'request/fee-noticed-twice': '这件申请已经送达过收费通知，请核对；数额有误请先作废那一步。',
  'request/fee-not-positive': '件数或页数 {quantity}、金额 {amount} 应是大于零的整数，请核对。',
  'request/fee-notice-after-due':
    '收费通知应在办理期限内送达，期限已于 {dueOn} 届满，{on} 再送达已经晚了。',
  'request/fee-not-noticed': '这件申请没有在等待缴费，请核对。',
  'request/awaiting-payment': '这件申请正在等待缴费，请先登记缴费；逾期未缴的，按逾期未缴费办结。',
  'request/payment-period-running': '缴费期限到 {until} 才届满，还不能按逾期未缴费办结。',
  'request/fee-was-paid': '费用已于 {on} 缴清，不能按逾期未缴费办结。',
  'request/payment-differs': '缴纳的 {paid} 元与通知的 {amount} 元不符，请核对。',

  'request/handler-missing': '没有写明分给谁办，请补填承办人。',
  'request/reviewer-missing': '没有写明是谁的审查意见，请补填姓名。',
  'request/review-missing': '本机关的办理规则要求先有{review}的意见，请先登记。',
  'request/review-objects': '{review}的意见是不同意（{by}），请处理后重新登记同意的意见。',
  'request/results-say-partly':
    '各项结果里有的公开、有的没有公开，按区分处理只计“部分公开”，不能登记为“{outcome}”。',
  'request/outcome-not-among-results': '“{outcome}”不在各项结果里，请核对主要的结果。',
  'request/not-held-reason-misplaced':
    '“不存在”和“不属于本机关负责”只用来说明“本机关不掌握相关政府信息”，请核对。',
  'request/not-by-post': '邮寄送达应通过邮政企业，快递公司的不算，请改用邮政或者其他方式。',
  'request/merged-into-itself': '一件申请不能并入它自己（{into}），请核对编号。',
  'request/lead-not-open': '台账里没有在办的登记编号 {into}，不能并入，请核对。',

  'request/original-not-open': '登记编号 {number} 不在办理中，不能拆分，请核对。',
  'request/parts-missing': '没有写明拆分成哪些申请，请逐件写明编号和所需信息。',
  'request/part-number-twice': '拆分的编号 {number} 写了两次，或者就是原来的编号，请各编一个。',

  'request/redeciding': '这件申请被责令重新答复，还没有作出，请先登记重新作出的答复。',
  'request/redecision-not-ordered': '这件申请没有被责令重新答复，请先登记复议决定或者判决。',
  'request/redecision-not-served': '重新作出的答复还没有送达，请先登记送达。',
  'request/case-number-missing': '责令重新答复的决定书或者判决的文号没有填写，请补填。',
  'request/nothing-disclosed': '这件申请没有公开过信息，不能转为主动公开。',
  'request/published-already': '这件申请的信息已于 {on} 转为主动公开，不需要再登记。',
  'request/file-number-missing': '档号没有填写，请补填。',
  'request/pages-not-counted': '页数 {pages} 不是大于零的整数，请核对。',
  'request/evidence-missing':
    '证明记录不准确的证据没有填写，更正自己的信息要有证据，请补填，或者请申请人补充。',
  'request/is-record-correction':
    '这个登记编号是要求更正本人信息的申请，没有这一步；请登记更正的结果。',
  'request/not-record-correction':
    '这个登记编号是公开申请，不是要求更正本人信息的申请，请作出答复。',
  'request/competent-organ-missing': '没有写明有权更正的机关，请补填名称。',
  'request/archived': '这件申请已经归档，不能再办理；归档有误请先作废归档。',

  'request/attachment-too-large':
    '文件超过 20 MB，没有收存；请拆成几个文件，或者降低扫描的分辨率。',
  'request/attachment-type':
    '只收 PDF、OFD、JPG、PNG 和不带宏的 Word（.docx）、Excel（.xlsx）文件，并且文件要完整；请转换格式或者重新扫描。',
  'request/attachment-name-contradicts':
    '文件的内容是 {kind}，与文件名的后缀不符，没有收存；请核对是不是选错了文件，是的话改正后缀再收存。',
  'request/attachment-already-added': '同样的文件已经收存在这件申请里，没有再收一份。',
  'request/attachment-not-found': '这件申请没有这个附件，请在附件清单里核对散列。',
  'request/attachment-voided': '这个附件已于 {on} 作废，不能再查阅，也不必再作废。',
  'request/attachment-damaged':
    '附件的文件缺失或者被改动，读不出来，请从备份恢复数据文件夹里的附件。',
};
