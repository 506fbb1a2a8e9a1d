import { Controller, Get, Header, Inject, NotFoundException, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { isLocalDate } from '../kernel/local-date.js';
import type { WorkingCalendar } from '../kernel/working-calendar.js';
import { LEDGER } from '../ledger/tokens.js';
import { Transparency } from '../ledger/transparency/transparency.js';
import type { Ledger } from '../ledger/ledger.js';
import { WORKING_CALENDAR } from '../requests/tokens.js';
import { isAdminRole } from '../access/domain/account.events.js';
import { Allow } from './allow.js';
import { signedIn } from './signed-in.js';
import { SuiteQuery, WorkdayQuery } from './dto/query.dto.js';
import {
  InclusionProofAnswer,
  LedgerAnswer,
  PublicKeyAnswer,
  WorkdayAnswer,
} from './dto/answer.dto.js';
import { BadInput } from './problem.filter.js';
import { Reads } from './routes.js';

/** 台账本身，和工作日. */
@ApiTags('ledger 台账')
@Controller('v1')
export class LedgerController {
  constructor(
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(Transparency) private readonly transparency: Transparency,
    @Inject(WORKING_CALENDAR) private readonly calendar: WorkingCalendar,
  ) {}

  @Allow('ledger.verify')
  @Reads('ledger', '台账编号和最后一条事实的位置', LedgerAnswer)
  async state(): Promise<LedgerAnswer> {
    return { ledgerId: this.ledger.ledgerId, head: await this.ledger.head() };
  }

  @Allow('ledger.verify')
  @Get('ledger/checkpoint')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @ApiProduces('text/plain')
  @ApiOperation({ summary: '检查点：带签名的台账条数和根散列（C2SP signed note）' })
  @ApiOkResponse({ type: String })
  async checkpoint(@Query() { suite }: SuiteQuery): Promise<string> {
    return (await this.transparency.checkpoint(suite)).note;
  }

  @Allow('ledger.verify')
  @Reads('ledger/keys', '签名公钥', [PublicKeyAnswer])
  keys(): readonly PublicKeyAnswer[] {
    return this.transparency.publicKeys();
  }

  @Allow('ledger.verify')
  @Reads('ledger/events/:event/proof', '证明：这条事实（位置或编号）在台账里', InclusionProofAnswer)
  async proof(
    @Param('event') event: string,
    @Query() { suite }: SuiteQuery,
  ): Promise<InclusionProofAnswer> {
    const proof = await this.transparency.proveEvent(event, suite);
    if (proof === undefined || !isOfCaller(proof.record))
      throw new NotFoundException('台账里没有这条事实，请核对位置或编号。');
    return proof;
  }

  @Allow('calendar.read')
  @Reads('workdays/:date', '某日之后第几个工作日', WorkdayAnswer)
  workday(@Param('date') date: string, @Query() { days }: WorkdayQuery): WorkdayAnswer {
    if (!isLocalDate(date)) {
      throw new BadInput([{ path: 'date', reason: '不是日期，请写成 2021-03-05 的样子' }]);
    }
    const { on: last, provisional } = this.calendar.workingDayAfter(date, days);
    return { date, days, last, provisional, calendar: this.calendar.edition };
  }
}

/** A record of another agency is to the caller as if it were not there; 三员 see the whole ledger. */
function isOfCaller(record: string): boolean {
  const { account } = signedIn();
  if (account.roles.some(isAdminRole)) return true;
  const { data } = JSON.parse(record) as { data: { agencyId?: string } };
  return data.agencyId === account.agencyId;
}
