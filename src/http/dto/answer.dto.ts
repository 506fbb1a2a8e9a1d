import {
  CHECK_IDS,
  type CheckId,
  type Severity,
} from '../../annual-reports/domain/checks.events.js';
import { FORM_VERSIONS } from '../../annual-reports/domain/annual-report.events.js';
import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import type { AgencyRow } from '../../../projections/agency-directory.projection.js';
import type { CountingRules } from '../../agencies/domain/agency.events.js';
import type { CheckedFinding, Overridden } from '../../annual-reports/check-report.query.js';
import type { PublishedReport } from '../../annual-reports/published-report.js';
import type { ImportResult } from '../../csv/import-rows.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Position } from '../../ledger/ledger.js';
import { SUITES, type Suite } from '../../ledger/transparency/suites.js';
import type { InclusionProof, PublicKey } from '../../ledger/transparency/transparency.js';
import {
  APPLICANT_KINDS,
  CHANNELS,
  NOT_HELD_BECAUSE,
  OUTCOMES,
  type ApplicantKind,
  type Channel,
  type NotHeldBecause,
  type Outcome,
} from '../../requests/domain/request.events.js';
import { REQUEST_STATUSES, type RequestStatus } from '../../requests/domain/request-status.js';
import type { MaskedApplicant } from '../../requests/masked-applicant.js';
import type { RegisterEntry, RequestDetails } from '../../requests/request.queries.js';
import type { ListedProblems } from '../../words/row-problems.js';
import { PersonalDataAnswer } from './personal-data.answer.dto.js';

/*
 * What the queries answer, for the description at /api. Each class implements the type that is
 * really sent, so that the compiler asks for a member that was added there.
 */

const DATE = { type: String, format: 'date' } as const;
const OPEN_DATE = { ...DATE, nullable: true } as const;

class CountingRulesAnswer implements CountingRules {
  @ApiProperty({ description: '行政事业性收费（万元）的小数位数' }) readonly feeDecimals!: number;
  @ApiProperty({ enum: ['each', 'original'], description: '拆分的各件都计，或者只计原件' })
  readonly splitParts!: CountingRules['splitParts'];
  @ApiProperty({ enum: ['each', 'lead'], description: '并案的各件都计，或者只计主件' })
  readonly mergedRequests!: CountingRules['mergedRequests'];
  @ApiProperty({
    enum: ['each', 'first'],
    description: '尚未审结的案件每年年末都计，或者只计收案当年',
  })
  readonly pendingAppeals!: CountingRules['pendingAppeals'];
}

export class AgencyAnswer {
  @ApiProperty() readonly agencyId!: string;
  @ApiProperty({ description: '机关全称' }) readonly name!: string;
  @ApiProperty({ description: '机关简称' }) readonly shortName!: string;
  @ApiProperty({ description: 'department 或 government' }) readonly level!: string;
  @ApiProperty({ description: '统计口径' }) readonly rules!: CountingRulesAnswer;
  @ApiProperty({ description: '办理规则，没有明文规定、由机关确定的', type: Object })
  readonly procedure!: AgencyRow['procedure'];
  @ApiProperty({ description: '录入的节假日安排和地方安排', type: [Object] })
  readonly daysOff!: AgencyRow['daysOff'];
  @ApiProperty({ description: '年报设置', type: Object })
  readonly reportRules!: AgencyRow['reportRules'];
  @ApiProperty({ description: '个人信息在办结当年以后保存几年' }) readonly retentionYears!: number;
}

export class LedgerAnswer {
  @ApiProperty({ description: '台账编号' }) readonly ledgerId!: string;
  @ApiProperty({ description: '最后一条事实的位置', type: String }) readonly head!: Position;
}

export class PublicKeyAnswer implements PublicKey {
  @ApiProperty({ enum: SUITES }) readonly suite!: Suite;
  @ApiProperty({ description: 'C2SP verifier key' }) readonly verifierKey!: string;
  @ApiProperty({ description: 'SubjectPublicKeyInfo' }) readonly pem!: string;
}

export class InclusionProofAnswer implements InclusionProof {
  @ApiProperty({ description: '台账中的次序，从 0 数起' }) readonly index!: number;
  @ApiProperty({ description: '检查点的条数' }) readonly size!: number;
  @ApiProperty({ description: '记录原文' }) readonly record!: string;
  @ApiProperty({ description: '叶散列' }) readonly leaf!: string;
  @ApiProperty({ type: [String], description: '从叶到根的散列' }) readonly path!: readonly string[];
  @ApiProperty({ description: '检查点' }) readonly note!: string;
}

export class WorkdayAnswer {
  @ApiProperty(DATE) readonly date!: string;
  @ApiProperty({ description: '工作日数' }) readonly days!: number;
  @ApiProperty({ ...DATE, description: '最后一个工作日' }) readonly last!: string;
  @ApiProperty({ description: '待节假日安排公布' }) readonly provisional!: boolean;
  @ApiProperty({ description: '节假日安排的版本' }) readonly calendar!: string;
}

export class RegisterEntryAnswer implements RegisterEntry {
  @ApiProperty() readonly agencyId!: string;
  @ApiProperty({ description: '登记编号' }) readonly number!: string;
  @ApiProperty({ enum: ['disclosure', 'record-correction'], description: '公开申请，或者更正申请' })
  readonly subject!: RegisterEntry['subject'];
  @ApiProperty({ description: '更正申请的结果', type: Object, nullable: true })
  readonly recordCorrection!: RegisterEntry['recordCorrection'];
  @ApiProperty({ enum: REQUEST_STATUSES, description: '办理状态' }) readonly status!: RequestStatus;
  @ApiProperty({ ...OPEN_DATE, description: '到达之日，收到须经确认的' })
  readonly arrivedOn!: LocalDate | null;
  @ApiProperty({ ...OPEN_DATE, description: '收到申请之日；待确认的为空' })
  readonly receivedOn!: LocalDate | null;
  @ApiProperty({ enum: APPLICANT_KINDS }) readonly applicantKind!: ApplicantKind;
  @ApiProperty({ enum: CHANNELS }) readonly channel!: Channel;
  @ApiProperty({ type: String, nullable: true, description: '由哪一件拆分' })
  readonly splitFrom!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '并入哪一件' })
  readonly mergedInto!: string | null;
  @ApiProperty(OPEN_DATE) readonly mergedOn!: LocalDate | null;
  @ApiProperty({ ...OPEN_DATE, description: '答复期限届满日；期限停止的为空' })
  readonly dueOn!: LocalDate | null;
  @ApiProperty({ description: '待节假日安排公布' }) readonly provisional!: boolean;
  @ApiProperty({ description: '节假日安排的版本' }) readonly calendarEdition!: string;
  @ApiProperty({ description: '补正、征求意见、延期、收费、审查的经过', type: Object })
  readonly handling!: RegisterEntry['handling'];
  @ApiProperty({ enum: OUTCOMES, nullable: true }) readonly outcome!: Outcome | null;
  @ApiProperty({ enum: NOT_HELD_BECAUSE, nullable: true })
  readonly notHeldBecause!: NotHeldBecause | null;
  @ApiProperty({ type: String, nullable: true, description: '答复文号' })
  readonly documentNumber!: string | null;
  @ApiProperty(OPEN_DATE) readonly decidedOn!: LocalDate | null;
  @ApiProperty(OPEN_DATE) readonly servedOn!: LocalDate | null;
  @ApiProperty(OPEN_DATE) readonly withdrawnOn!: LocalDate | null;
  @ApiProperty({ description: '责令重新答复的经过', type: [Object] })
  readonly redecisions!: RegisterEntry['redecisions'];
  @ApiProperty({ ...OPEN_DATE, description: '转为主动公开之日' })
  readonly publishedOn!: LocalDate | null;
  @ApiProperty({ ...OPEN_DATE, description: '归档之日' }) readonly archivedOn!: LocalDate | null;
  @ApiProperty({ ...OPEN_DATE, description: '作废之日' }) readonly voidedOn!: LocalDate | null;
  @ApiProperty({ description: '附件，不含文件名', type: [Object] })
  readonly attachments!: RegisterEntry['attachments'];
  @ApiProperty({ description: '更正的次数' }) readonly corrections!: number;
  @ApiProperty({ description: '个人信息' }) readonly personalData!: PersonalDataAnswer;
  @ApiProperty({ ...OPEN_DATE, description: '办结之日' }) readonly closedOn!: string | null;
}

class MaskedApplicantAnswer implements MaskedApplicant {
  @ApiProperty({ example: '张*' }) readonly applicant!: string;
  @ApiProperty() readonly idNumber!: string;
  @ApiProperty() readonly contact!: string;
  @ApiProperty({ description: '所需政府信息' }) readonly description!: string;
}

class HistoryAnswer {
  @ApiProperty({ example: 'RequestRegistered' }) readonly type!: string;
  @ApiProperty({ ...DATE, description: '事实的日期' }) readonly occurredOn!: string;
  @ApiProperty({ description: '记入台账的时刻', format: 'date-time' }) readonly recordedAt!: string;
  @ApiProperty({ description: '由谁记入' }) readonly actor!: string;
  @ApiPropertyOptional({ description: '个人信息的办理人，或者审查人' }) readonly by?: string;
  @ApiPropertyOptional({ description: '用途或者理由' }) readonly why?: string;
}

@ApiExtraModels(MaskedApplicantAnswer)
export class RequestAnswer extends RegisterEntryAnswer implements RequestDetails {
  @ApiProperty({
    description: '已遮盖；已依法删除的为 erased，密钥缺失的为 lost，已封存的为 restricted',
    oneOf: [
      { $ref: getSchemaPath(MaskedApplicantAnswer) },
      { type: 'string', enum: ['erased', 'lost', 'restricted'] },
    ],
  })
  readonly applicant!: RequestDetails['applicant'];

  @ApiProperty({ type: [HistoryAnswer] }) readonly history!: readonly HistoryAnswer[];
}

export class ReportAnswer implements PublishedReport {
  @ApiProperty() readonly agency!: string;
  @ApiProperty() readonly agency_id!: string;
  @ApiProperty() readonly year!: number;
  @ApiProperty({ enum: FORM_VERSIONS }) readonly form!: PublishedReport['form'];
  @ApiProperty({
    type: Number,
    nullable: true,
    description: '封账的第几版，2 起为更正版；未封账的为空',
  })
  readonly edition!: number | null;
  @ApiProperty({ description: '草稿' }) readonly draft!: boolean;
  @ApiProperty({ type: [String], description: '标题' }) readonly title!: readonly string[];
  @ApiProperty({ description: '引言，一行一段' }) readonly preamble!: string;
  @ApiProperty({ description: '六个部分：标题、文字、后面是哪张表', type: [Object] })
  readonly parts!: PublishedReport['parts'];
  @ApiProperty({ description: '署名和成文日期', type: Object })
  readonly signature!: PublishedReport['signature'];
  @ApiProperty({ description: '表二', type: Object }) readonly table2!: PublishedReport['table2'];
  @ApiProperty({ description: '表三：rows 每行七格', type: Object })
  readonly table3!: PublishedReport['table3'];
  @ApiProperty({ description: '表四：十五格', type: [Number] }) readonly table4!: readonly number[];
  @ApiProperty({ description: '本机关自己的计数', type: Object })
  readonly narrative!: PublishedReport['narrative'];
  @ApiProperty({ description: '读到台账的哪个位置' }) readonly position!: string;
  @ApiProperty({ description: '带签名的检查点', type: String, nullable: true })
  readonly checkpoint!: string | null;
  @ApiProperty({ type: [String], description: '提醒' }) readonly warnings!: readonly string[];
}

class OverriddenAnswer implements Overridden {
  @ApiProperty({ description: '放行的理由' }) readonly reason!: string;
  @ApiProperty({ description: '谁放行的' }) readonly by!: string;
  @ApiProperty({ type: String, format: 'date', description: '哪一天' }) readonly on!: LocalDate;
}

export class FindingAnswer implements CheckedFinding {
  @ApiProperty({ description: '规则' }) readonly rule!: string;
  @ApiProperty({ description: '怎么办' }) readonly advice!: string;
  @ApiProperty({ enum: CHECK_IDS }) readonly id!: CheckId;
  @ApiProperty({ enum: ['E', 'W', 'I'], description: 'E 错误，W 提醒，I 提示' })
  readonly severity!: Severity;
  @ApiProperty({ description: '查到的值' }) readonly left!: string;
  @ApiProperty({ description: '应当与之一致的值' }) readonly right!: string;
  @ApiProperty({ type: [String], description: '涉及的单元格' }) readonly cells!: readonly string[];
  @ApiProperty({ type: [String], description: '差别背后的登记编号、案号、文号或者月份' })
  readonly cases!: readonly string[];
  @ApiProperty({
    type: OverriddenAnswer,
    nullable: true,
    description: '放行；没有放行为 null。没有放行的错误妨碍正式打印和封账',
  })
  readonly overridden!: OverriddenAnswer | null;
}

class RowProblemAnswer {
  @ApiProperty({ description: '文件的第几行' }) readonly line!: number;
  @ApiProperty({ description: '列名' }) readonly column!: string;
  @ApiProperty({ example: 'row/not-a-date' }) readonly code!: string;
  @ApiProperty() readonly reason!: string;
  @ApiProperty({ description: '依据' }) readonly basis!: string;
}

export class ImportAnswer
  implements Omit<ImportResult, 'problems' | 'refusedRows'>, ListedProblems
{
  @ApiProperty({ description: '共几行' }) readonly rows!: number;
  @ApiProperty({ description: '新登记几行' }) readonly added!: number;
  @ApiProperty({ description: '已在账几行' }) readonly unchanged!: number;
  @ApiProperty({ description: '退回几行，列出的和没有列出的' }) readonly refused!: number;
  @ApiProperty({ description: '退回的行，最多 200 行', type: [RowProblemAnswer] })
  readonly problems!: readonly RowProblemAnswer[];
  @ApiPropertyOptional({ description: '没有列出的还有几行' }) readonly note?: string;
  @ApiProperty({ type: [String], description: '没有用到的列' })
  readonly ignoredHeadings!: readonly string[];
}
