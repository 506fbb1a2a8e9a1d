import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRefused } from '../ledger/command-refused.js';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { derivedId } from '../ledger/derived-id.js';
import type { Ledger } from '../ledger/ledger.js';
import { LEDGER, RECORDER } from '../ledger/tokens.js';
import { readRequest } from './applicant.js';
import { isOpenApplication } from './domain/request-status.js';
import {
  samePerson,
  signOffDecider,
  type AnswerSignOff,
  type SeekSignOff,
  type TakeBackSignOff,
} from './domain/sign-off.decider.js';
import { refuseNotNow } from './domain/transitions.js';
import { refuseNamed } from './refuse-named.js';
import { requestStream, signOffStream } from './request-stream.js';
import { TakeStepCommand, TakeStepHandler } from './take-step.handler.js';
import { isSameAccount } from './two-persons.js';

/** What the clerk says; whether the request is open is looked up. */
type Sought = Omit<SeekSignOff, 'data'> & Readonly<{ data: Omit<SeekSignOff['data'], 'open'> }>;

/** 送签、撤回送签. */
export class SeekSignOffCommand extends Command<Decided> {
  constructor(
    readonly command: Sought | TakeBackSignOff,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(SeekSignOffCommand)
export class SeekSignOffHandler implements ICommandHandler<SeekSignOffCommand> {
  constructor(@Inject(RECORDER) private readonly recorder: Recorder) {}

  async execute({ command, meta }: SeekSignOffCommand): Promise<Decided> {
    const stream = signOffStream(command.data);
    if (command.type === 'TakeBackSignOff') {
      return decideAndAppend(this.recorder, signOffDecider, stream, command, meta);
    }
    const request = requestStream(command.data);
    await refuseNamed(this.recorder, request, command.data.reason);
    const { facts } = await readRequest(this.recorder, request);
    const open = facts !== null && isOpenApplication(facts);
    const sought = { ...command, data: { ...command.data, open } };
    return decideAndAppend(this.recorder, signOffDecider, stream, sought, meta);
  }
}

/** 批示. */
export class AnswerSignOffCommand extends Command<Decided> {
  constructor(
    readonly command: AnswerSignOff,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(AnswerSignOffCommand)
export class AnswerSignOffHandler implements ICommandHandler<AnswerSignOffCommand> {
  constructor(
    @Inject(RECORDER) private readonly recorder: Recorder,
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(TakeStepHandler) private readonly steps: TakeStepHandler,
  ) {}

  /**
   * What the head says of a reply is also the 签批 on the request's own record, so that the rule which
   * asks for it before a decision knows it. The answer goes first: cut off between the two, the same
   * answer sent again finds it and adds the rest.
   */
  async execute({ command, meta }: AnswerSignOffCommand): Promise<Decided> {
    const { data, today } = command;
    const [stream, request] = [signOffStream(data), requestStream(data)];
    await refuseNamed(this.recorder, request, data.reason);
    const { facts } = await readRequest(this.recorder, request);
    const notNow = facts === null ? null : refuseNotNow('RecordReview', facts);
    if (data.matter === 'reply' && notNow !== null) throw new CommandRefused(notNow, command.type);
    if (await isSameAccount(this.ledger, stream, 'SignOffSought', meta.actor)) {
      throw new CommandRefused(samePerson(data.by), command.type);
    }
    const decided = await decideAndAppend(this.recorder, signOffDecider, stream, command, meta);
    if (data.matter === 'extension') return decided;
    const { agencyId, number, opinion, by } = data;
    const review = {
      agencyId,
      number,
      review: 'sign-off',
      opinion,
      by,
      reviewedOn: today,
    } as const;
    const recorded = await this.steps.execute(
      new TakeStepCommand(
        { type: 'RecordReview', data: review, today },
        { ...meta, commandId: derivedId(meta.commandId, 'review') },
      ),
    );
    return { ...recorded, events: recorded.events + decided.events };
  }
}
