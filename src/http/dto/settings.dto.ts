import { ApiProperty } from '@nestjs/swagger';
import type { LocalDate } from '../../kernel/local-date.js';

const ANYTHING = {
  oneOf: [
    { type: 'boolean' },
    { type: 'integer' },
    { type: 'string' },
    { type: 'array', items: { type: 'string' } },
  ],
  nullable: true,
};

export class SettingAnswer {
  @ApiProperty({ description: '名称，与提交时相同', example: 'splitParts' }) readonly name!: string;

  @ApiProperty({ ...ANYTHING, description: '现在的值' }) readonly value!: unknown;

  @ApiProperty({ ...ANYTHING, description: '默认的值，都是推定' }) readonly initial!: unknown;

  @ApiProperty({
    ...{ type: String, format: 'date', nullable: true },
    description: '从哪天起是现在的值；没有确定过的为空',
  })
  readonly since!: LocalDate | null;
}

export class CalendarDayAnswer {
  @ApiProperty({ type: String, format: 'date' }) readonly date!: LocalDate;
  @ApiProperty({ description: '上班，或者放假' }) readonly works!: boolean;
  @ApiProperty({ description: '依据' }) readonly notice!: string;
}

export class CalendarAnswer {
  @ApiProperty() readonly year!: number;
  @ApiProperty({ description: '节假日安排的版本' }) readonly edition!: string;

  @ApiProperty({ description: '这一年的节假日安排已经有了；没有的，按周一至周五推算' })
  readonly announced!: boolean;

  @ApiProperty({ type: [CalendarDayAnswer], description: '与周一至周五不同的日子' })
  readonly days!: readonly CalendarDayAnswer[];
}
