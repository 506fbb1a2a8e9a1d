import { ApiProperty } from '@nestjs/swagger';
import type { ReportTextView } from '../../annual-reports/report-text.query.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { Recorded } from '../dispatcher.js';
import { LegalDate } from './validators.js';

export class NilReturnBody {
  @LegalDate({ description: '成文日期；不填为今天', optional: true })
  readonly signedOn?: LocalDate;
}

export class NilReturnAnswer {
  @ApiProperty({ description: '报告年度' }) readonly year!: number;
  @ApiProperty({ description: '补记 0 的月份，项' }) readonly zeroCounts!: number;
  @ApiProperty({ description: '由程序起草了文字；已经起草过的不改' }) readonly drafted!: boolean;
}

export class ReportTextAnswer implements ReportTextView {
  @ApiProperty({ description: '已经起草；没有起草的是程序写的' }) readonly drafted!: boolean;
  @ApiProperty({ description: '编辑用的文字，数字写成 {{新收申请数}} 的样子', type: Object })
  readonly text!: ReportTextView['text'];
  @ApiProperty({ description: '填好数字的文字', type: Object })
  readonly words!: ReportTextView['words'];
  @ApiProperty({ description: '文字里台账没有的名字', type: [String] })
  readonly unknown!: readonly string[];
  @ApiProperty({ description: '可以用的名字和现在的数字', type: [Object] })
  readonly figures!: ReportTextView['figures'];
  @ApiProperty({ description: '与上一年度逐段对照', type: [Object], nullable: true })
  readonly last!: ReportTextView['last'];
}

export class DraftedAnswer extends Recorded {
  @ApiProperty({ description: '文字里台账没有的名字，打印以前要改正', type: [String] })
  readonly unknown!: readonly string[];
}
