import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, ValidateNested } from 'class-validator';
import type { LocalDate, YearMonth } from '../../kernel/local-date.js';
import {
  DOCUMENT_KINDS,
  DOCUMENT_STEPS,
  type DocumentKind,
  type DocumentStep,
} from '../../publications/domain/document.events.js';
import { LegalDate, LegalMonth, LongText, OneOf, Quantity, ShortText } from './validators.js';

export class IssueDocumentBody {
  @ShortText({ description: '文号' })
  readonly documentNumber!: string;

  @ShortText({ description: '标题' })
  readonly title!: string;

  @OneOf(DOCUMENT_KINDS, { description: '规章或者行政规范性文件' })
  readonly kind!: DocumentKind;

  @LegalDate({ description: '制发日期' })
  readonly issuedOn!: LocalDate;
}

export class RepealDocumentBody {
  @LegalDate({ description: '废止日期' })
  readonly repealedOn!: LocalDate;
}

const CATEGORY =
  'licensing 行政许可、punishment 行政处罚、coercion 行政强制、fees_fen 行政事业性收费（分），其他名称为叙述性计数';

export class ReportMonthlyCountBody {
  @ShortText({ description: CATEGORY, example: '信息公开条数' })
  readonly category!: string;

  @LegalMonth({ description: '月份', example: '2021-03' })
  readonly month!: YearMonth;

  @Quantity({ description: '数量；收费以分为单位' })
  readonly quantity!: number;
}

export class CorrectMonthlyCountBody extends ReportMonthlyCountBody {
  @LongText({ description: '更正理由' })
  readonly reason!: string;
}

export class StateOpeningBalanceBody {
  @OneOf(DOCUMENT_KINDS, { description: '规章或者行政规范性文件' })
  readonly kind!: DocumentKind;

  @LegalMonth({ description: '自哪个月初起', example: '2021-01' })
  readonly month!: YearMonth;

  @Quantity({ description: '月初现行有效件数' })
  readonly inForce!: number;
}

export class CorrectOpeningBalanceBody extends StateOpeningBalanceBody {
  @LongText({ description: '更正理由' })
  readonly reason!: string;
}

class CorrectedDocument {
  @OneOf(DOCUMENT_KINDS, { description: '规章或者行政规范性文件', optional: true })
  readonly kind?: DocumentKind;

  @ShortText({ description: '标题', optional: true })
  readonly title?: string;

  @LegalDate({ description: '制发日期', optional: true })
  readonly issuedOn?: LocalDate;

  @LegalDate({ description: '废止日期', optional: true })
  readonly repealedOn?: LocalDate;
}

export class CorrectDocumentBody {
  @ApiProperty({ description: '只写错了的项目', type: CorrectedDocument })
  @IsObject({ message: '应为对象' })
  @ValidateNested()
  @Type(() => CorrectedDocument)
  readonly corrected!: CorrectedDocument;

  @LongText({ description: '更正理由（加密保存）' })
  readonly reason!: string;
}

export class VoidDocumentBody {
  @OneOf(DOCUMENT_STEPS, { description: '作废哪一步：issue 整份文件，repeal 废止' })
  readonly step!: DocumentStep;

  @LongText({ description: '作废理由（加密保存）' })
  readonly reason!: string;
}
