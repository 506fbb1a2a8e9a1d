import { ApiProperty } from '@nestjs/swagger';
import type { Affected, ChangedWords } from '../../annual-reports/affected-figures.query.js';
import type { Astray, Carried } from '../../annual-reports/carried-requests.query.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { CellMoveAnswer, ChangedCellAnswer } from './figures-diff.dto.js';

const DATE = { type: String, format: 'date' } as const;

class ChangedWordsAnswer implements ChangedWords {
  @ApiProperty({ description: '在哪一部分' }) readonly heading!: string;
  @ApiProperty({ description: '封账时的一段' }) readonly closed!: string;
  @ApiProperty({ description: '按现在的数字填出来的这一段' }) readonly now!: string;
}

/** 已公布数据受影响. */
export class AffectedAnswer implements Affected {
  @ApiProperty({ description: '封账的第几版' }) readonly edition!: number;
  @ApiProperty({ ...DATE, description: '封账之日' }) readonly closedOn!: LocalDate;
  @ApiProperty({ description: '封账时读到台账的哪个位置' }) readonly position!: string;
  @ApiProperty({
    type: [ChangedCellAnswer],
    description: '变了的数字：before 为封账的，after 为现在的',
  })
  readonly cells!: readonly ChangedCellAnswer[];
  @ApiProperty({ type: [ChangedWordsAnswer], description: '变了的文字' })
  readonly words!: readonly ChangedWordsAnswer[];
  @ApiProperty({ description: '封账以后重新起草了文字' }) readonly redrafted!: boolean;
}

class AstrayAnswer implements Astray {
  @ApiProperty({ description: '登记编号' }) readonly number!: string;
  @ApiProperty({ enum: ['carried-out', 'carried-in'], description: '只在哪一边' })
  readonly only!: Astray['only'];
  @ApiProperty({ type: [CellMoveAnswer], description: '使它只在一边的事实' })
  readonly events!: readonly CellMoveAnswer[];
}

/** 结转核对. */
export class CarriedAnswer implements Carried {
  @ApiProperty({ description: '封账的第几版' }) readonly edition!: number;
  @ApiProperty({ type: [String], description: '封账的年度结转出去的' })
  readonly carriedOut!: readonly string[];
  @ApiProperty({ type: [String], description: '下一年度结转进来的，按现在的台账' })
  readonly carriedIn!: readonly string[];
  @ApiProperty({ type: [AstrayAnswer], description: '只在一边的' })
  readonly astray!: readonly AstrayAnswer[];
}
