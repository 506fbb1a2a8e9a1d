import { randomUUID } from 'node:crypto';
import {
  BadRequestException,
  Body,
  Controller,
  Header,
  Headers,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { AddAttachmentCommand } from '../requests/add-attachment.handler.js';
import { ViewAttachmentCommand } from '../requests/view-attachment.handler.js';
import { VoidAttachmentCommand } from '../requests/void-attachment.handler.js';
import { Allow } from './allow.js';
import { BYTES_TYPE, Takes } from './content-type.guard.js';
import { Dispatcher, Recorded } from './dispatcher.js';
import { AddAttachmentQuery, AttachedAnswer, VoidAttachmentBody } from './dto/attachment.dto.js';
import { DisclosureBody } from './dto/personal-data.dto.js';
import { plain } from './plain.js';
import { AgencyId, Begins, Continues, IdempotencyKey } from './routes.js';

const BINARY = { schema: { type: 'string', format: 'binary' } } as const;

/** 附件: taken in as bytes, given out as files to keep, never as pages of this address. */
@ApiTags('requests 依申请公开')
@Controller('v1/agencies/:agencyId/requests/:number/attachments')
export class AttachmentsController {
  constructor(@Inject(Dispatcher) private readonly dispatcher: Dispatcher) {}

  @Allow('requests.handle')
  @Begins('', '收存附件：加密保存，按内容认定格式', AttachedAnswer)
  @Takes(BYTES_TYPE)
  @ApiBody(BINARY)
  @ApiHeader({ name: 'File-Name', required: false, description: '文件名，UTF-8 的百分号编码' })
  async add(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
    @Query() query: AddAttachmentQuery,
    @Body() body: unknown,
    @Headers('file-name') fileName = '',
    @IdempotencyKey() key?: string,
  ): Promise<AttachedAnswer> {
    const { today } = this.dispatcher.by();
    const data = { agencyId, number, ...plain(query) };
    const meta = this.dispatcher.metaOf(key, { type: 'AddAttachment', data });
    // Without a body nothing was read.
    const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
    const handedIn = { addedOn: today, ...data, name: decoded(fileName), bytes, today };
    return this.dispatcher.run(new AddAttachmentCommand(handedIn, meta));
  }

  @Allow('personal-data.view')
  @Post(':hash/views')
  @HttpCode(200)
  @Header('Content-Security-Policy', "sandbox; default-src 'none'")
  @ApiOkResponse({ content: { [BYTES_TYPE]: BINARY } })
  @ApiOperation({ summary: '取出附件：先记入台账，再给出' })
  async view(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
    @Param('hash') attachment: string,
    @Body() body: DisclosureBody,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { today, actor } = this.dispatcher.by();
    const data = { agencyId, number, attachment, ...plain(body) };
    const command = { type: 'ViewPersonalData', data, today } as const;
    // Without an Idempotency-Key: what is given out again was given out twice.
    const meta = { commandId: randomUUID(), actor };
    const shown = await this.dispatcher.run(new ViewAttachmentCommand(command, meta));
    // RFC 6266, with the name in UTF-8 as RFC 8187 writes it.
    response.attachment(shown.name).setHeader('Content-Type', shown.mediaType);
    return new StreamableFile(shown.bytes, { length: shown.bytes.length });
  }

  @Allow('requests.handle')
  @Continues(':hash/voids', '作废附件：不再给出，原登记保留')
  void(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
    @Param('hash') hash: string,
    @Body() { reason }: VoidAttachmentBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, number, hash };
    const command = { type: 'VoidAttachment', data, sealed: { reason } } as const;
    return this.dispatcher.send(key, VoidAttachmentCommand, command);
  }
}

function decoded(fileName: string): string {
  try {
    return decodeURIComponent(fileName);
  } catch {
    throw new BadRequestException('File-Name 应为文件名的百分号编码（UTF-8）');
  }
}
