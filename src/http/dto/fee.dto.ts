import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min, ValidateIf } from 'class-validator';
import { FEE_METHODS, type FeeMethod } from '../../requests/domain/handling.events.js';
import {
  FEE_QUANTITY_MAX,
  type FeeLine,
  type ProcessingFee,
} from '../../requests/domain/processing-fee.rules.js';

function Charged(description: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ description, minimum: 0, maximum: FEE_QUANTITY_MAX }),
    ValidateIf((_query, value) => value !== undefined),
    Type(() => Number),
    IsInt({ message: '应为整数' }),
    Min(0, { message: '不小于 0' }),
    Max(FEE_QUANTITY_MAX, { message: `不大于 ${String(FEE_QUANTITY_MAX)}` }),
  );
}

export class FeeQuery {
  @Charged('同一申请人一个自然月的件数') readonly items?: number;
  @Charged('一件申请提供的页数') readonly pages?: number;
}

class FeeLineAnswer implements FeeLine {
  @ApiProperty({ description: '自第几件（页）' }) readonly from!: number;
  @ApiProperty({ description: '至第几件（页）' }) readonly to!: number;
  @ApiProperty({ description: '每件（页）多少元' }) readonly rate!: number;
  @ApiProperty({ description: '这一档里的件（页）数' }) readonly quantity!: number;
  @ApiProperty({ description: '这一档多少元' }) readonly amount!: number;
}

export class FeeAnswer implements ProcessingFee {
  @ApiProperty({ enum: FEE_METHODS, description: '按件 per-item，按页 per-page' })
  readonly method!: FeeMethod;
  @ApiProperty() readonly quantity!: number;
  @ApiProperty({ description: '共多少元' }) readonly amount!: number;
  @ApiProperty({ type: [FeeLineAnswer], description: '逐档' })
  readonly lines!: readonly FeeLineAnswer[];
  @ApiProperty({ description: '依据' }) readonly basis!: string;
}
