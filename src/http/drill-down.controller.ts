import { Controller, Inject, NotFoundException, Param, ParseIntPipe, Query } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import { ListCellCases } from '../annual-reports/annual-report.queries.js';
import type { AsOf } from '../annual-reports/as-of.js';
import { ListCaseEvents } from '../annual-reports/case-events.query.js';
import { categoryOf, cellNamed } from '../annual-reports/cell-cases.js';
import { EVENT_NAMES } from '../words/event-names.zh-CN.js';
import { Allow } from './allow.js';
import { ReportTimePipe } from './as-of.pipe.js';
import { Dispatcher } from './dispatcher.js';
import { CaseEventAnswer, CaseEventsQuery, CellCaseAnswer } from './dto/drill-down.dto.js';
import { plain } from './plain.js';
import { AgencyId, Reads } from './routes.js';

/** 下钻: from a printed number to its cases, their events, and the proof of each. */
@ApiTags('annual-reports 年度报告')
@Controller('v1/agencies/:agencyId')
export class DrillDownController {
  constructor(@Inject(Dispatcher) private readonly dispatcher: Dispatcher) {}

  @Allow('requests.read')
  @Reads('reports/:year/cells/:cell', '下钻：一个数字背后的案件，各有事实的链接', [CellCaseAnswer])
  @ApiQuery({ name: 'asOf', required: false, description: '按第几条为止的台账' })
  @ApiQuery({ name: 'edition', required: false, description: '封账的第几版' })
  async cases(
    @AgencyId() agencyId: string,
    @Param('year', ParseIntPipe) year: number,
    @Param('cell') name: string,
    @Query(ReportTimePipe) asOf: AsOf,
  ): Promise<readonly CellCaseAnswer[]> {
    const cell = cellNamed(name, year);
    const { cases } = await this.dispatcher.ask(new ListCellCases(agencyId, year, cell, asOf));
    const category = categoryOf(cell, year);
    return cases.map((found) => {
      const { kind, id } = found;
      const months = kind === 'monthly-count' || kind === 'opening-balance';
      const query = new URLSearchParams({
        kind,
        id,
        ...(months && category !== null ? { category } : {}),
      });
      return { ...found, events: `/v1/agencies/${agencyId}/events?${query.toString()}` };
    });
  }

  @Allow('requests.read')
  @Reads('events', '一件的全部事实，各有证明的链接', [CaseEventAnswer])
  async events(
    @AgencyId() agencyId: string,
    @Query() query: CaseEventsQuery,
  ): Promise<readonly CaseEventAnswer[]> {
    const events = await this.dispatcher.ask(new ListCaseEvents({ agencyId, ...plain(query) }));
    if (events.length === 0) throw new NotFoundException('台账里没有这一件，请核对种类和编号。');
    return events.map((event) => ({
      ...event,
      words: EVENT_NAMES[event.type],
      proof: `/v1/ledger/events/${event.eventId}/proof`,
    }));
  }
}
