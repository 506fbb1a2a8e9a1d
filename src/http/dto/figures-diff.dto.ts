import { ApiProperty } from '@nestjs/swagger';
import type { ChangedCell } from '../../annual-reports/compare-figures.query.js';
import type { CellMove } from '../../annual-reports/moved-figures.js';
import type { Position } from '../../ledger/ledger.js';

export class CellMoveAnswer implements CellMove {
  @ApiProperty({ description: '在台账中的位置', type: String }) readonly position!: Position;
  @ApiProperty({ example: 'EntryCorrected', type: String }) readonly type!: CellMove['type'];
  @ApiProperty({ description: '事实的名称', example: '更正登记' }) readonly words!: string;
  @ApiProperty({ description: '关于什么', type: String }) readonly kind!: CellMove['kind'];
  @ApiProperty({ description: '登记编号、案号、文号或者月份' }) readonly id!: string;
  @ApiProperty({ description: '事实的日期', format: 'date' }) readonly occurredOn!: string;
  @ApiProperty({ description: '记入台账的时刻', format: 'date-time' }) readonly recordedAt!: string;
  @ApiProperty({ description: '由谁记入' }) readonly actor!: string;
  @ApiProperty({ description: '这条事实之前的数字' }) readonly before!: number;
  @ApiProperty({ description: '这条事实之后的数字' }) readonly after!: number;
}

export class ChangedCellAnswer implements ChangedCell {
  @ApiProperty() readonly year!: number;
  @ApiProperty({ example: 'table3.granted.total', type: String })
  readonly cell!: ChangedCell['cell'];
  @ApiProperty({ example: '表三 （一）予以公开 总计' }) readonly words!: string;
  @ApiProperty({ description: '较早的位置上的数字' }) readonly before!: number;
  @ApiProperty({ description: '较晚的位置上的数字' }) readonly after!: number;
  @ApiProperty({ description: '改动这个数字的事实', type: [CellMoveAnswer] })
  readonly events!: readonly CellMoveAnswer[];
}

/** 台账两个位置之间变化的数字. */
export class FiguresDiffAnswer {
  @ApiProperty({ description: '较早的位置', type: String }) readonly from!: Position;
  @ApiProperty({ description: '较晚的位置', type: String }) readonly to!: Position;
  @ApiProperty({ type: [ChangedCellAnswer] }) readonly cells!: readonly ChangedCellAnswer[];
}
