import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import type { LocalDate } from '../../kernel/local-date.js';
import {
  BOARD_LISTS,
  REMINDER_KINDS,
  type BoardList,
  type ReminderKind,
} from '../../requests/domain/deadline-board.js';
import {
  CHANNELS,
  OUTCOMES,
  type Channel,
  type Outcome,
} from '../../requests/domain/request.events.js';
import { REQUEST_STATUSES, type RequestStatus } from '../../requests/domain/request-status.js';
import {
  WORK_SCOPES,
  type Today,
  type WaitingRow,
  type WorkList,
  type WorkRow,
  type WorkScope,
} from '../../requests/domain/work-list.js';
import { LegalDate, OneOf, ShortText } from './validators.js';

export class TodayQuery {
  @ShortText({ description: '只看一名承办人的', optional: true })
  readonly handler?: string;
}

/** Pages at most: more than any register fills. */
const PAGES_MAX = 100_000;

export class WorkListQuery extends TodayQuery {
  @OneOf(WORK_SCOPES, { description: '我的、本机关、待分办、已办结', optional: true })
  readonly scope: WorkScope = 'agency';

  @ShortText({ description: '登记编号、答复文号或者承办人的一部分', optional: true })
  readonly text?: string;

  @OneOf(REQUEST_STATUSES, { description: '办理状态', optional: true })
  readonly status?: RequestStatus;

  @LegalDate({ description: '期限届满日不早于', optional: true })
  readonly dueFrom?: LocalDate;

  @LegalDate({ description: '期限届满日不晚于', optional: true })
  readonly dueTo?: LocalDate;

  @ApiPropertyOptional({ description: '第几页，每页 50 件', default: 1 })
  @Type(() => Number)
  @IsInt({ message: '应为整数' })
  @Min(1, { message: '不小于 1' })
  @Max(PAGES_MAX, { message: `不大于 ${String(PAGES_MAX)}` })
  readonly page: number = 1;
}

const DATE = { type: String, format: 'date' } as const;
const OPEN_DATE = { ...DATE, nullable: true } as const;
const NAME = { type: String, nullable: true } as const;

class WorkRowAnswer implements WorkRow {
  @ApiProperty({ description: '登记编号' }) readonly number!: string;
  @ApiProperty({ enum: ['disclosure', 'record-correction'], description: '公开申请，或者更正申请' })
  readonly subject!: WorkRow['subject'];
  @ApiProperty({ enum: REQUEST_STATUSES }) readonly status!: RequestStatus;
  @ApiProperty({ enum: BOARD_LISTS, nullable: true, description: '期限看板的哪一类；已办结的为空' })
  readonly list!: BoardList | null;
  @ApiProperty({ enum: CHANNELS }) readonly channel!: Channel;
  @ApiProperty({ ...NAME, description: '承办人' }) readonly handler!: string | null;
  @ApiProperty({ ...NAME, description: '承办科室' }) readonly section!: string | null;
  @ApiProperty(OPEN_DATE) readonly arrivedOn!: LocalDate | null;
  @ApiProperty(OPEN_DATE) readonly receivedOn!: LocalDate | null;
  @ApiProperty({ ...OPEN_DATE, description: '期限届满日；暂停的为空' })
  readonly dueOn!: LocalDate | null;
  @ApiProperty({ description: '待节假日安排公布' }) readonly provisional!: boolean;
  @ApiProperty({ type: Number, nullable: true, description: '还有几个工作日；已过的为负' })
  readonly workingDaysLeft!: number | null;
  @ApiProperty({ enum: OUTCOMES, nullable: true }) readonly outcome!: Outcome | null;
  @ApiProperty({ ...NAME, description: '答复文号' }) readonly documentNumber!: string | null;
  @ApiProperty(OPEN_DATE) readonly closedOn!: LocalDate | null;
}

class WaitingRowAnswer extends WorkRowAnswer implements WaitingRow {
  @ApiProperty({ enum: REMINDER_KINDS, nullable: true, description: '等什么' })
  readonly waitsFor!: ReminderKind | null;
  @ApiProperty({ ...OPEN_DATE, description: '对方的期限届满日' })
  readonly until!: LocalDate | null;
}

export class WorkListAnswer implements WorkList {
  @ApiProperty({ type: [WorkRowAnswer] }) readonly rows!: readonly WorkRow[];
  @ApiProperty({ description: '共几件' }) readonly total!: number;
  @ApiProperty({ description: '第几页' }) readonly page!: number;
}

class WorkRowsAnswer {
  @ApiProperty({ type: [WorkRowAnswer], description: '最多 20 件' })
  readonly rows!: readonly WorkRow[];
  @ApiProperty({ description: '共几件' }) readonly total!: number;
}

class WaitingRowsAnswer {
  @ApiProperty({ type: [WaitingRowAnswer], description: '最多 20 件' })
  readonly rows!: readonly WaitingRow[];
  @ApiProperty({ description: '共几件' }) readonly total!: number;
}

export class TodayAnswer implements Today {
  @ApiProperty(DATE) readonly today!: LocalDate;
  @ApiProperty({ description: '逾期未办和即将逾期' }) readonly due!: WorkRowsAnswer;
  @ApiProperty({ description: '新收：待确认、待分办' }) readonly cameIn!: WorkRowsAnswer;
  @ApiProperty({ description: '等待申请人、第三方或者其他机关' })
  readonly waiting!: WaitingRowsAnswer;
  @ApiProperty({ description: '已作出答复，待送达' }) readonly toServe!: WorkRowsAnswer;
}
