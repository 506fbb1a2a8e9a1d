import { ApiProperty } from '@nestjs/swagger';
import type { LocalDate } from '../../kernel/local-date.js';
import { ATTACHMENT_KINDS, type AttachmentKind } from '../../requests/domain/attachment.events.js';
import { Recorded } from '../dispatcher.js';
import { LegalDate, LongText, OneOf } from './validators.js';

export class AddAttachmentQuery {
  @OneOf(ATTACHMENT_KINDS, { description: '附件种类' })
  readonly kind!: AttachmentKind;

  @LegalDate({ description: '收到附件之日；不写为今天', optional: true })
  readonly addedOn?: LocalDate;
}

export class VoidAttachmentBody {
  @LongText({ description: '作废的理由（加密保存）' })
  readonly reason!: string;
}

export class AttachedAnswer extends Recorded {
  @ApiProperty({ description: '附件的散列，以后凭它指明附件' })
  readonly hash!: string;
}
