import {
  BadRequestException,
  Body,
  Controller,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
} from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ImportAppealsCommand } from '../appeals/import-appeals.handler.js';
import type { ImportCommand } from '../csv/import-command.js';
import { ImportCountsCommand } from '../publications/import-counts.handler.js';
import { ImportDocumentsCommand } from '../publications/import-documents.handler.js';
import { ImportRequestsCommand } from '../requests/import-requests.handler.js';
import { listed } from '../words/row-problems.js';
import { CSV_TYPE, Takes, WORKBOOK_TYPE } from './content-type.guard.js';
import { Dispatcher } from './dispatcher.js';
import { ImportAnswer } from './dto/answer.dto.js';
import { ImportQuery } from './dto/query.dto.js';
import { OneOfPipe } from './one-of.pipe.js';
import { AgencyId } from './routes.js';

/** The registers that can be handed in as a file. */
const REGISTERS = {
  requests: ImportRequestsCommand,
  appeals: ImportAppealsCommand,
  publications: ImportDocumentsCommand,
  counts: ImportCountsCommand,
} satisfies Record<
  string,
  new (...from: ConstructorParameters<typeof ImportCommand>) => ImportCommand
>;
type Register = keyof typeof REGISTERS;

/** 导入台账. */
@ApiTags('imports 导入')
@Controller('v1/agencies/:agencyId/imports')
export class ImportsController {
  constructor(@Inject(Dispatcher) private readonly dispatcher: Dispatcher) {}

  @Post(':register')
  @HttpCode(200)
  @ApiOperation({ summary: '导入台账，CSV 或者 .xlsx；坏行逐行列出，同一文件再导不重复' })
  @Takes(CSV_TYPE, WORKBOOK_TYPE)
  @ApiOkResponse({ type: ImportAnswer })
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  async take(
    @AgencyId() agencyId: string,
    @Param('register', new OneOfPipe(Object.keys(REGISTERS))) register: Register,
    @Body() body: unknown,
    @Query() { allOrNothing, dryRun }: ImportQuery,
  ): Promise<ImportAnswer> {
    if (!(body instanceof Uint8Array)) {
      throw new BadRequestException('请提交 CSV 或者 .xlsx 文件本身');
    }
    const command = new REGISTERS[register](agencyId, body, this.dispatcher.by(), {
      allOrNothing,
      dryRun,
    });
    // The rows themselves name people; who sent them has them.
    const { problems, refusedRows: _rows, ...result } = await this.dispatcher.run(command);
    return { ...result, ...listed(problems) };
  }
}
