import { randomUUID } from 'node:crypto';
import { BadRequestException, Inject, Injectable } from '@nestjs/common';
import { CommandBus, QueryBus, type Command, type Query } from '@nestjs/cqrs';
import { ApiProperty } from '@nestjs/swagger';
import type { LocalDate } from '../kernel/local-date.js';
import { CLOCK, type Clock } from '../ledger/clock.js';
import type { CommandMeta, Decided } from '../ledger/decide-and-append.js';
import { derivedId } from '../ledger/derived-id.js';
import { actorOf } from '../access/actor.js';
import { caller } from './signed-in.js';

/** A command of the core, before the edge has dated it. */
type Sendable = Readonly<{ type: string; data: object; today: LocalDate }>;

/** 已登记: where the facts stand in the ledger. */
export class Recorded {
  @ApiProperty({ description: '新增事实的件数；重复提交为 0', example: 1 })
  readonly events!: number;

  @ApiProperty({ description: '在本件流水中的序号', example: 0 })
  readonly revision!: number;

  @ApiProperty({ description: '在台账中的位置', example: '17' })
  readonly position!: string;
}

@Injectable()
export class Dispatcher {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Sends a command. With an `Idempotency-Key` the same request may be sent again after a lost
   * answer: it adds nothing and answers as the first time.
   */
  send<C extends Sendable, Answer extends Decided>(
    key: string | undefined,
    Envelope: new (command: C, meta: CommandMeta) => Command<Answer>,
    command: Omit<C, 'today'>,
  ): Promise<Answer> {
    const { today } = this.by();
    const meta = this.metaOf(key, command);
    return this.commands.execute(new Envelope({ ...command, today } as C, meta));
  }

  /** By whom, under an id that follows from the key where there is one. */
  metaOf(key: string | undefined, command: Omit<Sendable, 'today'>): CommandMeta {
    const commandId = key === undefined ? randomUUID() : commandIdOf(key, command);
    return { commandId, actor: this.by().actor };
  }

  run<Result>(command: Command<Result>): Promise<Result> {
    return this.commands.execute(command);
  }

  ask<Result>(query: Query<Result>): Promise<Result> {
    return this.queries.execute(query);
  }

  /** By whom and on which day, for commands that make their own ids. */
  by(): Readonly<{ today: LocalDate; actor: string }> {
    return { today: this.clock.today(), actor: actor() };
  }
}

/** Who did it: an account, or whoever may be here without one. */
function actor(): string {
  const known = caller();
  return known === undefined ? 'http' : actorOf(known.account.accountId);
}

/**
 * The id of a command sent under a key. What it asks for is part of it, so that a key used again
 * for something else never answers for what was not done; who asks is not, because an id stands in
 * the clear for ever.
 */
function commandIdOf(key: string, { type, data }: Omit<Sendable, 'today'>): string {
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new BadRequestException('Idempotency-Key 应为 1 至 200 个可见的 ASCII 字符');
  }
  return derivedId('http', key, type, JSON.stringify(data));
}
