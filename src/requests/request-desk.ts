import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { JsonObject } from '../kernel/decider.js';
import type { LocalDate } from '../kernel/local-date.js';
import { CommandRefused } from '../ledger/command-refused.js';
import type { CommandMeta, Recorder } from '../ledger/decide-and-append.js';
import { openSealed } from '../ledger/open-sealed.js';
import { RECORDER } from '../ledger/tokens.js';
import { KEY_LOST, readRequest } from './applicant.js';
import { alreadyErased, restrictedAlready } from './domain/personal-data.rules.js';
import type { RequestFacts } from './domain/request.facts.js';
import type { RequestKey } from './domain/request-key.js';
import { refuseNamed } from './refuse-named.js';
import { requestStream } from './request-stream.js';
import { ViewPersonalDataCommand } from './view-personal-data.handler.js';

/** A request with what its events say of persons, for those who write to them. */
export type OpenedRequest = Readonly<{
  stream: string;
  facts: RequestFacts;
  history: readonly Readonly<{ type: string; data: JsonObject; said: JsonObject }>[];
}>;

/** The door by which other slices come to a request. */
@Injectable()
export class RequestDesk {
  constructor(
    @Inject(RECORDER) private readonly recorder: Recorder,
    @Inject(CommandBus) private readonly commands: CommandBus,
  ) {}

  /** The facts alone, which are in the clear. Throws {@link CommandRefused} when there are none. */
  async facts(key: RequestKey): Promise<RequestFacts> {
    const { facts } = await readRequest(this.recorder, requestStream(key));
    if (facts === null) throw new CommandRefused(NOT_REGISTERED);
    return facts;
  }

  /**
   * Throws {@link CommandRefused} when there is no such request, and when what it says of persons
   * was erased, is restricted, or cannot be read.
   */
  async open(key: RequestKey): Promise<OpenedRequest> {
    const stream = requestStream(key);
    const { facts, history, applicant } = await readRequest(this.recorder, stream);
    if (facts === null) throw new CommandRefused(NOT_REGISTERED);
    const { erasedOn } = facts.personalData;
    if (erasedOn !== null) throw new CommandRefused(alreadyErased(erasedOn));
    if (applicant === 'restricted') throw new CommandRefused(restrictedAlready());
    if (typeof applicant === 'string') throw new CommandRefused(KEY_LOST);
    const opened = history.map((event) => {
      const said = openSealed(this.recorder, event);
      return { type: event.type, data: event.data, said: typeof said === 'object' ? said : null };
    });
    return { stream, facts, history: opened.map((it) => ({ ...it, said: it.said ?? {} })) };
  }

  /** 查阅: puts down who looks and what for, before anything is shown. */
  async view(
    key: RequestKey,
    { by, purpose, today }: Readonly<{ by: string; purpose: string; today: LocalDate }>,
    meta: CommandMeta,
  ): Promise<void> {
    const command = { type: 'ViewPersonalData', data: { ...key, by, purpose }, today } as const;
    await this.commands.execute(new ViewPersonalDataCommand(command, meta));
  }

  /** Throws {@link CommandRefused} when a text that stays in the clear names the applicant. */
  refuseNamed(key: RequestKey, text: string): Promise<void> {
    return refuseNamed(this.recorder, requestStream(key), text);
  }
}

const NOT_REGISTERED = {
  refused: 'request/not-registered',
  basis: '台账规则：先登记，后办理',
} as const;
