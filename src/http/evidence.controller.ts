import {
  Controller,
  Get,
  Header,
  Inject,
  NotFoundException,
  Param,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import { zipSync, strToU8 } from 'fflate';
import { ReadLedgerPage } from '../annual-reports/ledger-page.query.js';
import { appealStream } from '../appeals/appeal-stream.js';
import { CLOCK, type Clock } from '../ledger/clock.js';
import { caseBundle } from '../ledger/evidence/case-bundle.js';
import { LEDGER } from '../ledger/tokens.js';
import type { Ledger, Position } from '../ledger/ledger.js';
import { Transparency } from '../ledger/transparency/transparency.js';
import { ReadModels } from '../read-models/read-models.js';
import { requestStream } from '../requests/request-stream.js';
import { EVENT_NAMES } from '../words/event-names.zh-CN.js';
import { Allow } from './allow.js';
import { Costly } from './costly.guard.js';
import { Dispatcher } from './dispatcher.js';
import { CaseOfBundlePipe, PositionPipe, type CaseOfBundle } from './evidence.pipes.js';
import { LedgerPageAnswer, VerificationAnswer } from './dto/evidence.dto.js';
import { AgencyId, Reads } from './routes.js';

/** 审计: the ledger read, verified, and taken away as evidence. */
@ApiTags('ledger 台账')
@Allow('ledger.verify')
@Controller('v1/agencies/:agencyId')
export class EvidenceController {
  constructor(
    @Inject(Dispatcher) private readonly dispatcher: Dispatcher,
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(Transparency) private readonly transparency: Transparency,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Reads('ledger', '台账浏览：某一条以后的五十条事实', LedgerPageAnswer)
  @ApiQuery({ name: 'after', required: false, description: '从第几条以后，不写为从头' })
  async page(
    @AgencyId() agencyId: string,
    @Query('after', PositionPipe) after: Position,
  ): Promise<LedgerPageAnswer> {
    const { events, next } = await this.dispatcher.ask(new ReadLedgerPage(agencyId, after));
    const named = events.map((event) => ({
      ...event,
      words: EVENT_NAMES[event.type],
      proof: `/v1/ledger/events/${event.eventId}/proof`,
    }));
    return { events: named, next };
  }

  /** Throws when the ledger is not what was signed, which the filter tells in words. */
  @Costly('verify')
  @Reads('ledger/verification', '核验：重算全部散列，与签名的检查点相符', VerificationAnswer)
  async verify(): Promise<VerificationAnswer> {
    await this.transparency.requireMarked();
    const { checkpoint, note } = await this.transparency.checkpoint('sha256-ed25519');
    const { size, root, time } = checkpoint;
    return { size, root: root.toString('hex'), time, note, verifiedAt: this.clock.now() };
  }

  @Costly('verify')
  @Get('evidence/:kind/:id')
  @Header('Content-Type', 'application/zip')
  @Header('Content-Disposition', 'attachment; filename="evidence.zip"')
  @ApiProduces('application/zip')
  @ApiOperation({ summary: '证据包：一件申请或者案件的全部事实和证明，用 openssl 就能核对' })
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async evidence(
    @AgencyId() agencyId: string,
    @Param('kind', CaseOfBundlePipe) kind: CaseOfBundle,
    @Param('id') id: string,
  ): Promise<StreamableFile> {
    const { agency, requests, appeals } = await this.models.agency(agencyId);
    const known =
      kind === 'request'
        ? requests.some(({ number }) => number === id)
        : appeals.some(({ caseNumber }) => caseNumber === id);
    if (!known) throw new NotFoundException('台账里没有这一件，请核对种类和编号。');
    const named =
      kind === 'request'
        ? { stream: requestStream({ agencyId, number: id }), subject: `登记编号 ${id}` }
        : { stream: appealStream({ agencyId, caseNumber: id }), subject: `案号 ${id}` };
    const subject = `${agency.name} ${named.subject}`;
    const { files } = await caseBundle(this.ledger, this.transparency, { ...named, subject });
    const entries = files.map(({ path, content }) => [
      path,
      typeof content === 'string' ? strToU8(content) : new Uint8Array(content),
    ]);
    return new StreamableFile(zipSync(Object.fromEntries(entries) as Record<string, Uint8Array>));
  }
}
