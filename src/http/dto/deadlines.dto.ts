import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import type { LocalDate } from '../../kernel/local-date.js';
import {
  BOARD_LISTS,
  DUE_SOON_WORKING_DAYS,
  REMINDER_KINDS,
  type BoardList,
  type BoardRow,
  type DeadlineBoard,
  type Reminder,
  type ReminderKind,
} from '../../requests/domain/deadline-board.js';
import { REQUEST_STATUSES, type RequestStatus } from '../../requests/domain/request-status.js';
import { ShortText } from './validators.js';

export class DeadlinesQuery {
  @ApiPropertyOptional({
    description: '几个工作日以内为即将逾期',
    default: DUE_SOON_WORKING_DAYS,
  })
  @Type(() => Number)
  @IsInt({ message: '应为整数' })
  @Min(0, { message: '不小于 0' })
  @Max(250, { message: '不大于 250' })
  readonly within: number = DUE_SOON_WORKING_DAYS;

  @ShortText({ description: '只看一名承办人的', optional: true })
  readonly handler?: string;
}

const DATE = { type: String, format: 'date' } as const;
const OPEN_DATE = { ...DATE, nullable: true } as const;
const NAME = { type: String, nullable: true } as const;

class BoardRowAnswer implements BoardRow {
  @ApiProperty({ enum: BOARD_LISTS }) readonly list!: BoardList;
  @ApiProperty({ description: '登记编号' }) readonly number!: string;
  @ApiProperty({ enum: REQUEST_STATUSES }) readonly status!: RequestStatus;
  @ApiProperty({ ...NAME, description: '承办人' }) readonly handler!: string | null;
  @ApiProperty({ ...NAME, description: '承办科室' }) readonly section!: string | null;
  @ApiProperty(OPEN_DATE) readonly receivedOn!: LocalDate | null;
  @ApiProperty({ ...OPEN_DATE, description: '期限届满日；暂停的为空' })
  readonly dueOn!: LocalDate | null;
  @ApiProperty({ description: '待节假日安排公布' }) readonly provisional!: boolean;
  @ApiProperty({ type: Number, nullable: true, description: '还有几个工作日；已过的为负' })
  readonly workingDaysLeft!: number | null;
  @ApiProperty(OPEN_DATE) readonly closedOn!: LocalDate | null;
}

class ReminderAnswer implements Reminder {
  @ApiProperty({ enum: REMINDER_KINDS }) readonly kind!: ReminderKind;
  @ApiProperty({ description: '登记编号' }) readonly number!: string;
  @ApiProperty({ ...NAME, description: '承办人' }) readonly handler!: string | null;
  @ApiProperty(DATE) readonly on!: LocalDate;
  @ApiProperty({ description: '待节假日安排公布' }) readonly provisional!: boolean;
}

export class DeadlineBoardAnswer implements DeadlineBoard {
  @ApiProperty(DATE) readonly today!: LocalDate;
  @ApiProperty({ description: '几个工作日以内为即将逾期' }) readonly within!: number;
  @ApiProperty({ type: [BoardRowAnswer] }) readonly rows!: readonly BoardRowAnswer[];
  @ApiProperty({ description: '各类的件数', type: Object })
  readonly total!: DeadlineBoard['total'];
  @ApiProperty({ description: '各承办人的件数', type: [Object] })
  readonly byHandler!: DeadlineBoard['byHandler'];
  @ApiProperty({ type: [ReminderAnswer] }) readonly reminders!: readonly ReminderAnswer[];
}
