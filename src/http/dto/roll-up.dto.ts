import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MaxLength } from 'class-validator';
import type { AgencyNode } from '../../../projections/agency-tree.js';
import { STANDINGS, type PrintedCell, type Standing } from '../../../projections/checks/check.js';
import type { AgencyLevel } from '../../agencies/domain/agency.events.js';
import { SCOPES, type Scope } from '../../annual-reports/annual-report.queries.js';
import { CHECK_IDS, type CheckId } from '../../annual-reports/domain/checks.events.js';
import type { CellChild, ChildRow } from '../../annual-reports/roll-up.queries.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { Recorded } from '../dispatcher.js';
import { IsSent, LegalDate, LongText, OneOf, ShortText } from './validators.js';

const DATE = { type: String, format: 'date', nullable: true } as const;

export class PlaceAgencyBody {
  @ShortText({ description: '上级机关的编号；不填为没有上级', optional: true })
  readonly parentId?: string;

  @LegalDate({ description: '从哪天起' })
  readonly from!: LocalDate;
}

export class AbolishAgencyBody {
  @ShortText({ description: '承接的机关的编号；没有的不填', optional: true })
  readonly successorId?: string;

  @LegalDate({ description: '撤并之日' })
  readonly abolishedOn!: LocalDate;
}

export class SubmitReportBody {
  @LegalDate({ description: '报送日期；不填为今天', optional: true })
  readonly submittedOn?: LocalDate;

  @OneOf(SCOPES, {
    description: 'own 为封账的最新一版（不填就是它），roll-up 为汇总',
    optional: true,
  })
  readonly scope?: Scope;
}

export class ReturnReportBody {
  @LongText({ description: '退回的理由' })
  readonly reason!: string;

  @LegalDate({ description: '退回日期；不填为今天', optional: true })
  readonly returnedOn?: LocalDate;
}

export class ReceivedQuery {
  @ApiPropertyOptional({ description: '下级机关的编号；不填按文件里的机关名称' })
  @IsSent
  @MaxLength(64, { message: '超过 64 个字' })
  readonly child?: string;
}

export class ReceivedAnswer extends Recorded {
  @ApiProperty({ description: '下级机关的编号' }) readonly agencyId!: string;
  @ApiProperty({ description: '报告里写的机关名称' }) readonly unit!: string;
  @ApiProperty({ description: '表格的格式版本' }) readonly form!: string;
  @ApiProperty({ description: '读到的单元格个数' }) readonly cells!: number;
}

export class AgencyNodeAnswer implements AgencyNode {
  @ApiProperty() readonly agencyId!: string;
  @ApiProperty() readonly name!: string;
  @ApiProperty({ type: Object, nullable: true, description: '撤并之日和承接的机关' })
  readonly abolished!: AgencyNode['abolished'];
  @ApiProperty({ type: () => [AgencyNodeAnswer], description: '下级机关' })
  readonly children!: readonly AgencyNodeAnswer[];
}

const FROM = ['own', 'edition', 'file', 'ledger', 'roll-up'] as const;

export class ChildAnswer implements ChildRow {
  @ApiProperty() readonly agencyId!: string;
  @ApiProperty() readonly name!: string;
  @ApiProperty() readonly shortName!: string;
  @ApiProperty({ type: String }) readonly level!: AgencyLevel;
  @ApiProperty({ enum: FROM, description: '汇总用的是哪里的数字' })
  readonly from!: ChildRow['from'];
  @ApiProperty({ enum: STANDINGS, description: '本级、已报送、已退回、未报送' })
  readonly standing!: Standing;
  @ApiProperty({ description: '报告里写的机关名称' }) readonly unit!: string;
  @ApiProperty() readonly year!: number;
  @ApiProperty({ description: '表格的格式版本' }) readonly form!: string;
  @ApiProperty({ type: Number, nullable: true, description: '报送的第几版' })
  readonly edition!: number | null;
  @ApiProperty({ type: Number, nullable: true, description: '封账的最新一版' })
  readonly newestEdition!: number | null;
  @ApiProperty({ ...DATE, description: '报送日期' }) readonly submittedOn!: LocalDate | null;
  @ApiProperty({ ...DATE, description: '公布日期' }) readonly publishedOn!: LocalDate | null;
  @ApiProperty({ type: Object, nullable: true, description: '最近一次退回的日期和理由' })
  readonly returned!: ChildRow['returned'];
  @ApiProperty({ description: '报送过几次' }) readonly times!: number;
  @ApiProperty({ description: '数字的散列' }) readonly digest!: string;
  @ApiProperty({ type: String, nullable: true, description: '来源文件的散列' })
  readonly source!: string | null;
  @ApiProperty({ description: '汇总以后有变化，或者另有新版没有报送' }) readonly stale!: boolean;
  @ApiProperty({ enum: CHECK_IDS, isArray: true, description: '报告自己的错误' })
  readonly errors!: readonly CheckId[];
}

export class CellChildAnswer implements CellChild {
  @ApiProperty() readonly agencyId!: string;
  @ApiProperty() readonly name!: string;
  @ApiProperty({ enum: FROM }) readonly from!: CellChild['from'];
  @ApiProperty({ enum: STANDINGS }) readonly standing!: Standing;
  @ApiProperty({
    oneOf: [{ type: 'number' }, { type: 'string' }],
    nullable: true,
    description: '报告里印的',
  })
  readonly printed!: PrintedCell;
  @ApiProperty({ description: '汇总计多少' }) readonly counts!: number;
}
