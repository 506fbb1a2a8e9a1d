import { Body, Controller, Inject, Param, ParseIntPipe } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from './allow.js';
import { Dispatcher, type Recorded } from './dispatcher.js';
import {
  AskReasonsBody,
  AssignRequestBody,
  ConfirmReceiptBody,
  ContactAttemptBody,
  DelayReplyBody,
  ExtendDeadlineBody,
  FeeNoticeBody,
  InformThirdPartyBody,
  JudgeReasonsBody,
  OpinionBody,
  OpinionReceiptBody,
  PaymentBody,
  ReceiveSupplementBody,
  RequestSupplementBody,
  ReviewBody,
  SeekOpinionBody,
} from './dto/handling.dto.js';
import { plain } from './plain.js';
import { AgencyId, Continues, IdempotencyKey } from './routes.js';
import { takeStep } from './take-step.js';

/** 办理: the steps between receipt and reply. */
@ApiTags('requests 依申请公开')
@Controller('v1/agencies/:agencyId/requests')
export class HandlingController {
  constructor(@Inject(Dispatcher) private readonly dispatcher: Dispatcher) {}

  @Allow('requests.handle')
  @Continues(':number/contact-attempts', '联系申请人未果')
  attempt(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
    @Body() body: ContactAttemptBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const { note, ...clear } = plain(body);
    const data = { agencyId, number, ...clear };
    return takeStep(this.dispatcher, key, 'LogContactAttempt', data, { note });
  }

  @Allow('requests.handle')
  @Continues(':number/confirmation', '与申请人确认收到：答复期限从这一天的次日起算')
  confirm(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
    @Body() body: ConfirmReceiptBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, number, ...plain(body) };
    return takeStep(this.dispatcher, key, 'ConfirmReceipt', data);
  }

  @Allow('requests.handle')
  @Continues(':number/supplement-notice', '一次性告知补正：收到之日起七个工作日内')
  askSupplement(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
    @Body() body: RequestSupplementBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const { matters, ...clear } = plain(body);
    const data = { agencyId, number, ...clear };
    return takeStep(this.dispatcher, key, 'RequestSupplement', data, { matters });
  }

  @Allow('requests.handle')
  @Continues(':number/supplement', '收到补正：答复期限重新计算')
  receiveSupplement(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
    @Body() body: ReceiveSupplementBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const { supplement, excused, ...clear } = plain(body);
    const late = excused ? ({ excused } as const) : {};
    const data = { agencyId, number, ...clear, ...late };
    return takeStep(this.dispatcher, key, 'ReceiveSupplement', data, { supplement });
  }

  @Allow('requests.handle')
  @Continues(':number/assignment', '分办给承办人')
  assign(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
    @Body() body: AssignRequestBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, number, ...plain(body) };
    return takeStep(this.dispatcher, key, 'AssignRequest', data);
  }

  @Allow('requests.handle')
  @Continues(':number/consultations', '征求第三方、共同制作机关或者其他机关的意见；次序从 1 数起')
  seekOpinion(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
    @Body() body: SeekOpinionBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const { consultee, matter, ...clear } = plain(body);
    const data = { agencyId, number, ...clear };
    return takeStep(this.dispatcher, key, 'SeekOpinion', data, { consultee, matter });
  }

  @Allow('requests.handle')
  @Continues(':number/consultations/:consultation/receipt', '对方收到征求意见书')
  opinionRequestReceived(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
    @Param('consultation', ParseIntPipe) consultation: number,
    @Body() body: OpinionReceiptBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, number, consultation, ...plain(body) };
    return takeStep(this.dispatcher, key, 'RecordOpinionReceipt', data);
  }

  @Allow('requests.handle')
  @Continues(':number/consultations/:consultation/opinion', '收到意见，或者期限已过没有答复')
  recordOpinion(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
    @Param('consultation', ParseIntPipe) consultation: number,
    @Body() body: OpinionBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const { reasons, ...clear } = plain(body);
    const data = { agencyId, number, consultation, ...clear };
    return takeStep(this.dispatcher, key, 'RecordOpinion', data, { reasons });
  }

  @Allow('requests.handle')
  @Continues(':number/consultations/:consultation/notice', '告知反对的第三方：因公共利益决定公开')
  informThirdParty(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
    @Param('consultation', ParseIntPipe) consultation: number,
    @Body() body: InformThirdPartyBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const { reasons, ...clear } = plain(body);
    const data = { agencyId, number, consultation, ...clear };
    return takeStep(this.dispatcher, key, 'InformThirdParty', data, { reasons });
  }

  @Allow('requests.handle')
  @Continues(':number/reasons-notice', '要求说明理由：数量、频次明显超过合理范围')
  askReasons(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
    @Body() body: AskReasonsBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, number, ...plain(body) };
    return takeStep(this.dispatcher, key, 'AskReasons', data);
  }

  @Allow('requests.handle')
  @Continues(':number/reasons', '审核申请人说明的理由')
  judgeReasons(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
    @Body() body: JudgeReasonsBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const { reasons, ...clear } = plain(body);
    const data = { agencyId, number, ...clear };
    return takeStep(this.dispatcher, key, 'JudgeReasons', data, { reasons });
  }

  @Allow('requests.handle')
  @Continues(':number/delay', '延迟答复：理由合理而不能按期答复')
  delay(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
    @Body() body: DelayReplyBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, number, ...plain(body) };
    return takeStep(this.dispatcher, key, 'DelayReply', data);
  }

  @Allow('requests.handle')
  @Continues(':number/extensions', '延长答复期限')
  extend(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
    @Body() body: ExtendDeadlineBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const { reason, ...clear } = plain(body);
    const data = { agencyId, number, ...clear };
    return takeStep(this.dispatcher, key, 'ExtendDeadline', data, { reason });
  }

  @Allow('requests.handle')
  @Continues(':number/fee-notice', '送达收费通知：期限停止，缴费后重新计算')
  serveFeeNotice(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
    @Body() body: FeeNoticeBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, number, ...plain(body) };
    return takeStep(this.dispatcher, key, 'ServeFeeNotice', data);
  }

  @Allow('requests.handle')
  @Continues(':number/payment', '缴费')
  pay(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
    @Body() body: PaymentBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const data = { agencyId, number, ...plain(body) };
    return takeStep(this.dispatcher, key, 'RecordPayment', data);
  }

  @Allow('requests.review')
  @Continues(':number/reviews', '公开审查、保密审查、法制审核、签批的意见')
  review(
    @AgencyId() agencyId: string,
    @Param('number') number: string,
    @Body() body: ReviewBody,
    @IdempotencyKey() key?: string,
  ): Promise<Recorded> {
    const { note, ...clear } = plain(body);
    const data = { agencyId, number, ...clear };
    return takeStep(this.dispatcher, key, 'RecordReview', data, { note });
  }
}
