import type { LocalDate } from '../../kernel/local-date.js';
import { ApiHideProperty } from '@nestjs/swagger';
import { Allow } from 'class-validator';
import { LegalDate, LongText, PartText, ShortText } from './validators.js';

const PART = '一行一段；数字写成 {{新收申请数}} 的样子，由台账填入';

export class DraftReportBody {
  @PartText({ description: `引言。${PART}`, optional: true })
  readonly preamble?: string;

  @PartText({ description: `一、总体情况。${PART}` })
  readonly overview!: string;

  @PartText({ description: '二、表前的说明，一般没有', optional: true })
  readonly publications?: string;

  @PartText({ description: '三、表前的说明，一般没有', optional: true })
  readonly requests?: string;

  @PartText({ description: '四、表前的说明，一般没有', optional: true })
  readonly appeals?: string;

  @PartText({ description: `五、存在的主要问题及改进情况。${PART}` })
  readonly problems!: string;

  @PartText({ description: `六、其他需要报告的事项。${PART}` })
  readonly otherMatters!: string;

  @LegalDate({ description: '成文日期', example: '2022-01-10' })
  readonly signedOn!: LocalDate;
}

export class FileReportBody {
  @LegalDate({ description: '报送日期', example: '2022-01-20' })
  readonly filedOn!: LocalDate;

  @LegalDate({ description: '公布日期', optional: true, example: '2022-01-25' })
  readonly publishedOn?: LocalDate;

  @ShortText({ description: '公布的网址', optional: true })
  readonly url?: string;
}

export class CloseYearBody {
  @LongText({ description: '更正版的理由，第二版起必填', optional: true })
  readonly reason?: string;
}

/** What the website says of the page of a report. */
export class WebPageQuery {
  @ShortText({ description: '索引号', optional: true })
  readonly indexNumber?: string;

  @ShortText({ description: '主题分类', optional: true })
  readonly topic?: string;

  @LegalDate({ description: '发布日期，不写为登记的公布日期', optional: true })
  readonly publishedOn?: LocalDate;

  /** Read by a pipe of its own. */
  @Allow()
  @ApiHideProperty()
  readonly asOf?: unknown;

  @Allow()
  @ApiHideProperty()
  readonly edition?: unknown;
}

export class OverrideCheckBody {
  @ShortText({ description: '校验规则', example: 'T3-08' })
  readonly check!: string;

  @ShortText({ description: '只放行涉及这个数字的，不写为全部', optional: true })
  readonly cell?: string;

  @LongText({ description: '为什么查过没有错，不写申请人的姓名' })
  readonly reason!: string;
}
