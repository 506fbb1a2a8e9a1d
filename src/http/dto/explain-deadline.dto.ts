import { ApiProperty } from '@nestjs/swagger';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Deadline } from '../../requests/domain/deadline.js';
import type {
  CountedSpan,
  DeadlineExplanation,
  ExplainedSuspension,
  NoticedDay,
  SuspensionCause,
} from '../../requests/domain/explain-deadline.js';
import { CHANNELS, type Channel } from '../../requests/domain/request.events.js';

const DATE = { type: String, format: 'date' } as const;
const OPEN_DATE = { ...DATE, nullable: true } as const;

class NoticedDayAnswer implements NoticedDay {
  @ApiProperty(DATE) readonly on!: LocalDate;
  @ApiProperty({ description: '依据的节假日安排' }) readonly notice!: string;
}

class CountedSpanAnswer implements CountedSpan {
  @ApiProperty({ ...DATE, description: '这一天不计入' }) readonly after!: LocalDate;
  @ApiProperty({ ...DATE, description: '这一天计入' }) readonly upTo!: LocalDate;
  @ApiProperty() readonly workingDays!: number;
  @ApiProperty() readonly weekendDays!: number;
  @ApiProperty({ type: [NoticedDayAnswer], description: '放假' })
  readonly holidays!: readonly NoticedDay[];
  @ApiProperty({ type: [NoticedDayAnswer], description: '调休上班' })
  readonly makeUpDays!: readonly NoticedDay[];
}

class SuspensionAnswer implements ExplainedSuspension {
  @ApiProperty(DATE) readonly from!: LocalDate;
  @ApiProperty(OPEN_DATE) readonly until!: LocalDate | null;
  @ApiProperty({ type: [Object], description: '等的是第几次征求意见，或者缴费' })
  readonly causes!: readonly SuspensionCause[];
  @ApiProperty({ type: Number, nullable: true }) readonly workingDays!: number | null;
}

/** 期限说明. */
export class DeadlineExplanationAnswer implements DeadlineExplanation {
  @ApiProperty({ description: '登记编号' }) readonly number!: string;
  @ApiProperty({ enum: CHANNELS }) readonly channel!: Channel;
  @ApiProperty(DATE) readonly receivedOn!: LocalDate;
  @ApiProperty({ description: '收到之日是否为与申请人确认之日（第31条）' })
  readonly confirmed!: boolean;
  @ApiProperty({ type: Object, nullable: true, description: '补正或缴费后重新起算' })
  readonly restarted!: DeadlineExplanation['restarted'];
  @ApiProperty({ ...DATE, description: '次日为第 1 日' }) readonly countedFrom!: LocalDate;
  @ApiProperty({ type: [CountedSpanAnswer] }) readonly counted!: readonly CountedSpan[];
  @ApiProperty({ type: [SuspensionAnswer], description: '不计入的期间' })
  readonly suspensions!: readonly ExplainedSuspension[];
  @ApiProperty({ description: '延长的工作日' }) readonly extendedBy!: number;
  @ApiProperty({ ...OPEN_DATE, description: '延迟答复' }) readonly delayedUntil!: LocalDate | null;
  @ApiProperty({ type: Object, description: '届满日；暂停的为空' }) readonly deadline!: Deadline;
  @ApiProperty({ ...OPEN_DATE, description: '收到日不是工作日的，最晚可以主张的日期' })
  readonly latestDefensible!: LocalDate | null;
  @ApiProperty({ type: Object, description: '台账记载的届满日和日历' })
  readonly recorded!: DeadlineExplanation['recorded'];
  @ApiProperty() readonly calendarEdition!: string;
  @ApiProperty({ type: Object, nullable: true, description: '责令重新答复的期限' })
  readonly redecision!: DeadlineExplanation['redecision'];
  @ApiProperty({ type: [String], description: '一步一步的说明' })
  readonly sentences!: readonly string[];
}
