import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, Max, Min } from 'class-validator';
import {
  DAYS_OFF_SCOPES,
  REVIEWS,
  type DaysOffScope,
  type ProcedureRules,
  type Review,
} from '../../agencies/domain/procedure-rules.events.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Recomputed } from '../../requests/recompute-deadlines.handler.js';
import { Recorded } from '../dispatcher.js';
import { IsSent, LegalDates, OneOf, ShortText } from './validators.js';

const message = '应为 true 或 false';

export class AdoptProcedureRulesBody {
  @OneOf(['stays', 'next-working-day'], {
    description: '休息日收到的：当日即为收到，或者顺延到下一工作日',
    optional: true,
  })
  readonly receiptOnDayOff?: ProcedureRules['receiptOnDayOff'];

  @OneOf(['submission', 'confirmation'], {
    description: '网站提交的：提交即为收到，或者双方确认才为收到',
    optional: true,
  })
  readonly websiteReceipt?: ProcedureRules['websiteReceipt'];

  @OneOf(['sent', 'received'], {
    description: '征求意见不计入期限：从发出起，或者从对方收到起',
    optional: true,
  })
  readonly consultationFrom?: ProcedureRules['consultationFrom'];

  @ApiPropertyOptional({ description: '缴费后期限重新计算' })
  @IsSent
  @IsBoolean({ message })
  readonly paymentRestartsClock?: boolean;

  @ApiPropertyOptional({ description: '期限届满以后不能再延期' })
  @IsSent
  @IsBoolean({ message })
  readonly extensionBeforeDue?: boolean;

  @ApiPropertyOptional({
    enum: REVIEWS,
    isArray: true,
    description: '作出答复以前必须有的审查意见',
  })
  @IsSent
  @IsArray({ message: '应为数组' })
  @IsIn(REVIEWS, { each: true, message: `应为其中之一：${REVIEWS.join('、')}` })
  readonly requiredReviews?: Review[];

  @OneOf(['first-named', 'stated'], {
    description: '联合申请人类型不一的：按第一人，或者必须写明',
    optional: true,
  })
  readonly jointApplicants?: ProcedureRules['jointApplicants'];
}

export class AnnounceDaysOffBody {
  @ApiProperty({ description: '哪一年', example: 2027 })
  @IsInt({ message: '应为整数' })
  @Min(2000, { message: '不小于 2000' })
  @Max(2999, { message: '不大于 2999' })
  readonly year!: number;

  @OneOf(DAYS_OFF_SCOPES, { description: 'state-council 国务院的安排，local 地方安排' })
  readonly scope!: DaysOffScope;

  @ShortText({ description: '依据，如“国办发明电〔2026〕×号”' })
  readonly notice!: string;

  @LegalDates({ description: '放假的日子：国务院的安排只写周一至周五' })
  @ArrayMaxSize(366, { message: '一年没有这么多天' })
  readonly off!: LocalDate[];

  @LegalDates({ description: '上班的日子：国务院的安排只写周六、周日' })
  @ArrayMaxSize(366, { message: '一年没有这么多天' })
  readonly work!: LocalDate[];
}

const OPEN_DATE = { type: String, format: 'date', nullable: true } as const;

export class RecomputedAnswer implements Recomputed {
  @ApiProperty({ description: '登记编号' }) readonly number!: string;
  @ApiProperty({ ...OPEN_DATE, description: '原来的期限' }) readonly before!: LocalDate | null;
  @ApiProperty({ ...OPEN_DATE, description: '现在的期限' }) readonly after!: LocalDate | null;
  @ApiProperty({ description: '原来待节假日安排公布' }) readonly wasProvisional!: boolean;
  @ApiProperty({ description: '现在待节假日安排公布' }) readonly provisional!: boolean;
}

/** 已登记, and the due dates that moved with it. */
export class RecordedAndRecomputed extends Recorded {
  @ApiProperty({ type: [RecomputedAnswer], description: '随之变动的期限' })
  readonly recomputed!: readonly Recomputed[];
}
