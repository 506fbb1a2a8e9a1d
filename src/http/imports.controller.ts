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
import {
  NO_MAPPING,
  REGISTER_KINDS,
  type RegisterKind,
  type RegisterMapping,
} from '../agencies/domain/register-mapping.events.js';
import { MapRegisterCommand } from '../agencies/map-register.handler.js';
import { ImportAppealsCommand } from '../appeals/import-appeals.handler.js';
import type { ImportCommand, RegisterHeadings } from '../csv/import-command.js';
import { ImportCountsCommand } from '../publications/import-counts.handler.js';
import { ImportDocumentsCommand } from '../publications/import-documents.handler.js';
import { ImportRequestsCommand } from '../requests/import-requests.handler.js';
import { ReadModels } from '../read-models/read-models.js';
import { listed } from '../words/row-problems.js';
import { Allow } from './allow.js';
import { Costly } from './costly.guard.js';
import { CSV_TYPE, Takes, WORKBOOK_TYPE } from './content-type.guard.js';
import { Dispatcher, Recorded } from './dispatcher.js';
import { ImportAnswer } from './dto/answer.dto.js';
import {
  MapRegisterBody,
  mappingAnswer,
  mappingOf,
  RegisterMappingAnswer,
} from './dto/register-mapping.dto.js';
import { ImportQuery } from './dto/query.dto.js';
import { OneOfPipe } from './one-of.pipe.js';
import { AgencyId, Continues, IdempotencyKey, Reads } from './routes.js';

/** The registers that can be handed in as a file. */
const REGISTERS = {
  requests: ImportRequestsCommand,
  appeals: ImportAppealsCommand,
  publications: ImportDocumentsCommand,
  counts: ImportCountsCommand,
} satisfies Record<
  RegisterKind,
  (new (...from: ConstructorParameters<typeof ImportCommand>) => ImportCommand) & {
    readonly headings: RegisterHeadings;
  }
>;

/** 导入台账. */
@Allow('imports.run')
@ApiTags('imports 导入')
@Controller('v1/agencies/:agencyId/imports')
export class ImportsController {
  constructor(
    @Inject(Dispatcher) private readonly dispatcher: Dispatcher,
    @Inject(ReadModels) private readonly models: ReadModels,
  ) {}

  @Costly('import')
  @Post(':register')
  @HttpCode(200)
  @ApiOperation({ summary: '导入台账，CSV 或者 .xlsx；坏行逐行列出，同一文件再导不重复' })
  @Takes(CSV_TYPE, WORKBOOK_TYPE)
  @ApiOkResponse({ type: ImportAnswer })
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  async take(
    @AgencyId() agencyId: string,
    @Param('register', new OneOfPipe(REGISTER_KINDS)) register: RegisterKind,
    @Body() body: unknown,
    @Query() { allOrNothing, dryRun }: ImportQuery,
  ): Promise<ImportAnswer> {
    if (!(body instanceof Uint8Array)) {
      throw new BadRequestException('请提交 CSV 或者 .xlsx 文件本身');
    }
    const { columns, values } = await this.remembered(agencyId, register);
    const names = new Map(Object.entries(columns));
    const options = { allOrNothing, dryRun, columns: names, values };
    const command = new REGISTERS[register](agencyId, body, this.dispatcher.by(), options);
    // The rows themselves name people; who sent them has them.
    const { problems, refusedRows: _rows, ...result } = await this.dispatcher.run(command);
    return { ...result, ...listed(problems) };
  }

  @Reads(':register/mapping', '记住的列名和用词对照', RegisterMappingAnswer)
  async mapping(
    @AgencyId() agencyId: string,
    @Param('register', new OneOfPipe(REGISTER_KINDS)) register: RegisterKind,
  ): Promise<RegisterMappingAnswer> {
    return mappingAnswer(await this.remembered(agencyId, register));
  }

  @Continues(':register/mapping', '确定列名和用词对照：整个换成这一份，以后的文件都照它')
  map(
    @AgencyId() agencyId: string,
    @Param('register', new OneOfPipe(REGISTER_KINDS)) register: RegisterKind,
    @Body() body: MapRegisterBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const { columns, values } = mappingOf(body);
    const { required, optional } = REGISTERS[register].headings;
    const known = [...required, ...optional];
    const unknown = [...Object.values(columns), ...Object.keys(values)].find(
      (name) => !known.includes(name),
    );
    if (unknown !== undefined) {
      throw new BadRequestException(`“${unknown}”不是这本台账的列，应为：${known.join('、')}`);
    }
    const data = { agencyId, register, columns, values };
    return this.dispatcher.send(key, MapRegisterCommand, { type: 'MapRegister', data });
  }

  private async remembered(agencyId: string, register: RegisterKind): Promise<RegisterMapping> {
    const { mappings } = await this.models.established(agencyId);
    return mappings.get(register) ?? NO_MAPPING;
  }
}
