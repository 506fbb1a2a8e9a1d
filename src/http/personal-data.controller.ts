import { randomUUID } from 'node:crypto';
import { Body, Controller, HttpCode, Inject, NotFoundException, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApproveErasureCommand } from '../requests/approve-erasure.handler.js';
import { GetErasureCertificate } from '../requests/erasure-certificate.query.js';
import { ProposeErasureCommand } from '../requests/propose-erasure.handler.js';
import { RestrictionCommand } from '../requests/restriction.handler.js';
import { SearchPersonCommand } from '../requests/search-person.handler.js';
import { ViewPersonalDataCommand } from '../requests/view-personal-data.handler.js';
import { Allow } from './allow.js';
import { Costly } from './costly.guard.js';
import { Dispatcher, Recorded } from './dispatcher.js';
import {
  ApproveErasureBody,
  DisclosureBody,
  PersonSearchBody,
  ProposeErasureBody,
  RestrictionBody,
} from './dto/personal-data.dto.js';
import {
  DisclosureAnswer,
  ErasureCertificateAnswer,
  PersonSearchAnswer,
} from './dto/personal-data.answer.dto.js';
import { plain } from './plain.js';
import { AgencyId, Continues, IdempotencyKey, Reads } from './routes.js';

/** 个人信息: shown, searched, restricted, erased. */
@ApiTags('requests 依申请公开')
@Controller('v1/agencies/:agencyId')
export class PersonalDataController {
  constructor(@Inject(Dispatcher) private readonly dispatcher: Dispatcher) {}

  // Both without an Idempotency-Key: what is shown again was shown twice.
  @Allow('personal-data.view')
  @Post('requests/:number/disclosures')
  @HttpCode(200)
  @ApiOperation({ summary: '查阅未遮盖的个人信息：先记入台账，再显示' })
  @ApiOkResponse({ type: DisclosureAnswer })
  disclose(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
    @Body() body: DisclosureBody,
  ): Promise<DisclosureAnswer> {
    const { today, actor } = this.dispatcher.by();
    const data = { agencyId, number, ...plain(body) };
    const command = { type: 'ViewPersonalData', data, today } as const;
    const meta = { commandId: randomUUID(), actor };
    return this.dispatcher.run(new ViewPersonalDataCommand(command, meta));
  }

  @Costly('search')
  @Allow('personal-data.search')
  @Post('person-searches')
  @HttpCode(200)
  @ApiOperation({ summary: '按证件号码查找申请：先记入台账，再回答' })
  @ApiOkResponse({ type: PersonSearchAnswer })
  async search(
    @AgencyId() agencyId: string,
    @Body() body: PersonSearchBody,
  ): Promise<PersonSearchAnswer> {
    const { today, actor } = this.dispatcher.by();
    const { idNumber, ...why } = plain(body);
    const command = { type: 'SearchPerson', data: { agencyId, ...why }, today, idNumber } as const;
    const meta = { commandId: randomUUID(), actor };
    return { numbers: await this.dispatcher.run(new SearchPersonCommand(command, meta)) };
  }

  @Allow('personal-data.restrict')
  @Continues('requests/:number/restriction', '封存个人信息：除保存和审计以外停止使用')
  restrict(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
    @Body() body: RestrictionBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, number, ...plain(body) };
    return this.dispatcher.send(key, RestrictionCommand, { type: 'RestrictProcessing', data });
  }

  @Allow('personal-data.restrict')
  @Continues('requests/:number/restriction/lift', '解除封存')
  lift(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
    @Body() body: RestrictionBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, number, ...plain(body) };
    return this.dispatcher.send(key, RestrictionCommand, { type: 'LiftRestriction', data });
  }

  @Allow('erasure.propose')
  @Continues('requests/:number/erasure/proposal', '提出销毁个人信息（第一人）')
  propose(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
    @Body() body: ProposeErasureBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, number, ...plain(body) };
    return this.dispatcher.send(key, ProposeErasureCommand, { type: 'ProposeErasure', data });
  }

  @Allow('erasure.approve')
  @Continues('requests/:number/erasure/approval', '批准销毁个人信息（第二人）：立即销毁密钥')
  approve(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
    @Body() body: ApproveErasureBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, number, ...plain(body) };
    return this.dispatcher.send(key, ApproveErasureCommand, { type: 'ApproveErasure', data });
  }

  @Allow('requests.read')
  @Reads('requests/:number/erasure', '销毁证明', ErasureCertificateAnswer)
  async certificate(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
  ): Promise<ErasureCertificateAnswer> {
    const found = await this.dispatcher.ask(new GetErasureCertificate(agencyId, number));
    if (found === null) throw new NotFoundException('这件申请没有销毁过个人信息');
    return found;
  }
}
