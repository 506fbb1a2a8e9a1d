import { ApiProperty } from '@nestjs/swagger';
import { ROLES, type Role } from '../../access/domain/account.events.js';
import { PERMISSIONS, type Permission } from '../../access/permissions.js';
import { ShortText } from './validators.js';

export class SignInBody {
  @ShortText({ description: '登录名', example: 'ouyang' })
  readonly loginName!: string;

  @ShortText({ description: '密码' })
  readonly password!: string;

  @ShortText({ description: '动态口令，绑定了的才要', optional: true, example: '123456' })
  readonly code?: string;
}

export class AccountAnswer {
  @ApiProperty() readonly accountId!: string;

  @ApiProperty({ description: '姓名；已经销毁或者打不开的为空', nullable: true, type: String })
  readonly name!: string | null;

  @ApiProperty({ description: '登录名；同上', nullable: true, type: String })
  readonly loginName!: string | null;

  @ApiProperty() readonly agencyId!: string;

  @ApiProperty({ description: '机关名称' }) readonly agencyName!: string;

  @ApiProperty({ enum: ROLES, isArray: true }) readonly roles!: readonly Role[];
}

/** 登录以后: who one is and what one may do. */
export class SessionAnswer {
  @ApiProperty({ type: AccountAnswer }) readonly account!: AccountAnswer;

  @ApiProperty({ enum: Object.keys(PERMISSIONS), isArray: true })
  readonly permissions!: readonly Permission[];
}
