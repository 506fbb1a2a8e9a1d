import type { LocalDate } from '../../kernel/local-date.js';
import { REVIEWS, type Review } from '../../agencies/domain/procedure-rules.events.js';
import {
  CONSULTED_PARTIES,
  CONTACT_WAYS,
  FEE_METHODS,
  OPINIONS,
  REASONS_FOUND,
  SUPPLEMENT_GROUNDS,
  type ConsultedParty,
  type ContactWay,
  type FeeMethod,
  type Opinion,
  type ReasonsFound,
  type SupplementGround,
} from '../../requests/domain/handling.events.js';
import { REVIEW_OPINIONS, type ReviewOpinion } from '../../requests/domain/handling-labels.js';
import { LegalDate, LongText, OneOf, Quantity, ShortText, SomeOf, YesOrNo } from './validators.js';

/* The steps between receipt and reply, in the order of 《条例》. */

export class ContactAttemptBody {
  @LegalDate({ description: '联系之日' })
  readonly attemptedOn!: LocalDate;

  @OneOf(CONTACT_WAYS, { description: '联系方式' })
  readonly way!: ContactWay;

  @LongText({ description: '情况（加密保存）', optional: true })
  readonly note?: string;
}

export class ConfirmReceiptBody {
  @LegalDate({ description: '确认之日，即收到申请之日（《条例》第31条）' })
  readonly confirmedOn!: LocalDate;

  @OneOf(CONTACT_WAYS, { description: '怎样确认' })
  readonly way!: ContactWay;
}

export class RequestSupplementBody {
  @LegalDate({ description: '补正告知书送达之日' })
  readonly servedOn!: LocalDate;

  @SomeOf(SUPPLEMENT_GROUNDS, { description: '补正的事由，一次写全（《条例》第30条）' })
  readonly grounds!: readonly SupplementGround[];

  @LegalDate({ description: '补正期限届满日，由本机关定' })
  readonly respondBy!: LocalDate;

  @LongText({ description: '需要补正的事项（加密保存）' })
  readonly matters!: string;
}

export class ReceiveSupplementBody {
  @LegalDate({ description: '收到补正之日；答复期限从这一天重新计算' })
  readonly suppliedOn!: LocalDate;

  @YesOrNo({ description: '逾期而有正当理由的，写 true', optional: true })
  readonly excused?: boolean;

  @LongText({ description: '补正的内容（加密保存）' })
  readonly supplement!: string;
}

export class AssignRequestBody {
  @LegalDate({ description: '分办之日' })
  readonly assignedOn!: LocalDate;

  @ShortText({ description: '承办人（明文保存，不写申请人的信息）' })
  readonly handler!: string;

  @ShortText({ description: '承办科室（明文保存）', optional: true })
  readonly section?: string;

  @LegalDate({ description: '内部期限', optional: true })
  readonly internalDueOn?: LocalDate;
}

export class SeekOpinionBody {
  @LegalDate({ description: '征求意见书发出之日；答复期限从这一天起不计' })
  readonly sentOn!: LocalDate;

  @OneOf(CONSULTED_PARTIES, { description: '第三方、共同制作机关，或者其他机关' })
  readonly party!: ConsultedParty;

  @ShortText({ description: '向谁征求意见（加密保存）' })
  readonly consultee!: string;

  @LongText({ description: '涉及的信息（加密保存）', optional: true })
  readonly matter?: string;
}

export class OpinionReceiptBody {
  @LegalDate({ description: '对方收到征求意见书之日；十五个工作日从次日起算' })
  readonly reachedOn!: LocalDate;
}

export class OpinionBody {
  @LegalDate({ description: '收到意见之日；未答复的以期限届满日为准' })
  readonly answeredOn!: LocalDate;

  @OneOf(OPINIONS, { description: '同意、不同意，或者逾期未答复' })
  readonly opinion!: Opinion;

  @LongText({ description: '对方的理由（加密保存）', optional: true })
  readonly reasons?: string;
}

export class InformThirdPartyBody {
  @LegalDate({ description: '书面告知第三方之日' })
  readonly informedOn!: LocalDate;

  @LongText({ description: '决定公开的内容和理由（加密保存；《条例》第32条）' })
  readonly reasons!: string;
}

export class AskReasonsBody {
  @LegalDate({ description: '说明理由告知书送达之日' })
  readonly askedOn!: LocalDate;

  @Quantity({ description: '同一申请人的申请件数，明显超过合理范围的（《条例》第35条）' })
  readonly requests!: number;

  @LegalDate({ description: '说明理由的期限届满日' })
  readonly respondBy!: LocalDate;
}

export class JudgeReasonsBody {
  @LegalDate({ description: '说明理由之日；未说明的以期限届满日为准' })
  readonly judgedOn!: LocalDate;

  @OneOf(REASONS_FOUND, { description: '合理、不合理，或者未说明' })
  readonly found!: ReasonsFound;

  @LongText({ description: '申请人说明的理由（加密保存）', optional: true })
  readonly reasons?: string;
}

export class DelayReplyBody {
  @LegalDate({ description: '延迟答复告知书送达之日' })
  readonly toldOn!: LocalDate;

  @LegalDate({ description: '延迟到哪一天（《条例》第35条，合理期限）' })
  readonly delayedUntil!: LocalDate;
}

export class ExtendDeadlineBody {
  @LegalDate({ description: '延期答复告知书送达之日' })
  readonly toldOn!: LocalDate;

  @Quantity({ description: '延长几个工作日，前后合计不超过二十（《条例》第33条）' })
  readonly workingDays!: number;

  @ShortText({ description: '同意延期的工作机构负责人（明文保存，不写申请人的信息）' })
  readonly approvedBy!: string;

  @LongText({ description: '延期的理由（加密保存）' })
  readonly reason!: string;
}

export class FeeNoticeBody {
  @LegalDate({ description: '申请人收到收费通知之日（《条例》第42条）' })
  readonly servedOn!: LocalDate;

  @OneOf(FEE_METHODS, { description: '按件或者按量，只用一种' })
  readonly method!: FeeMethod;

  @Quantity({ description: '件数或者页数' })
  readonly quantity!: number;

  @Quantity({ description: '金额，元' })
  readonly amount!: number;
}

export class PaymentBody {
  @LegalDate({ description: '缴清之日' })
  readonly paidOn!: LocalDate;

  @Quantity({ description: '金额，元；应与通知的相同' })
  readonly amount!: number;

  @ShortText({ description: '票据号（明文保存，不写申请人的信息）', optional: true })
  readonly receipt?: string;
}

export class ReviewBody {
  @LegalDate({ description: '审查之日' })
  readonly reviewedOn!: LocalDate;

  @OneOf(REVIEWS, { description: '公开审查、保密审查、法制审核、签批' })
  readonly review!: Review;

  @OneOf(REVIEW_OPINIONS, { description: '同意或者不同意' })
  readonly opinion!: ReviewOpinion;

  @ShortText({ description: '审查人（明文保存，不写申请人的信息）' })
  readonly by!: string;

  @LongText({ description: '意见的说明（加密保存）', optional: true })
  readonly note?: string;
}
