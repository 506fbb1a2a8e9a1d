import { Controller, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Today, WorkList } from '../requests/domain/work-list.js';
import { GetToday, GetWorkList } from '../requests/work-list.query.js';
import { Allow } from './allow.js';
import { Dispatcher } from './dispatcher.js';
import { TodayAnswer, TodayQuery, WorkListAnswer, WorkListQuery } from './dto/work-list.dto.js';
import { plain } from './plain.js';
import { AgencyId, Reads } from './routes.js';

/** 工作台账: the day's work, and all of it by pages. */
@Allow('requests.read')
@ApiTags('requests 依申请公开')
@Controller('v1/agencies/:agencyId')
export class WorkListController {
  constructor(@Inject(Dispatcher) private readonly dispatcher: Dispatcher) {}

  @Reads('work-list', '工作台账，按期限届满日分页；已办结的按办结日期', WorkListAnswer)
  list(@AgencyId() agencyId: string, @Query() query: WorkListQuery): Promise<WorkList> {
    const { today } = this.dispatcher.by();
    return this.dispatcher.ask(new GetWorkList(agencyId, today, plain(query)));
  }

  @Reads('today', '今日：到期的、新收的、等待他人的、待送达的', TodayAnswer)
  today(@AgencyId() agencyId: string, @Query() { handler }: TodayQuery): Promise<Today> {
    const { today } = this.dispatcher.by();
    return this.dispatcher.ask(new GetToday(agencyId, today, handler));
  }
}
