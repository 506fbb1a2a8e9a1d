import { ApiProperty } from '@nestjs/swagger';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Approvals } from '../../requests/approvals.query.js';
import { ERASURE_GROUNDS, type ErasureGround } from '../../requests/domain/personal-data.events.js';
import { OUTCOMES, type Outcome } from '../../requests/domain/request.events.js';
import {
  SIGN_OFF_MATTERS,
  type SignOff,
  type SignOffMatter,
} from '../../requests/domain/sign-off.events.js';
import { REVIEW_OPINIONS, type ReviewOpinion } from '../../requests/domain/handling-labels.js';
import { LongText, OneOf, Quantity, ShortText } from './validators.js';

const MATTER = { description: '答复，或者延长答复期限' } as const;

export class TakeBackSignOffBody {
  @OneOf(SIGN_OFF_MATTERS, MATTER)
  readonly matter!: SignOffMatter;

  @ShortText({ description: '送签人（明文保存，不写申请人的信息）' })
  readonly by!: string;
}

export class SeekSignOffBody extends TakeBackSignOffBody {
  @OneOf(OUTCOMES, { description: '送签答复的：拟作出的结果', optional: true })
  readonly outcome?: Outcome;

  @Quantity({ description: '送签延期的：拟延长几个工作日', optional: true })
  readonly workingDays?: number;

  @LongText({ description: '理由（明文保存，不写申请人的信息）' })
  readonly reason!: string;
}

export class AnswerSignOffBody {
  @OneOf(SIGN_OFF_MATTERS, MATTER)
  readonly matter!: SignOffMatter;

  @OneOf(REVIEW_OPINIONS, { description: '同意或者不同意' })
  readonly opinion!: ReviewOpinion;

  @ShortText({ description: '批示人（明文保存，不写申请人的信息）' })
  readonly by!: string;

  @LongText({ description: '意见，不同意的必须写明（明文保存，不写申请人的信息）', optional: true })
  readonly reason?: string;
}

const DATE = { type: String, format: 'date' } as const;

class SignOffAnswerAnswer {
  @ApiProperty({ enum: REVIEW_OPINIONS }) readonly opinion!: ReviewOpinion;
  @ApiProperty({ description: '批示人' }) readonly by!: string;
  @ApiProperty(DATE) readonly on!: LocalDate;
  @ApiProperty({ required: false, description: '意见' }) readonly reason?: string;
}

export class SignOffAnswer implements SignOff {
  @ApiProperty({ enum: SIGN_OFF_MATTERS }) readonly matter!: SignOffMatter;
  @ApiProperty({ enum: OUTCOMES, required: false }) readonly outcome?: Outcome;
  @ApiProperty({ type: 'integer', required: false }) readonly workingDays?: number;
  @ApiProperty({ ...DATE, description: '送签之日' }) readonly soughtOn!: LocalDate;
  @ApiProperty({ description: '送签人' }) readonly soughtBy!: string;
  @ApiProperty({ description: '理由' }) readonly reason!: string;
  @ApiProperty({ type: SignOffAnswerAnswer, nullable: true, description: '还没有批示的为空' })
  readonly answer!: SignOff['answer'];
}

class WaitingSignOffAnswer extends SignOffAnswer {
  @ApiProperty({ description: '登记编号' }) readonly number!: string;
  @ApiProperty({ ...DATE, nullable: true, description: '答复期限届满日' })
  readonly dueOn!: LocalDate | null;
}

class WaitingErasureAnswer {
  @ApiProperty({ description: '登记编号' }) readonly number!: string;
  @ApiProperty({ ...DATE, description: '提出之日' }) readonly on!: LocalDate;
  @ApiProperty({ description: '提出人' }) readonly by!: string;
  @ApiProperty({ enum: ERASURE_GROUNDS, description: '情形' }) readonly ground!: ErasureGround;
  @ApiProperty({ required: false, description: '提前销毁的理由' }) readonly reason?: string;
  @ApiProperty({ ...DATE, description: '保存期限届满日' }) readonly retainedUntil!: LocalDate;
}

/** 待批: what waits for the head. */
export class ApprovalsAnswer implements Approvals {
  @ApiProperty({ type: [WaitingSignOffAnswer], description: '待批示，期限近的在前' })
  readonly signOffs!: readonly WaitingSignOffAnswer[];
  @ApiProperty({ type: [WaitingErasureAnswer], description: '待批准的个人信息销毁' })
  readonly erasures!: readonly WaitingErasureAnswer[];
}
