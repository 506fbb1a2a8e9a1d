import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  ValidateIf,
} from 'class-validator';
import { isLocalDate, isYearMonth } from '../../kernel/local-date.js';
import {
  isPrintable,
  LONG_TEXT_MAX,
  oneLineEnd,
  PART_TEXT_MAX,
  SHORT_TEXT_MAX,
} from '../../kernel/text.js';

type Wanted = Readonly<{ description: string; optional?: boolean; example?: string | number }>;

/** What is left out need not be checked. A null is not left out: it would erase what it names. */
export const IsSent: PropertyDecorator = ValidateIf((_body, value) => value !== undefined);

/** A property of a body: documented, and left out only where that is allowed. */
function property(wanted: Wanted, type: object, ...checks: PropertyDecorator[]): PropertyDecorator {
  const { optional = false, ...documented } = wanted;
  return optional
    ? applyDecorators(ApiPropertyOptional({ ...documented, ...type }), IsSent, ...checks)
    : applyDecorators(ApiProperty({ ...documented, ...type }), ...checks);
}

/** Half characters and control characters are refused. */
function IsPrintable(): PropertyDecorator {
  return ValidateBy({
    name: 'isPrintable',
    validator: {
      validate: (value) => typeof value === 'string' && isPrintable(value),
      defaultMessage: () => '里有无法保存的控制字符',
    },
  });
}

const OneLineEnd = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? oneLineEnd(value) : value,
);

function texts(max: number): PropertyDecorator[] {
  return [
    OneLineEnd,
    IsString({ message: '应为文字' }),
    MaxLength(max, { message: `超过 ${String(max)} 个字` }),
    IsPrintable(),
  ];
}

export function ShortText(wanted: Wanted): PropertyDecorator {
  return property(wanted, { type: String, maxLength: SHORT_TEXT_MAX }, ...texts(SHORT_TEXT_MAX));
}

export function LongText(wanted: Wanted): PropertyDecorator {
  return property(wanted, { type: String, maxLength: LONG_TEXT_MAX }, ...texts(LONG_TEXT_MAX));
}

export function PartText(wanted: Wanted): PropertyDecorator {
  return property(wanted, { type: String, maxLength: PART_TEXT_MAX }, ...texts(PART_TEXT_MAX));
}

export function LegalDate(wanted: Wanted): PropertyDecorator {
  const check = ValidateBy({
    name: 'isLocalDate',
    validator: {
      validate: isLocalDate,
      defaultMessage: () => '不是日期，请写成 2021-03-05 的样子',
    },
  });
  return property(wanted, { type: String, format: 'date' }, check);
}

export function LegalDates(wanted: Wanted): PropertyDecorator {
  const check = ValidateBy({
    name: 'areLocalDates',
    validator: {
      validate: (value) => Array.isArray(value) && value.every(isLocalDate),
      defaultMessage: () => '不都是日期，请写成 ["2021-03-05"] 的样子',
    },
  });
  return property(wanted, { type: [String] }, check);
}

export function LegalMonth(wanted: Wanted): PropertyDecorator {
  const check = ValidateBy({
    name: 'isYearMonth',
    validator: {
      validate: isYearMonth,
      defaultMessage: () => '不是月份，请写成 2021-03 的样子',
    },
  });
  return property(wanted, { type: String, pattern: '^\\d{4}-\\d{2}$' }, check);
}

export function OneOf(choices: readonly string[], wanted: Wanted): PropertyDecorator {
  const check = IsIn([...choices], { message: `应为其中之一：${choices.join('、')}` });
  return property(wanted, { enum: choices }, check);
}

export function SomeOf(choices: readonly string[], wanted: Wanted): PropertyDecorator {
  const message = `应为列表，每一项是其中之一：${choices.join('、')}`;
  return property(
    wanted,
    { enum: choices, isArray: true },
    IsArray({ message }),
    ArrayMaxSize(choices.length, { message: '写得太多' }),
    IsIn([...choices], { message, each: true }),
  );
}

export function YesOrNo(wanted: Wanted): PropertyDecorator {
  return property(wanted, { type: Boolean }, IsBoolean({ message: '应为 true 或者 false' }));
}

export function Quantity(wanted: Wanted): PropertyDecorator {
  const message = '应为不小于零的整数';
  return property(
    wanted,
    { type: 'integer', minimum: 0 },
    IsInt({ message }),
    Min(0, { message }),
    Max(Number.MAX_SAFE_INTEGER, { message }),
  );
}
