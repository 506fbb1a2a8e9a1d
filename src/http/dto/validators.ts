import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
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

/** Longest name, number or title. */
const SHORT_MAX = 200;
/** Longest free text. */
const LONG_MAX = 10_000;
/** Longest text of one part of the report. */
const PART_MAX = 100_000;

type Wanted = Readonly<{ description: string; optional?: boolean; example?: string | number }>;

/** What is left out need not be checked. A null is not left out: it would erase what it names. */
const isSent = ValidateIf((_body, value) => value !== undefined);

/** A property of a body: documented, and left out only where that is allowed. */
function property(wanted: Wanted, type: object, ...checks: PropertyDecorator[]): PropertyDecorator {
  const { optional = false, ...documented } = wanted;
  return optional
    ? applyDecorators(ApiPropertyOptional({ ...documented, ...type }), isSent, ...checks)
    : applyDecorators(ApiProperty({ ...documented, ...type }), ...checks);
}

/**
 * What is hashed must be what is shown: no half characters, no control characters but line ends and
 * tabs.
 */
function IsPrintable(): PropertyDecorator {
  return ValidateBy({
    name: 'isPrintable',
    validator: {
      validate: (value) =>
        typeof value === 'string' &&
        value.isWellFormed() &&
        // eslint-disable-next-line no-control-regex -- Finding them is the point.
        !/[\u0000-\u0008\u000b-\u001f\u007f]/.test(value),
      defaultMessage: () => '里有无法保存的控制字符',
    },
  });
}

/** Browsers end lines with CRLF; one line end is enough, and a lone CR is none. */
const OneLineEnd = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : value,
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
  return property(wanted, { type: String, maxLength: SHORT_MAX }, ...texts(SHORT_MAX));
}

export function LongText(wanted: Wanted): PropertyDecorator {
  return property(wanted, { type: String, maxLength: LONG_MAX }, ...texts(LONG_MAX));
}

export function PartText(wanted: Wanted): PropertyDecorator {
  return property(wanted, { type: String, maxLength: PART_MAX }, ...texts(PART_MAX));
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
