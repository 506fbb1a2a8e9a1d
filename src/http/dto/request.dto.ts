import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, ValidateNested } from 'class-validator';
import type { LocalDate } from '../../kernel/local-date.js';
import {
  APPLICANT_KINDS,
  CHANNELS,
  OUTCOMES,
  SERVICE_WAYS,
  type ApplicantKind,
  type Channel,
  type Outcome,
  type ServiceWay,
} from '../../requests/domain/request.events.js';
import { REQUEST_STEPS, type RequestStep } from '../../requests/domain/request-steps.js';
import { LegalDate, LongText, OneOf, ShortText } from './validators.js';

export class RegisterRequestBody {
  @ShortText({ description: '登记编号', example: '2021-0042' })
  readonly number!: string;

  @LegalDate({ description: '收到申请之日（《条例》第31条）', example: '2021-03-05' })
  readonly receivedOn!: LocalDate;

  @OneOf(CHANNELS, { description: '渠道' })
  readonly channel!: Channel;

  @OneOf(APPLICANT_KINDS, { description: '申请人类别，表三的列' })
  readonly applicantKind!: ApplicantKind;

  @ShortText({ description: '申请人姓名或者名称（加密保存）' })
  readonly applicant!: string;

  @ShortText({ description: '身份证明号码（加密保存）', optional: true })
  readonly idNumber?: string;

  @ShortText({ description: '联系方式（加密保存）', optional: true })
  readonly contact?: string;

  @LongText({ description: '所需政府信息（加密保存）' })
  readonly description!: string;

  @LongText({ description: '备注（加密保存）', optional: true })
  readonly remarks?: string;
}

export class DecideRequestBody {
  @OneOf(OUTCOMES, { description: '办理结果，表三的行' })
  readonly outcome!: Outcome;

  @LegalDate({ description: '作出答复之日' })
  readonly decidedOn!: LocalDate;

  @ShortText({ description: '答复文号', optional: true })
  readonly documentNumber?: string;
}

export class ServeReplyBody {
  @LegalDate({ description: '送达之日：签收，或者交邮（国办公开办函〔2016〕235号）' })
  readonly servedOn!: LocalDate;

  @OneOf(SERVICE_WAYS, { description: '送达方式' })
  readonly way!: ServiceWay;
}

export class WithdrawRequestBody {
  @LegalDate({ description: '申请人书面撤回之日' })
  readonly withdrawnOn!: LocalDate;
}

class CorrectedFields {
  @LegalDate({ description: '收到申请之日', optional: true })
  readonly receivedOn?: LocalDate;

  @OneOf(APPLICANT_KINDS, { description: '申请人类别', optional: true })
  readonly applicantKind?: ApplicantKind;

  @OneOf(CHANNELS, { description: '渠道', optional: true })
  readonly channel?: Channel;

  @OneOf(OUTCOMES, { description: '办理结果', optional: true })
  readonly outcome?: Outcome;

  @LegalDate({ description: '作出答复之日', optional: true })
  readonly decidedOn?: LocalDate;

  @LegalDate({ description: '送达之日', optional: true })
  readonly servedOn?: LocalDate;

  @LegalDate({ description: '撤回之日', optional: true })
  readonly withdrawnOn?: LocalDate;
}

export class CorrectEntryBody {
  @ApiProperty({ description: '只写错了的项目', type: CorrectedFields })
  @IsObject({ message: '应为对象' })
  @ValidateNested()
  @Type(() => CorrectedFields)
  readonly corrected!: CorrectedFields;

  @LongText({ description: '更正理由（加密保存）' })
  readonly reason!: string;

  @ShortText({ description: '申请人（加密保存）', optional: true })
  readonly applicant?: string;

  @ShortText({ description: '身份证明号码（加密保存）', optional: true })
  readonly idNumber?: string;

  @ShortText({ description: '联系方式（加密保存）', optional: true })
  readonly contact?: string;

  @LongText({ description: '所需政府信息（加密保存）', optional: true })
  readonly description?: string;

  @LongText({ description: '备注（加密保存）', optional: true })
  readonly remarks?: string;
}

export class VoidEntryBody {
  @OneOf(REQUEST_STEPS, {
    description:
      '作废哪一步：registration 整件申请，decision 答复和送达，service 送达，withdrawal 撤回',
  })
  readonly step!: RequestStep;

  @LongText({ description: '作废理由（加密保存）' })
  readonly reason!: string;
}
