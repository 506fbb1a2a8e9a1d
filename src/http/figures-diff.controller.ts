import { Controller, Inject, ParseIntPipe, Query } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import { isEdition, positionOf, type AsOf } from '../annual-reports/as-of.js';
import { CompareFigures, type ChangedCell } from '../annual-reports/compare-figures.query.js';
import type { CellMove } from '../annual-reports/moved-figures.js';
import { BEGINNING, type Ledger, type Position } from '../ledger/ledger.js';
import { LEDGER } from '../ledger/tokens.js';
import { ReadModels } from '../read-models/read-models.js';
import { cellWords } from '../words/cells.zh-CN.js';
import { EVENT_NAMES } from '../words/event-names.zh-CN.js';
import { Allow } from './allow.js';
import { AsOfPipe } from './as-of.pipe.js';
import { Dispatcher } from './dispatcher.js';
import { BadInput } from './problem.filter.js';
import {
  FiguresDiffAnswer,
  type CellMoveAnswer,
  type ChangedCellAnswer,
} from './dto/figures-diff.dto.js';
import { AgencyId, Reads } from './routes.js';

/** 数字比较. */
@ApiTags('annual-reports 年度报告')
@Controller('v1/agencies/:agencyId/figures-diff')
export class FiguresDiffController {
  constructor(
    @Inject(Dispatcher) private readonly dispatcher: Dispatcher,
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(LEDGER) private readonly ledger: Ledger,
  ) {}

  @Allow('reports.read')
  @Reads('', '台账两个位置之间哪些数字变了，每个变化背后是哪些事实', FiguresDiffAnswer)
  @ApiQuery({ name: 'from', required: false, description: '较早的位置，不写从头开始' })
  @ApiQuery({ name: 'to', required: false, description: '较晚的位置，不写到现在' })
  @ApiQuery({ name: 'year', required: false, type: Number, description: '只比较这一年' })
  async compare(
    @AgencyId() agencyId: string,
    @Query('from', new AsOfPipe(BEGINNING)) from: AsOf,
    @Query('to', new AsOfPipe('now')) to: AsOf,
    @Query('year', new ParseIntPipe({ optional: true })) year?: number,
  ): Promise<FiguresDiffAnswer> {
    if (year === undefined && (isEdition(from) || isEdition(to))) {
      const reason = 'closed、filed 是一年的报告封账、报送的时候，请写明年度';
      throw new BadInput([{ path: 'year', reason }]);
    }
    const place = (asOf: AsOf): Promise<Position> =>
      positionOf(this.ledger, this.models, { agencyId, year: year ?? 0 }, asOf);
    const [earlier, later] = [await place(from), await place(to)];
    const compared = new CompareFigures(agencyId, earlier, later, year ?? null);
    const cells = await this.dispatcher.ask(compared);
    return { from: earlier, to: later, cells: cells.map(wordedCell) };
  }
}

export function wordedCell({ events, ...cell }: ChangedCell): ChangedCellAnswer {
  return { ...cell, words: cellWords(cell.cell), events: events.map(wordedMove) };
}

export function wordedMove(move: CellMove): CellMoveAnswer {
  return { ...move, words: EVENT_NAMES[move.type] };
}
