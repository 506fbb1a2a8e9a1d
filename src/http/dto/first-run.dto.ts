import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsObject, ValidateIf, ValidateNested } from 'class-validator';
import { ROLES, type Role } from '../../access/domain/account.events.js';
import { EstablishAgencyBody } from './agency.dto.js';
import { ShortText, SomeOf } from './validators.js';

export class FirstAgency extends EstablishAgencyBody {}

export class FirstAccountBody {
  @ShortText({ description: '使用人姓名（加密保存）' })
  readonly name!: string;

  @ShortText({ description: '登录名（加密保存）', example: 'ouyang' })
  readonly loginName!: string;

  @ShortText({ description: '密码' })
  readonly password!: string;

  @SomeOf(ROLES, { description: '角色；三员各自专任' })
  readonly roles!: readonly Role[];
}

/** 三员 and twenty colleagues; the others are opened by 三员. */
const ACCOUNTS_MAX = 23;

export class FirstRunBody {
  @ShortText({ description: '启用口令：启动程序的窗口里显示的' })
  readonly secret!: string;

  @ApiPropertyOptional({ type: FirstAgency, description: '台账里已有一个机关的不必写' })
  @ValidateIf((_body, value) => value !== undefined)
  @IsObject({ message: '应为机关' })
  @ValidateNested()
  @Type(() => FirstAgency)
  readonly agency?: FirstAgency;

  @ApiProperty({ type: [FirstAccountBody] })
  @IsArray({ message: '应为账户的列表' })
  @ArrayMaxSize(ACCOUNTS_MAX, { message: '写得太多' })
  @IsObject({ each: true, message: '应为账户' })
  @ValidateNested({ each: true })
  @Type(() => FirstAccountBody)
  readonly accounts!: readonly FirstAccountBody[];
}

export class FirstRunAnswer {
  @ApiProperty({ description: '等待首次启用' }) readonly open!: boolean;
}
