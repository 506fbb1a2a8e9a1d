import type { LocalDate } from '../../kernel/local-date.js';
import {
  RECORD_CORRECTION_RESULTS,
  type RecordCorrectionResult,
} from '../../requests/domain/record-correction.events.js';
import { LegalDate, LongText, OneOf, ShortText } from './validators.js';

export class RegisterRecordCorrectionBody {
  @ShortText({ description: '登记编号，与公开申请用同一序列', example: '2021-G001' })
  readonly number!: string;

  @LegalDate({ description: '收到之日' })
  readonly receivedOn!: LocalDate;

  @ShortText({ description: '申请人（加密保存）' })
  readonly applicant!: string;

  @ShortText({ description: '身份证明号码（加密保存）', optional: true })
  readonly idNumber?: string;

  @ShortText({ description: '联系方式（加密保存）', optional: true })
  readonly contact?: string;

  @LongText({ description: '要求更正的记录（加密保存）' })
  readonly description!: string;

  @LongText({ description: '证明记录不准确的证据（加密保存）' })
  readonly evidence!: string;
}

export class DecideRecordCorrectionBody {
  @OneOf(RECORD_CORRECTION_RESULTS, {
    description:
      'corrected 已更正，refused 不予更正，forwarded 已转送，redirected 已告知向哪个机关提出',
  })
  readonly result!: RecordCorrectionResult;

  @LegalDate({ description: '告知申请人之日' })
  readonly decidedOn!: LocalDate;

  @ShortText({ description: '有权更正的机关，转送和告知的必填', optional: true })
  readonly organ?: string;

  @ShortText({ description: '文号', optional: true })
  readonly documentNumber?: string;

  @LongText({ description: '理由（加密保存）', optional: true })
  readonly reasons?: string;
}
