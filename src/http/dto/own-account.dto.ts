import { ApiProperty } from '@nestjs/swagger';
import { ShortText } from './validators.js';

export class ChangePasswordBody {
  @ShortText({ description: '现在的密码' })
  readonly before!: string;

  @ShortText({ description: '今后的密码，10 至 128 个字' })
  readonly after!: string;
}

export class CodeBody {
  @ShortText({ description: '动态口令', example: '123456' })
  readonly code!: string;
}

export class OwnSessionAnswer {
  @ApiProperty() readonly sessionId!: string;
  @ApiProperty({ description: '何时登录' }) readonly openedAt!: string;
  @ApiProperty({ description: '最近何时使用，准到半分钟' }) readonly seenAt!: string;
  @ApiProperty({ description: '浏览器' }) readonly browser!: string;
  @ApiProperty({ description: '就是这一处' }) readonly current!: boolean;
}

export class OfferAnswer {
  @ApiProperty({ description: '密钥，抄进验证器' }) readonly secret!: string;
  @ApiProperty({ description: '二维码的内容' }) readonly uri!: string;
}
