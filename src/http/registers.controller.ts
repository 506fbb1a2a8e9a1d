import { Controller, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ReadModels } from '../read-models/read-models.js';
import { Allow } from './allow.js';
import {
  CountRowAnswer,
  AppealRowAnswer,
  DocumentRowAnswer,
  OpeningRowAnswer,
  RegisterYearQuery,
} from './dto/registers.dto.js';
import { AgencyId, Reads } from './routes.js';

/** The registers beside 工作台账, as they stand now. */
@Allow('requests.read')
@ApiTags('registers 台账')
@Controller('v1/agencies/:agencyId')
export class RegistersController {
  constructor(@Inject(ReadModels) private readonly models: ReadModels) {}

  @Reads('appeals', '复议诉讼台账，受理日期新的在前', [AppealRowAnswer])
  async appeals(@AgencyId() agencyId: string): Promise<readonly AppealRowAnswer[]> {
    const { appeals } = await this.models.agency(agencyId);
    return newestFirst(appeals, ({ filedOn }) => filedOn);
  }

  @Reads('documents', '规章和行政规范性文件台账，制发日期新的在前', [DocumentRowAnswer])
  async documents(@AgencyId() agencyId: string): Promise<readonly DocumentRowAnswer[]> {
    const { documents } = await this.models.agency(agencyId);
    return newestFirst(documents, ({ issuedOn }) => issuedOn);
  }

  @Reads('counts', '一年的月度数量', [CountRowAnswer])
  async counts(
    @AgencyId() agencyId: string,
    @Query() { year }: RegisterYearQuery,
  ): Promise<readonly CountRowAnswer[]> {
    const { counts } = await this.models.agency(agencyId);
    return counts
      .flatMap(({ monthly }) => [...monthly])
      .filter(([month]) => Number(month.slice(0, 4)) === year)
      .flatMap(([month, categories]) =>
        [...categories].map(([category, quantity]) => ({ month, category, quantity })),
      )
      .sort((one, other) => (one.month < other.month ? -1 : 1));
  }

  @Reads('opening-balances', '期初现行有效件数', [OpeningRowAnswer])
  async openings(@AgencyId() agencyId: string): Promise<readonly OpeningRowAnswer[]> {
    const { counts } = await this.models.agency(agencyId);
    return counts
      .flatMap(({ opening }) => [...opening])
      .flatMap(([month, kinds]) => [...kinds].map(([kind, inForce]) => ({ month, kind, inForce })));
  }
}

function newestFirst<Row>(rows: readonly Row[], dayOf: (row: Row) => string): readonly Row[] {
  return rows.toSorted((one, other) => (dayOf(one) > dayOf(other) ? -1 : 1));
}
