import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import type { LocalDate } from '../../kernel/local-date.js';
import { PERSON_MARKS, type PersonMark } from '../../requests/domain/person-marks.js';
import type { ItemFee } from '../../requests/domain/repeated-requests.rules.js';
import { REQUEST_STATUSES, type RequestStatus } from '../../requests/domain/request-status.js';
import { OUTCOMES, type Outcome } from '../../requests/domain/request.events.js';
import type { Repeats } from '../../requests/duplicates.query.js';
import type { Counts, LikelyDuplicate, Unread } from '../../requests/repeated-requests.js';
import { Recorded } from '../dispatcher.js';

const DATE = { type: String, format: 'date' } as const;
const OPEN_DATE = { ...DATE, nullable: true } as const;
const UNREAD = { enum: ['erased', 'lost', 'restricted'], type: String, nullable: true };

export class LikelyDuplicateAnswer implements LikelyDuplicate {
  @ApiProperty({ description: '登记编号' }) readonly number!: string;
  @ApiProperty({ ...OPEN_DATE, description: '收到申请之日' }) readonly receivedOn!: string | null;
  @ApiProperty({ enum: REQUEST_STATUSES, description: '办理状态' }) readonly status!: RequestStatus;
  @ApiProperty({ enum: OUTCOMES, nullable: true }) readonly outcome!: Outcome | null;
  @ApiProperty({ ...OPEN_DATE, description: '答复之日' }) readonly decidedOn!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '答复文号' })
  readonly documentNumber!: string | null;
  @ApiProperty({ ...OPEN_DATE, description: '办结之日' }) readonly closedOn!: string | null;
  @ApiProperty({ enum: PERSON_MARKS, isArray: true, description: '相同的身份信息' })
  readonly agreeing!: readonly PersonMark[];
  @ApiProperty({ type: Number, nullable: true, description: '所需信息的相似度，百分数' })
  readonly similarity!: number | null;
  @ApiProperty({ description: '所需信息里的文号相同' }) readonly sameDocument!: boolean;
  @ApiProperty({ ...UNREAD, description: '没有比对的原因' }) readonly unread!: Unread | null;
}

class LikelyDuplicatesAnswer {
  @ApiProperty({
    type: [LikelyDuplicateAnswer],
    description: '疑似重复申请，最可能的在前，最多 20 件',
  })
  readonly duplicates!: readonly LikelyDuplicateAnswer[];
  @ApiProperty({ description: '共有几件' }) readonly duplicatesFound!: number;
}

export class RegisteredAnswer extends IntersectionType(Recorded, LikelyDuplicatesAnswer) {}

class ItemFeeAnswer implements ItemFee {
  @ApiProperty({ description: '全月按件应收，元' }) readonly inMonth!: number;
  @ApiProperty({ description: '已通知，元' }) readonly noticed!: number;
  @ApiProperty({ description: '现在通知应为，元' }) readonly due!: number;
}

class CountsAnswer implements Counts {
  @ApiProperty({ ...DATE, description: '收到申请之日' }) readonly receivedOn!: LocalDate;
  @ApiProperty({ description: '本月共几件' }) readonly inMonth!: number;
  @ApiProperty({ description: '本月第几件' }) readonly ordinalInMonth!: number;
  @ApiProperty({ description: '本年共几件' }) readonly inYear!: number;
  @ApiProperty({ description: '没有计入的件数：读不出来' }) readonly unread!: number;
  @ApiProperty({ description: '按件收取的信息处理费' }) readonly fee!: ItemFeeAnswer;
}

export class RepeatsAnswer extends LikelyDuplicatesAnswer implements Repeats {
  @ApiProperty({ description: '登记编号' }) readonly number!: string;
  @ApiProperty({ ...UNREAD, description: '不能比对的原因' }) readonly unread!: Unread | null;
  @ApiProperty({ type: CountsAnswer, nullable: true, description: '同一申请人的件数' })
  readonly counts!: CountsAnswer | null;
}
