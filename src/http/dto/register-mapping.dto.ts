import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, ValidateNested } from 'class-validator';
import type { RegisterMapping } from '../../agencies/domain/register-mapping.events.js';
import { IsSent, ShortText } from './validators.js';

/** More than any register has. */
const ENTRIES_MAX = 1_000;

export class MappedColumnBody {
  @ShortText({ description: '文件里的列名' })
  readonly theirs!: string;

  @ShortText({ description: '这里的列名' })
  readonly ours!: string;
}

export class MappedValueBody {
  @ShortText({ description: '这里的列名' })
  readonly column!: string;

  @ShortText({ description: '文件里的用词' })
  readonly theirs!: string;

  @ShortText({ description: '这里的用词' })
  readonly ours!: string;
}

export class MapRegisterBody {
  @ApiProperty({ type: [MappedColumnBody], description: '列名对照' })
  @IsArray({ message: '应为列表' })
  @ArrayMaxSize(ENTRIES_MAX, { message: `不超过 ${String(ENTRIES_MAX)} 条` })
  @ValidateNested({ each: true })
  @Type(() => MappedColumnBody)
  readonly columns!: readonly MappedColumnBody[];

  @ApiPropertyOptional({ type: [MappedValueBody], description: '用词对照' })
  @IsSent
  @IsArray({ message: '应为列表' })
  @ArrayMaxSize(ENTRIES_MAX, { message: `不超过 ${String(ENTRIES_MAX)} 条` })
  @ValidateNested({ each: true })
  @Type(() => MappedValueBody)
  readonly values?: readonly MappedValueBody[];
}

export class RegisterMappingAnswer {
  @ApiProperty({ type: [MappedColumnBody] })
  readonly columns!: readonly MappedColumnBody[];

  @ApiProperty({ type: [MappedValueBody] })
  readonly values!: readonly MappedValueBody[];
}

/** The same as it is kept. */
export function mappingOf({ columns, values = [] }: MapRegisterBody): RegisterMapping {
  const named = [...new Set(values.map(({ column }) => column))];
  const said = named.map((name) => [name, pairs(values.filter(({ column }) => column === name))]);
  return { columns: pairs(columns), values: Object.fromEntries(said) as RegisterMapping['values'] };
}

export function mappingAnswer({ columns, values }: RegisterMapping): RegisterMappingAnswer {
  const listed = (words: Readonly<Record<string, string>>) =>
    Object.entries(words).map(([theirs, ours]) => ({ theirs, ours }));
  return {
    columns: listed(columns),
    values: Object.entries(values).flatMap(([column, words]) =>
      listed(words).map((pair) => ({ column, ...pair })),
    ),
  };
}

function pairs(entries: readonly MappedColumnBody[]): Readonly<Record<string, string>> {
  return Object.fromEntries(entries.map(({ theirs, ours }) => [theirs, ours]));
}
