import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, Max, MaxLength, Min } from 'class-validator';
import { SHORT_TEXT_MAX } from '../../kernel/text.js';
import { SUITES, type Suite } from '../../ledger/transparency/suites.js';

/** Rows at most in one answer. */
const PAGE_MAX = 1_000;

export class PageQuery {
  @ApiPropertyOptional({ description: '从这个登记编号之后开始', default: '' })
  @MaxLength(SHORT_TEXT_MAX, { message: `超过 ${String(SHORT_TEXT_MAX)} 个字` })
  readonly after: string = '';

  @ApiPropertyOptional({ description: '最多几行', default: 100, maximum: PAGE_MAX })
  @Type(() => Number)
  @IsInt({ message: '应为整数' })
  @Min(1, { message: '不小于 1' })
  @Max(PAGE_MAX, { message: `不大于 ${String(PAGE_MAX)}` })
  readonly limit: number = 100;
}

export class WorkdayQuery {
  @ApiPropertyOptional({ description: '工作日数', default: 20 })
  @Type(() => Number)
  @IsInt({ message: '应为整数' })
  @Min(1, { message: '不小于 1' })
  @Max(2_000, { message: '不大于 2000' })
  readonly days: number = 20;
}

const BOOLEANS = new Map<unknown, boolean>([
  ['true', true],
  ['false', false],
]);

export class ImportQuery {
  @ApiPropertyOptional({ description: '有一行退回就一行也不登记', default: false })
  @Transform(({ value }: { value: unknown }) => BOOLEANS.get(value) ?? value)
  @IsBoolean({ message: '应为 true 或 false' })
  readonly allOrNothing: boolean = false;

  @ApiPropertyOptional({ description: '试导：逐行核对，什么也不登记', default: false })
  @Transform(({ value }: { value: unknown }) => BOOLEANS.get(value) ?? value)
  @IsBoolean({ message: '应为 true 或 false' })
  readonly dryRun: boolean = false;
}

export class SuiteQuery {
  @ApiPropertyOptional({ description: '算法套件', enum: SUITES, default: SUITES[0] })
  @IsIn(SUITES, { message: `应为 ${SUITES.join('、')} 之一` })
  readonly suite: Suite = SUITES[0];
}
