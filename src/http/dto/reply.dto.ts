import type { LocalDate } from '../../kernel/local-date.js';
import { CARRIERS, type Carrier } from '../../requests/domain/reply.rules.js';
import {
  NOT_HELD_BECAUSE,
  OUTCOMES,
  REDECISION_ORDERERS,
  SERVICE_WAYS,
  type NotHeldBecause,
  type Outcome,
  type RedecisionOrderer,
  type ServiceWay,
} from '../../requests/domain/request.events.js';
import { LegalDate, LongText, OneOf, Quantity, ShortText, SomeOf, YesOrNo } from './validators.js';

/* The reply and what comes after it. */

class ReplyContentBody {
  @OneOf(OUTCOMES, { description: '办理结果，表三的行；有几项结果的，写计数的一项' })
  readonly outcome!: Outcome;

  @LegalDate({ description: '作出答复之日' })
  readonly decidedOn!: LocalDate;

  @ShortText({ description: '答复文号（明文保存，不写申请人的信息）', optional: true })
  readonly documentNumber?: string;

  @LongText({ description: '答复的内容（加密保存）', optional: true })
  readonly content?: string;

  @LongText({ description: '答复的理由（加密保存）', optional: true })
  readonly reasons?: string;
}

export class DecideRequestBody extends ReplyContentBody {
  @SomeOf(OUTCOMES, { description: '各项结果，有几项的全部写上', optional: true })
  readonly results?: readonly Outcome[];

  @OneOf(NOT_HELD_BECAUSE, {
    description: '本机关不掌握的原因：不存在，或者不属于本机关负责',
    optional: true,
  })
  readonly notHeldBecause?: NotHeldBecause;
}

export class ServeReplyBody {
  @LegalDate({ description: '送达之日：签收，或者交邮（国办公开办函〔2016〕235号）' })
  readonly servedOn!: LocalDate;

  @OneOf(SERVICE_WAYS, { description: '送达方式' })
  readonly way!: ServiceWay;

  @OneOf(CARRIERS, { description: '由谁寄送；快递公司的不算送达', optional: true })
  readonly carrier?: Carrier;

  @ShortText({ description: '邮件号（明文保存，不写申请人的信息）', optional: true })
  readonly trackingNumber?: string;

  @LegalDate({ description: '邮寄后签收之日', optional: true })
  readonly signedOn?: LocalDate;

  @ShortText({ description: '签收人（加密保存）', optional: true })
  readonly signer?: string;
}

export class WithdrawRequestBody {
  @LegalDate({ description: '申请人书面撤回之日' })
  readonly withdrawnOn!: LocalDate;
}

export class MergeRequestBody {
  @ShortText({ description: '并入哪一个登记编号，须在办理中' })
  readonly into!: string;

  @LegalDate({ description: '并案之日' })
  readonly mergedOn!: LocalDate;
}

export class OrderRedecisionBody {
  @LegalDate({ description: '复议决定或者判决送达本机关之日' })
  readonly orderedOn!: LocalDate;

  @OneOf(REDECISION_ORDERERS, { description: '复议机关或者法院' })
  readonly by!: RedecisionOrderer;

  @ShortText({ description: '决定书或者判决的文号（明文保存，不写申请人的信息）' })
  readonly caseNumber!: string;

  @LegalDate({ description: '责令的期限届满日；没有写的按二十个工作日计', optional: true })
  readonly dueOn?: LocalDate;
}

export class MakeRedecisionBody extends ReplyContentBody {}

export class PublishInformationBody {
  @LegalDate({ description: '主动公开之日（《条例》第44条）' })
  readonly publishedOn!: LocalDate;

  @YesOrNo({ description: '由申请人建议' })
  readonly suggestedByApplicant!: boolean;

  @ShortText({ description: '网址（明文保存，不写申请人的信息）', optional: true })
  readonly url?: string;
}

export class ArchiveRequestBody {
  @LegalDate({ description: '归档之日（《条例》第45条）' })
  readonly archivedOn!: LocalDate;

  @ShortText({ description: '档号（明文保存，不写申请人的信息）' })
  readonly fileNumber!: string;

  @Quantity({ description: '页数' })
  readonly pages!: number;
}
