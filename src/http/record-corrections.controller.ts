import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RegisterRecordCorrectionCommand } from '../requests/register-record-correction.handler.js';
import { TakeStepCommand } from '../requests/take-step.handler.js';
import { Allow } from './allow.js';
import { Dispatcher, Recorded } from './dispatcher.js';
import {
  DecideRecordCorrectionBody,
  RegisterRecordCorrectionBody,
} from './dto/record-correction.dto.js';
import { plain } from './plain.js';
import { AgencyId, Begins, Continues, IdempotencyKey } from './routes.js';

/** 更正申请 (第41条). */
@ApiTags('record-corrections 更正申请')
@Controller('v1/agencies/:agencyId/record-corrections')
export class RecordCorrectionsController {
  constructor(@Inject(Dispatcher) private readonly dispatcher: Dispatcher) {}

  @Allow('requests.handle')
  @Begins('', '登记更正申请：申请人认为与自身相关的信息记录不准确')
  register(
    @AgencyId() agencyId: string,
    @Body() body: RegisterRecordCorrectionBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const { number, receivedOn, ...sealed } = plain(body);
    const command = {
      type: 'RegisterRecordCorrection',
      data: { agencyId, number, receivedOn },
      sealed,
    } as const;
    return this.dispatcher.send(key, RegisterRecordCorrectionCommand, command);
  }

  @Allow('requests.handle')
  @Continues(':number/decision', '答复更正申请：更正、不予更正、转送，或者告知向哪个机关提出')
  decide(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
    @Body() body: DecideRecordCorrectionBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const { reasons, ...decided } = plain(body);
    const sealed = reasons === undefined ? {} : { sealed: { reasons } };
    const data = { agencyId, number, ...decided };
    const command = { type: 'DecideRecordCorrection', data, ...sealed } as const;
    return this.dispatcher.send(key, TakeStepCommand, command);
  }
}
