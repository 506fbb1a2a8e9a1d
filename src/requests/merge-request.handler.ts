import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandMeta, Decided, Recorder } from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { readRequest } from './applicant.js';
import type { MergeRequest } from './domain/reply.rules.js';
import { isOpenApplication } from './domain/request-status.js';
import { requestStream } from './request-stream.js';
import { TakeStepCommand, TakeStepHandler } from './take-step.handler.js';

/** What the clerk says; whether the other request is open is looked up. */
export type Merged = Omit<MergeRequest, 'data'> &
  Readonly<{ data: Omit<MergeRequest['data'], 'leadOpen'> }>;

/** 并案. */
export class MergeRequestCommand extends Command<Decided> {
  constructor(
    readonly command: Merged,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(MergeRequestCommand)
export class MergeRequestHandler implements ICommandHandler<MergeRequestCommand> {
  constructor(
    @Inject(RECORDER) private readonly recorder: Recorder,
    @Inject(TakeStepHandler) private readonly steps: TakeStepHandler,
  ) {}

  execute({ command, meta }: MergeRequestCommand): Promise<Decided> {
    const { data } = command;
    // One merger of an agency at a time: two requests merged into each other would both be gone.
    return this.recorder.turns.take(`mergers-${data.agencyId}`, async () => {
      const lead = requestStream({ agencyId: data.agencyId, number: data.into });
      const { facts } = await readRequest(this.recorder, lead);
      const leadOpen = facts !== null && isOpenApplication(facts);
      const merged = { ...command, data: { ...data, leadOpen } };
      return this.steps.execute(new TakeStepCommand(merged, meta));
    });
  }
}
