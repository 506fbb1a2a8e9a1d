import { Controller, Get, Header, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ReadModels } from '../read-models/read-models.js';
import type { DeadlineBoard } from '../requests/domain/deadline-board.js';
import { GetDeadlineBoard } from '../requests/deadline-board.query.js';
import { REMINDER_OUTLETS, type ReminderOutlets } from '../requests/reminder-outlets.js';
import { Dispatcher } from './dispatcher.js';
import { DeadlineBoardAnswer, DeadlinesQuery } from './dto/deadlines.dto.js';
import { plain } from './plain.js';
import { AgencyId, Reads } from './routes.js';

/** 期限. */
@ApiTags('deadlines 期限')
@Controller('v1/agencies/:agencyId')
export class DeadlinesController {
  constructor(
    @Inject(Dispatcher) private readonly dispatcher: Dispatcher,
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(REMINDER_OUTLETS) private readonly outlets: ReminderOutlets,
  ) {}

  @Reads(
    'deadlines',
    '期限看板：逾期未办、即将逾期、办理中、暂停计时、逾期已办',
    DeadlineBoardAnswer,
  )
  board(@AgencyId() agencyId: string, @Query() query: DeadlinesQuery): Promise<DeadlineBoard> {
    const { today } = this.dispatcher.by();
    return this.dispatcher.ask(new GetDeadlineBoard(agencyId, { today, ...plain(query) }));
  }

  @Get('deadlines.ics')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: '期限的日历，供日历软件订阅；没有申请人的信息' })
  @ApiOkResponse({ content: { 'text/calendar': { schema: { type: 'string' } } } })
  async feed(@AgencyId() agencyId: string, @Query() query: DeadlinesQuery): Promise<string> {
    const { name } = await this.models.established(agencyId);
    return this.outlets.calendar(name, await this.board(agencyId, query));
  }
}
