import { ERASURE_GROUNDS, type ErasureGround } from '../../requests/domain/personal-data.events.js';
import { LongText, OneOf, ShortText } from './validators.js';

/** Who acts for the office; which account sent it stands in the event besides. */
class ActedBody {
  @ShortText({ description: '办理人姓名（明文保存；是哪个账户提交的另有记录）' })
  readonly by!: string;
}

export class ProposeErasureBody extends ActedBody {
  @OneOf(ERASURE_GROUNDS, { description: '《个人信息保护法》第47条规定的情形' })
  readonly ground!: ErasureGround;

  @LongText({ description: '提前销毁的理由（明文保存，不写申请人的信息）', optional: true })
  readonly reason?: string;
}

export class ApproveErasureBody extends ActedBody {}

export class RestrictionBody extends ActedBody {
  @LongText({ description: '理由（明文保存，不写申请人的信息）' })
  readonly reason!: string;
}

export class DisclosureBody extends ActedBody {
  @LongText({ description: '用途（明文保存，不写申请人的信息）' })
  readonly purpose!: string;
}

export class PersonSearchBody extends DisclosureBody {
  @ShortText({ description: '证件号码（不保存）' })
  readonly idNumber!: string;
}
