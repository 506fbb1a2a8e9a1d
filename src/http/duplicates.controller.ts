import { Controller, Inject, NotFoundException, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { GetDuplicates, type Repeats } from '../requests/duplicates.query.js';
import { Allow } from './allow.js';
import { Dispatcher } from './dispatcher.js';
import { RepeatsAnswer } from './dto/duplicates.dto.js';
import { AgencyId, Reads } from './routes.js';

/** 重复和大量申请. */
@ApiTags('requests 依申请公开')
@Controller('v1/agencies/:agencyId/requests/:number/duplicates')
export class DuplicatesController {
  constructor(@Inject(Dispatcher) private readonly dispatcher: Dispatcher) {}

  @Allow('requests.read')
  @Reads('', '疑似重复申请，同一申请人的件数和按件应收的信息处理费', RepeatsAnswer)
  async duplicates(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
  ): Promise<Repeats> {
    const found = await this.dispatcher.ask(new GetDuplicates(agencyId, number));
    if (found === null) throw new NotFoundException('台账里没有这个登记编号');
    return found;
  }
}
