import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsObject, ValidateNested } from 'class-validator';
import type { LocalDate } from '../../kernel/local-date.js';
import {
  APPLICANT_KINDS,
  CHANNELS,
  OUTCOMES,
  type ApplicantKind,
  type Channel,
  type Outcome,
} from '../../requests/domain/request.events.js';
import { REQUEST_STEPS, type RequestStep } from '../../requests/domain/request-steps.js';
import { plain } from '../plain.js';
import { LegalDate, LongText, OneOf, ShortText, SomeOf, YesOrNo } from './validators.js';

/** 申请人信息: who asks for what; all of it is sealed. */
class ApplicantBody {
  @ShortText({ description: '申请人姓名或者名称（加密保存）；有代理人的写委托人' })
  readonly applicant!: string;

  @ShortText({ description: '身份证明号码（加密保存）', optional: true })
  readonly idNumber?: string;

  @ShortText({ description: '联系方式（加密保存）', optional: true })
  readonly contact?: string;

  @ShortText({ description: '通信地址（加密保存）', optional: true })
  readonly address?: string;

  @LongText({ description: '所需政府信息（加密保存）' })
  readonly description!: string;

  @ShortText({ description: '形式要求：获取信息的方式、途径（加密保存）', optional: true })
  readonly provision?: string;

  @ShortText({ description: '代理人（加密保存）', optional: true })
  readonly agent?: string;

  @LongText({ description: '其他联合申请人，一行一个（加密保存）', optional: true })
  readonly coApplicants?: string;

  @LongText({ description: '备注（加密保存）', optional: true })
  readonly remarks?: string;
}

class EntryBody extends ApplicantBody {
  @ShortText({ description: '登记编号', example: '2021-0042' })
  readonly number!: string;

  @OneOf(CHANNELS, { description: '渠道' })
  readonly channel!: Channel;

  @OneOf(APPLICANT_KINDS, { description: '申请人类别，表三的列；联合申请的写统计用的一类' })
  readonly applicantKind!: ApplicantKind;

  @SomeOf(APPLICANT_KINDS, { description: '其他联合申请人的类别', optional: true })
  readonly coApplicantKinds?: readonly ApplicantKind[];

  @YesOrNo({ description: '类别不一的联合申请，已经选定按哪一类统计', optional: true })
  readonly kindStated?: boolean;

  @YesOrNo({ description: '有代理人的：有没有委托书', optional: true })
  readonly mandate?: boolean;
}

export class RegisterRequestBody extends EntryBody {
  @LegalDate({ description: '收到申请之日（《条例》第31条）', example: '2021-03-05' })
  readonly receivedOn!: LocalDate;
}

export class LogArrivalBody extends EntryBody {
  @LegalDate({ description: '到达之日；收到之日以与申请人确认之日为准', example: '2021-03-05' })
  readonly arrivedOn!: LocalDate;
}

/** The clear and the sealed part of an entry. */
export function entryOf<Body extends EntryBody>(body: Body, agencyId: string) {
  const { applicant, idNumber, contact, address, description, provision, ...rest } = plain(body);
  const { agent, coApplicants, remarks, mandate, ...clear } = rest;
  const acted = agent === undefined && mandate === undefined;
  return {
    data: { ...clear, agencyId, ...(acted ? {} : { agent: { mandate: mandate === true } }) },
    sealed: plain({
      ...{ applicant, idNumber, contact, address, description, provision },
      ...{ agent, coApplicants, remarks },
    }),
  };
}

class PartBody {
  @ShortText({ description: '拆分出来的登记编号' })
  readonly number!: string;

  @LongText({ description: '这一件所需的政府信息（加密保存）' })
  readonly description!: string;
}

/** As many as one application can hold. */
const PARTS_MAX = 50;

export class SplitRequestBody {
  @ApiProperty({ description: '拆分出来的各件；原件保留编号，办理余下的内容', type: [PartBody] })
  @IsArray({ message: '应为列表' })
  @ArrayMaxSize(PARTS_MAX, { message: `一次最多拆分 ${String(PARTS_MAX)} 件` })
  @ValidateNested({ each: true })
  @Type(() => PartBody)
  readonly parts!: readonly PartBody[];
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

  @ShortText({ description: '通信地址（加密保存）', optional: true })
  readonly address?: string;

  @ShortText({ description: '代理人（加密保存）', optional: true })
  readonly agent?: string;

  @LongText({ description: '其他联合申请人（加密保存）', optional: true })
  readonly coApplicants?: string;

  @ShortText({ description: '形式要求（加密保存）', optional: true })
  readonly provision?: string;
}

export class VoidEntryBody {
  @OneOf(REQUEST_STEPS, {
    description:
      '作废哪一步：registration 整件申请，decision 答复和送达，service 送达，withdrawal 撤回；' +
      '其余各步作废最近的一次，连同随它而来的',
  })
  readonly step!: RequestStep;

  @LongText({ description: '作废理由（加密保存）' })
  readonly reason!: string;
}
