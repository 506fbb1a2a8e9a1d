import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** One field that is not what it should be. */
export class FieldFault {
  @ApiProperty({ description: '字段', example: 'receivedOn' })
  readonly path!: string;

  @ApiProperty({ description: '错在哪里', example: '不是日期，请写成 2021-03-05 的样子' })
  readonly reason!: string;
}

/**
 * Problem Details (RFC 9457), with a stable code, the legal basis where there is one, and Chinese
 * words.
 */
export class Problem {
  @ApiProperty({ example: 'urn:gongkai-ledger:problem:request/not-decided' })
  readonly type!: string;

  @ApiProperty({ example: 409 })
  readonly status!: number;

  @ApiProperty({ description: '固定的代码', example: 'request/not-decided' })
  readonly code!: string;

  @ApiProperty({ example: '不予受理' })
  readonly title!: string;

  @ApiProperty({ description: '给经办人看的一句话' })
  readonly detail!: string;

  @ApiPropertyOptional({ description: '依据', example: '《条例》第36条' })
  readonly basis?: string;

  @ApiPropertyOptional({ description: '填写有误的各项', type: [FieldFault] })
  readonly errors?: readonly FieldFault[];

  @ApiProperty({ description: '请求的地址' })
  readonly instance!: string;
}
