import { ApiProperty } from '@nestjs/swagger';
import {
  CASE_KINDS,
  type CaseEvent,
  type CaseKind,
} from '../../annual-reports/case-events.query.js';
import type { CellCase } from '../../annual-reports/cell-cases.js';
import type { Position } from '../../ledger/ledger.js';
import { OneOf, ShortText } from './validators.js';

export class CellCaseAnswer implements CellCase {
  @ApiProperty({ enum: CASE_KINDS.filter((kind) => kind !== 'agency') })
  readonly kind!: CellCase['kind'];
  @ApiProperty({ description: '登记编号、案号、文号或者月份' }) readonly id!: string;
  @ApiProperty({ description: '在这个数字里计多少' }) readonly counts!: number;
  @ApiProperty({ description: '这一件的事实在哪里', format: 'uri-reference' })
  readonly events!: string;
}

export class CaseEventsQuery {
  @OneOf(CASE_KINDS, { description: '什么' })
  readonly kind!: CaseKind;

  @ShortText({ description: '登记编号、案号、文号、月份（2021-03）或者机关编号' })
  readonly id!: string;

  @ShortText({ description: '月度数量的类别，或者期初件数的文件种类', optional: true })
  readonly category?: string;
}

/** 一条事实. */
export class CaseEventAnswer implements CaseEvent {
  @ApiProperty({ description: '在台账中的位置', type: String }) readonly position!: Position;
  @ApiProperty({ description: '事实的编号' }) readonly eventId!: string;
  @ApiProperty({ example: 'RequestRegistered', type: String }) readonly type!: CaseEvent['type'];
  @ApiProperty({ description: '事实的名称' }) readonly words!: string;
  @ApiProperty({ description: '事实的日期', format: 'date' }) readonly occurredOn!: string;
  @ApiProperty({ description: '记入台账的时刻', format: 'date-time' }) readonly recordedAt!: string;
  @ApiProperty({ description: '由谁记入' }) readonly actor!: string;
  @ApiProperty({ description: '流水' }) readonly stream!: string;
  @ApiProperty({ description: '在流水中的序号' }) readonly revision!: number;
  @ApiProperty({ description: '记录的叶散列' }) readonly hash!: string;
  @ApiProperty({ description: '这条事实在台账里的证明', format: 'uri-reference' })
  readonly proof!: string;
}
