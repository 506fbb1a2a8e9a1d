import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsInt, IsString, MaxLength, ValidateIf } from 'class-validator';
import { SHORT_TEXT_MAX } from '../../kernel/text.js';
import { IsSent } from './validators.js';

/** A null takes back what was set, so it is not looked at further. */
const isSet = ValidateIf((_body, value) => value !== undefined && value !== null);

const YES_OR_NO = { message: '应为 true 或 false' };
const WHOLE = { message: '应为整数' };
const TEXT = { message: '应为文字' };
const LENGTH = { message: `超过 ${String(SHORT_TEXT_MAX)} 个字` };
const DAY = { type: String, nullable: true, example: '01-26' } as const;

export class AdoptReportRulesBody {
  @ApiPropertyOptional({ description: '有规章制定权' })
  @IsSent
  @IsBoolean(YES_OR_NO)
  readonly makesRegulations?: boolean;

  @ApiPropertyOptional({ description: '有许可、处罚、强制职权' })
  @IsSent
  @IsBoolean(YES_OR_NO)
  readonly decides?: boolean;

  @ApiPropertyOptional({ ...DAY, description: '本地报送期限，次年的月和日；null 为按条例' })
  @isSet
  @IsString(TEXT)
  @MaxLength(SHORT_TEXT_MAX, LENGTH)
  readonly submitBy?: string | null;

  @ApiPropertyOptional({ ...DAY, description: '本地公布期限，次年的月和日；null 为按条例' })
  @isSet
  @IsString(TEXT)
  @MaxLength(SHORT_TEXT_MAX, LENGTH)
  readonly publishBy?: string | null;

  @ApiPropertyOptional({
    type: Number,
    nullable: true,
    description: '总体情况字数上限；null 为不限',
  })
  @isSet
  @IsInt(WHOLE)
  readonly overviewCharactersMax?: number | null;

  @ApiPropertyOptional({ description: '文字相同到百分之几算雷同，50 至 100', example: 90 })
  @IsSent
  @IsInt(WHOLE)
  readonly similarityPercent?: number;
}
