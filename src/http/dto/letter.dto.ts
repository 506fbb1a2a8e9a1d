import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, Min, ValidateBy } from 'class-validator';
import { isPrintable, LONG_TEXT_MAX } from '../../kernel/text.js';
import {
  LETTER_FORMATS,
  LETTER_KINDS,
  type IssuedLetter,
  type LetterFile,
  type LetterFormat,
  type LetterKind,
} from '../../letters/domain/letter.events.js';
import { LETTER_WORDS, type Said } from '../../letters/domain/letter-facts.js';
import { PREVIEW_FORMATS, type PreviewFormat } from '../../letters/preview-letter.handler.js';
import { Recorded } from '../dispatcher.js';
import { IsSent, LongText, OneOf, ShortText } from './validators.js';

/** The words of a document: those of the list, each a text. */
function LetterWords(): PropertyDecorator {
  const isWord = ([word, text]: [string, unknown]): boolean =>
    LETTER_WORDS.some((known) => known === word) &&
    typeof text === 'string' &&
    text.length <= LONG_TEXT_MAX &&
    isPrintable(text.replaceAll('\r', ''));
  const check = ValidateBy({
    name: 'isLetterWords',
    validator: {
      validate: (said: unknown) =>
        typeof said === 'object' && said !== null && Object.entries(said).every(isWord),
      defaultMessage: () => `只能有这些项目，且都应为文字：${LETTER_WORDS.join('、')}`,
    },
  });
  const documented = { description: '台账里没有的内容，按项目', type: Object };
  return applyDecorators(ApiPropertyOptional(documented), IsSent, check);
}

export class IssueLetterBody {
  @OneOf(LETTER_KINDS, { description: '文书' })
  readonly kind!: LetterKind;

  @LetterWords()
  readonly said?: Said;

  @ApiPropertyOptional({ description: '第几次征求意见，不写为最近一次', type: 'integer' })
  @IsSent
  @IsInt({ message: '应为整数' })
  @Min(1, { message: '应从 1 起' })
  readonly consultation?: number;
}

export class PreviewLetterBody extends IssueLetterBody {
  @ShortText({ description: '查阅人姓名（明文保存）' })
  readonly by!: string;

  @OneOf(PREVIEW_FORMATS, { description: '格式' })
  readonly format!: PreviewFormat;
}

export class ReprintLetterBody {
  @ShortText({ description: '查阅人姓名（明文保存）' })
  readonly by!: string;

  @OneOf(LETTER_FORMATS, { description: '格式' })
  readonly format!: LetterFormat;
}

export class CancelLetterBody {
  @LongText({ description: '作废的理由（明文保存，不写申请人的信息）' })
  readonly reason!: string;
}

const NULLABLE = { type: String, nullable: true } as const;

export class LetterAnswer implements IssuedLetter {
  @ApiProperty() readonly agencyId!: string;
  @ApiProperty({ description: '年度' }) readonly year!: number;
  @ApiProperty({ description: '当年第几份文书' }) readonly serial!: number;
  @ApiProperty({ description: '登记编号' }) readonly requestNumber!: string;
  @ApiProperty({ description: '文书', enum: LETTER_KINDS }) readonly kind!: LetterKind;
  @ApiProperty({ description: '发文顺序号；不编号的为空', type: Number, nullable: true })
  readonly sequence!: number | null;
  @ApiProperty({ ...NULLABLE, description: '文号' }) readonly documentNumber!: string | null;
  @ApiProperty({ description: '密封保存的文件', type: Object })
  readonly files!: Readonly<Record<LetterFormat, LetterFile>>;
  @ApiProperty({ description: '文书样式的版本' }) readonly wording!: string;
  @ApiProperty({ description: '成文日期', type: String })
  readonly issuedOn!: IssuedLetter['issuedOn'];
  @ApiProperty({ ...NULLABLE, description: '作废日期' })
  readonly cancelledOn!: IssuedLetter['cancelledOn'];
  @ApiProperty({ ...NULLABLE, description: '作废理由' }) readonly cancelReason!: string | null;
}

export class LettersAnswer {
  @ApiProperty({ description: '已经制发的', type: [LetterAnswer] })
  readonly issued!: readonly LetterAnswer[];
  @ApiProperty({ description: '现在可以制发的', enum: LETTER_KINDS, isArray: true })
  readonly issuable!: readonly LetterKind[];
}

export class LetterIssuedAnswer extends Recorded {
  @ApiProperty({ description: '年度' }) readonly year!: number;
  @ApiProperty({ description: '当年第几份文书' }) readonly serial!: number;
  @ApiProperty({ ...NULLABLE, description: '文号' }) readonly documentNumber!: string | null;
  @ApiProperty({ description: '提醒', type: [String] }) readonly warnings!: readonly string[];
}
