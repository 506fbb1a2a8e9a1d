import { randomUUID } from 'node:crypto';
import {
  Body,
  Controller,
  HttpCode,
  Inject,
  Param,
  ParseIntPipe,
  Post,
  StreamableFile,
} from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CancelLetterCommand } from '../letters/cancel-letter.handler.js';
import type { LetterFormat } from '../letters/domain/letter.events.js';
import { IssueLetterCommand } from '../letters/issue-letter.handler.js';
import { ListLetters, type LettersOfRequest } from '../letters/letter.queries.js';
import { PreviewLetterCommand } from '../letters/preview-letter.handler.js';
import { ReprintLetterCommand } from '../letters/reprint-letter.handler.js';
import { LETTER_NAMES } from '../words/letters/letter-titles.js';
import { issueWarnings } from '../words/letters/issue-warnings.js';
import { Allow } from './allow.js';
import { Costly } from './costly.guard.js';
import { Dispatcher, Recorded } from './dispatcher.js';
import {
  CancelLetterBody,
  IssueLetterBody,
  LetterIssuedAnswer,
  LettersAnswer,
  PreviewLetterBody,
  ReprintLetterBody,
} from './dto/letter.dto.js';
import { AgencyId, Continues, IdempotencyKey, Reads } from './routes.js';

const TYPES: Readonly<Record<LetterFormat | 'html', string>> = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};
const BINARY = { schema: { type: 'string', format: 'binary' } } as const;

/** 文书. What shows an applicant is sent by POST, is put down as 查阅 first, and is never cached. */
@ApiTags('letters 文书')
@Controller('v1/agencies/:agencyId')
export class LettersController {
  constructor(@Inject(Dispatcher) private readonly dispatcher: Dispatcher) {}

  @Allow('requests.read')
  @Reads('requests/:number/letters', '一件申请已制发的文书，和现在可以制发的', LettersAnswer)
  list(@AgencyId() agencyId: string, @Param('number') number: string): Promise<LettersOfRequest> {
    return this.dispatcher.ask(new ListLetters(agencyId, number));
  }

  @Costly('print')
  @Allow('personal-data.view')
  @Post('requests/:number/letters/preview')
  @HttpCode(200)
  @ApiProduces('text/html', 'application/pdf')
  @ApiOkResponse(BINARY)
  @ApiOperation({ summary: '预览文书：没有文号；先记入查阅，再显示' })
  async preview(
    @AgencyId() agencyId: string,
    @Param('number') requestNumber: string,
    @Body() { kind, said = {}, consultation, by, format }: PreviewLetterBody,
  ): Promise<StreamableFile> {
    const { today, actor } = this.dispatcher.by();
    const viewing = { by, purpose: `预览${LETTER_NAMES[kind]}` };
    const which = consultation === undefined ? {} : { consultation };
    const wanted = { agencyId, requestNumber, kind, said, ...which, format, viewing, today };
    const meta = { commandId: randomUUID(), actor };
    const content = await this.dispatcher.run(new PreviewLetterCommand(wanted, meta));
    return download(Buffer.from(content), `preview.${format}`, format);
  }

  @Allow('letters.issue')
  @Post('requests/:number/letters')
  @HttpCode(201)
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: '重发同一请求时用同一个值' })
  @ApiOkResponse({ type: LetterIssuedAnswer })
  @ApiOperation({ summary: '制发文书：编号、打印、密封保存、记入台账' })
  async issue(
    @AgencyId() agencyId: string,
    @Param('number') requestNumber: string,
    @Body() { kind, said = {}, consultation }: IssueLetterBody,
    @IdempotencyKey() key?: string,
  ): Promise<LetterIssuedAnswer> {
    const { today } = this.dispatcher.by();
    const which = consultation === undefined ? {} : { consultation };
    const data = { agencyId, requestNumber, kind, ...which };
    const meta = this.dispatcher.metaOf(key, { type: 'IssueLetter', data });
    const wanted = { ...data, said, today };
    const issued = await this.dispatcher.run(new IssueLetterCommand(wanted, meta));
    const { letter, events, revision, position } = issued;
    const { year, serial, documentNumber } = letter;
    const warnings = issueWarnings(issued);
    return { events, revision, position, year, serial, documentNumber, warnings };
  }

  @Costly('print')
  @Allow('personal-data.view')
  @Post('letters/:year/:serial/reprint')
  @HttpCode(200)
  @ApiProduces('application/pdf', TYPES.docx)
  @ApiOkResponse(BINARY)
  @ApiOperation({ summary: '重印文书：与制发时逐字节相同；先记入查阅，再显示' })
  async reprint(
    @AgencyId() agencyId: string,
    @Param('year', ParseIntPipe) year: number,
    @Param('serial', ParseIntPipe) serial: number,
    @Body() { by, format }: ReprintLetterBody,
  ): Promise<StreamableFile> {
    const { today, actor } = this.dispatcher.by();
    const viewing = { by, purpose: `重印文书 ${String(year)}-${String(serial)}` };
    const wanted = { agencyId, year, serial, format, viewing, today };
    const meta = { commandId: randomUUID(), actor };
    const { bytes } = await this.dispatcher.run(new ReprintLetterCommand(wanted, meta));
    return download(bytes, `letter-${String(year)}-${String(serial)}.${format}`, format);
  }

  @Allow('letters.issue')
  @Continues('letters/:year/:serial/cancellation', '作废文书：文号不再使用')
  cancel(
    @AgencyId() agencyId: string,
    @Param('year', ParseIntPipe) year: number,
    @Param('serial', ParseIntPipe) serial: number,
    @Body() { reason }: CancelLetterBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, year, serial, reason };
    return this.dispatcher.send(key, CancelLetterCommand, { type: 'CancelLetter', data });
  }
}

/** A file to keep, never a page of this address. */
function download(bytes: Uint8Array, name: string, format: keyof typeof TYPES): StreamableFile {
  return new StreamableFile(bytes, {
    type: TYPES[format],
    disposition: `attachment; filename="${name}"`,
  });
}
