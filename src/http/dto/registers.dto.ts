import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import type { AppealRow } from '../../../projections/appeal-register.projection.js';
import type { DocumentRow } from '../../../projections/document-register.projection.js';
import { APPEAL_KINDS, type AppealKind } from '../../appeals/domain/appeal.events.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { DOCUMENT_KINDS, type DocumentKind } from '../../publications/domain/document.events.js';

const DATE = { type: String, format: 'date' } as const;
const OPEN_DATE = { ...DATE, nullable: true } as const;

export class RegisterYearQuery {
  @ApiProperty({ description: '年度', example: 2026 })
  @Type(() => Number)
  @IsInt({ message: '应为整数' })
  @Min(1900, { message: '不小于 1900' })
  @Max(2999, { message: '不大于 2999' })
  readonly year!: number;
}

export class AppealRowAnswer implements AppealRow {
  @ApiProperty() readonly agencyId!: string;
  @ApiProperty({ description: '案号' }) readonly caseNumber!: string;
  @ApiProperty({ enum: APPEAL_KINDS }) readonly kind!: AppealKind;
  @ApiProperty({ description: '本机关的身份', type: String, nullable: true })
  readonly role!: AppealRow['role'];
  @ApiProperty({ type: [String], description: '关联登记编号' })
  readonly requestNumbers!: readonly string[];
  @ApiProperty({ ...DATE, description: '受理日期' }) readonly filedOn!: LocalDate;
  @ApiProperty({ type: Object, nullable: true, description: '审结日期和结果；尚未审结的为空' })
  readonly concluded!: AppealRow['concluded'];
  @ApiProperty({ ...OPEN_DATE, description: '作废之日' }) readonly voidedOn!: LocalDate | null;
}

export class DocumentRowAnswer implements DocumentRow {
  @ApiProperty() readonly agencyId!: string;
  @ApiProperty({ description: '文号' }) readonly documentNumber!: string;
  @ApiProperty({ description: '标题' }) readonly title!: string;
  @ApiProperty({ enum: DOCUMENT_KINDS }) readonly kind!: DocumentKind;
  @ApiProperty({ ...DATE, description: '制发日期' }) readonly issuedOn!: LocalDate;
  @ApiProperty({ ...OPEN_DATE, description: '废止日期' }) readonly repealedOn!: LocalDate | null;
  @ApiProperty({ ...OPEN_DATE, description: '作废之日' }) readonly voidedOn!: LocalDate | null;
}

export class CountRowAnswer {
  @ApiProperty({ description: '月份', example: '2026-03' }) readonly month!: string;
  @ApiProperty({ description: '类别' }) readonly category!: string;
  @ApiProperty({ description: '数量；收费以分为单位' }) readonly quantity!: number;
}

export class OpeningRowAnswer {
  @ApiProperty({ description: '自哪个月初起' }) readonly month!: string;
  @ApiProperty({ enum: DOCUMENT_KINDS }) readonly kind!: DocumentKind;
  @ApiProperty({ description: '月初现行有效件数' }) readonly inForce!: number;
}
