import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsObject,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import {
  APPEAL_KINDS,
  APPEAL_OUTCOMES,
  APPEAL_ROLES,
  APPEAL_STEPS,
  type AppealKind,
  type AppealOutcome,
  type AppealRole,
  type AppealStep,
} from '../../appeals/domain/appeal.events.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { SHORT_TEXT_MAX } from '../../kernel/text.js';
import { IsSent, LegalDate, LongText, OneOf, ShortText } from './validators.js';

export class FileAppealBody {
  @ShortText({ description: '案号' })
  readonly caseNumber!: string;

  @OneOf(APPEAL_KINDS, { description: '行政复议、未经复议直接起诉、复议后起诉' })
  readonly kind!: AppealKind;

  @OneOf(APPEAL_ROLES, {
    description: '本机关的身份：被申请人、被告、共同被告，或者作共同被告的复议机关（不计）',
    optional: true,
  })
  readonly role?: AppealRole;

  @ApiProperty({ description: '关联登记编号', type: [String] })
  @IsArray({ message: '应为登记编号的列表' })
  @ArrayMaxSize(1000, { message: '超过 1000 个' })
  @IsString({ each: true, message: '每一项应为文字' })
  @MaxLength(SHORT_TEXT_MAX, { each: true, message: `一项超过 ${String(SHORT_TEXT_MAX)} 个字` })
  readonly requestNumbers!: string[];

  @LegalDate({ description: '受理日期' })
  readonly acceptedOn!: LocalDate;
}

export class ConcludeAppealBody {
  @OneOf(APPEAL_OUTCOMES, { description: '结果维持、结果纠正、其他结果' })
  readonly outcome!: AppealOutcome;

  @LegalDate({ description: '审结日期' })
  readonly concludedOn!: LocalDate;
}

class CorrectedAppeal {
  @OneOf(APPEAL_KINDS, { description: '行政复议、未经复议直接起诉、复议后起诉', optional: true })
  readonly kind?: AppealKind;

  @OneOf(APPEAL_ROLES, {
    description: '本机关的身份：被申请人、被告、共同被告，或者作共同被告的复议机关（不计）',
    optional: true,
  })
  readonly role?: AppealRole;

  @ApiPropertyOptional({ description: '关联登记编号', type: [String] })
  @IsSent
  @IsArray({ message: '应为登记编号的列表' })
  @ArrayMaxSize(1000, { message: '超过 1000 个' })
  @IsString({ each: true, message: '每一项应为文字' })
  @MaxLength(SHORT_TEXT_MAX, { each: true, message: `一项超过 ${String(SHORT_TEXT_MAX)} 个字` })
  readonly requestNumbers?: string[];

  @LegalDate({ description: '受理日期', optional: true })
  readonly acceptedOn?: LocalDate;

  @OneOf(APPEAL_OUTCOMES, { description: '结果维持、结果纠正、其他结果', optional: true })
  readonly outcome?: AppealOutcome;

  @LegalDate({ description: '审结日期', optional: true })
  readonly concludedOn?: LocalDate;
}

export class CorrectAppealBody {
  @ApiProperty({ description: '只写错了的项目', type: CorrectedAppeal })
  @IsObject({ message: '应为对象' })
  @ValidateNested()
  @Type(() => CorrectedAppeal)
  readonly corrected!: CorrectedAppeal;

  @LongText({ description: '更正理由（加密保存）' })
  readonly reason!: string;
}

export class VoidAppealBody {
  @OneOf(APPEAL_STEPS, { description: '作废哪一步：filing 整件案件，conclusion 审结' })
  readonly step!: AppealStep;

  @LongText({ description: '作废理由（加密保存）' })
  readonly reason!: string;
}
