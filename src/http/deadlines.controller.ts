import { Controller, Get, Header, Inject, NotFoundException, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ReadModels } from '../read-models/read-models.js';
import type { DeadlineBoard } from '../requests/domain/deadline-board.js';
import { GetDeadlineBoard } from '../requests/deadline-board.query.js';
import { ExplainDeadline } from '../requests/explain-deadline.query.js';
import { REMINDER_OUTLETS, type ReminderOutlets } from '../requests/reminder-outlets.js';
import { explanationWords } from '../words/explain-deadline.zh-CN.js';
import { Allow } from './allow.js';
import { Dispatcher } from './dispatcher.js';
import { DeadlineBoardAnswer, DeadlinesQuery } from './dto/deadlines.dto.js';
import { DeadlineExplanationAnswer } from './dto/explain-deadline.dto.js';
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

  @Allow('requests.read')
  @Reads(
    'deadlines',
    '期限看板：逾期未办、即将逾期、办理中、暂停计时、逾期已办',
    DeadlineBoardAnswer,
  )
  board(@AgencyId() agencyId: string, @Query() query: DeadlinesQuery): Promise<DeadlineBoard> {
    const { today } = this.dispatcher.by();
    return this.dispatcher.ask(new GetDeadlineBoard(agencyId, { today, ...plain(query) }));
  }

  @Allow('requests.read')
  @Reads(
    'requests/:number/deadline',
    '答复期限怎样算出：起算、不计入的日子、中止、延长，各附依据',
    DeadlineExplanationAnswer,
  )
  async explain(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
  ): Promise<DeadlineExplanationAnswer> {
    const explained = await this.dispatcher.ask(new ExplainDeadline(agencyId, number));
    if (explained === null) throw new NotFoundException('台账里没有这个登记编号');
    if (explained === 'not-received') {
      throw new NotFoundException('这件没有答复期限：收到尚未确认，或者是更正申请');
    }
    return { ...explained, sentences: explanationWords(explained) };
  }

  @Allow('requests.read')
  @Get('deadlines.ics')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @ApiOperation({ summary: '期限的日历，供日历软件订阅；没有申请人的信息' })
  @ApiOkResponse({ content: { 'text/calendar': { schema: { type: 'string' } } } })
  async feed(@AgencyId() agencyId: string, @Query() query: DeadlinesQuery): Promise<string> {
    const { name } = await this.models.established(agencyId);
    return this.outlets.calendar(name, await this.board(agencyId, query));
  }
}
