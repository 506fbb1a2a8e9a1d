import { ApiProperty } from '@nestjs/swagger';
import { ROLES, type Role } from '../../access/domain/account.events.js';
import { Recorded } from '../dispatcher.js';
import { AccountAnswer } from './session.dto.js';
import { ShortText, SomeOf } from './validators.js';

export class OpenAccountBody {
  @ShortText({ description: '机关编号' })
  readonly agencyId!: string;

  @ShortText({ description: '使用人姓名（加密保存）' })
  readonly name!: string;

  @ShortText({ description: '登录名（加密保存）', example: 'ouyang' })
  readonly loginName!: string;
}

export class ChangeRolesBody {
  @SomeOf(ROLES, { description: '今后的全部角色；三员各自专任' })
  readonly roles!: readonly Role[];
}

/** One account as 三员 see it. */
export class AccountStateAnswer extends AccountAnswer {
  @ApiProperty({ description: '已停用' }) readonly disabled!: boolean;

  @ApiProperty({ description: '已绑定动态口令' }) readonly secondFactor!: boolean;

  @ApiProperty({ description: '没有密码，或者密码由别人代设，尚未修改' })
  readonly passwordDue!: boolean;

  @ApiProperty({ description: '最近一次登录的日期', nullable: true, type: String })
  readonly lastSignInOn!: string | null;

  @ApiProperty({ description: '登录失败的次数' }) readonly failures!: number;

  @ApiProperty({ description: '越权被拒的次数' }) readonly denials!: number;
}

/** A password that is shown once and must be changed at the first log-in. */
export class PasswordGivenAnswer extends Recorded {
  @ApiProperty() readonly accountId!: string;

  @ApiProperty({ description: '代设的密码：只显示这一次，第一次登录须修改' })
  readonly password!: string;
}

export class ColleagueAnswer {
  @ApiProperty({ description: '流水里的办理人', example: 'account:…' }) readonly actor!: string;

  @ApiProperty({ nullable: true, type: String }) readonly name!: string | null;
}
