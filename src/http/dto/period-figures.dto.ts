import { ApiProperty } from '@nestjs/swagger';
import type { CountedPeriod } from '../../annual-reports/period-figures.query.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Position } from '../../ledger/ledger.js';
import { ShortText } from './validators.js';

export class PeriodQuery {
  @ShortText({ description: '2026、2026H1、2026Q1、2026-03 或者一个日期', example: '2026Q1' })
  readonly from!: string;

  @ShortText({ description: '写法同上，到它的最后一天；不写则只是前一个期间', optional: true })
  readonly to?: string;
}

const DATE = { type: String, format: 'date' } as const;

class PeriodAnswer {
  @ApiProperty(DATE) readonly from!: LocalDate;
  @ApiProperty(DATE) readonly to!: LocalDate;
}

class OverdueAnswer {
  @ApiProperty({ type: [String], description: '期间内逾期办结的登记编号' })
  readonly endedLate!: readonly string[];
  @ApiProperty({ type: [String], description: '期末（不晚于今天）逾期未办的登记编号' })
  readonly open!: readonly string[];
}

class DaysAnswer {
  @ApiProperty({ description: '中位数' }) readonly median!: number;
  @ApiProperty({ description: '最长' }) readonly max!: number;
}

export class PeriodFiguresAnswer implements CountedPeriod {
  @ApiProperty() readonly period!: PeriodAnswer;
  @ApiProperty({ description: '各单元格，如 table3.granted.total', type: Object })
  readonly figures!: CountedPeriod['figures'];
  @ApiProperty({ description: '新收按渠道', type: Object })
  readonly channels!: CountedPeriod['channels'];
  @ApiProperty() readonly overdue!: OverdueAnswer;
  @ApiProperty({ type: DaysAnswer, nullable: true, description: '办结的自收到之日用了几个日历日' })
  readonly days!: DaysAnswer | null;
  @ApiProperty({ description: '读到台账的哪个位置', type: String }) readonly position!: Position;
  @ApiProperty({ type: [String], description: '提醒' }) readonly warnings!: readonly string[];
}
