import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRefused } from '../ledger/command-refused.js';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import {
  KEY_LOST,
  ON_ERASURE_LIST,
  readRequest,
  stepTextsOf,
  type StepTexts,
} from './applicant.js';
import { AgencyTerms } from './agency-terms.js';
import type { ViewPersonalData } from './domain/personal-data.rules.js';
import { requestDecider } from './domain/request.decider.js';
import type { ApplicantDetails } from './domain/request.events.js';
import { refuseNamed } from './refuse-named.js';
import { requestStream } from './request-stream.js';

/** The particulars as they are, and where the ledger says that they were shown. */
export type Disclosure = Decided &
  Readonly<{ applicant: Partial<ApplicantDetails>; steps: readonly StepTexts[] }>;

/** 查阅未遮盖的个人信息. */
export class ViewPersonalDataCommand extends Command<Disclosure> {
  constructor(
    readonly command: ViewPersonalData,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(ViewPersonalDataCommand)
export class ViewPersonalDataHandler implements ICommandHandler<ViewPersonalDataCommand> {
  constructor(
    @Inject(RECORDER) private readonly recorder: Recorder,
    @Inject(AgencyTerms) private readonly terms: AgencyTerms,
  ) {}

  async execute({ command, meta }: ViewPersonalDataCommand): Promise<Disclosure> {
    const stream = requestStream(command.data);
    await refuseNamed(this.recorder, stream, command.data.purpose);
    const request = await readRequest(this.recorder, stream);
    const { facts, applicant } = request;
    if (facts !== null && applicant === 'lost') {
      // Nothing would be shown, so nothing is put down.
      throw new CommandRefused(KEY_LOST);
    }
    if (facts?.personalData.erasedOn === null && applicant === 'erased') {
      throw new CommandRefused(ON_ERASURE_LIST);
    }
    const decider = requestDecider(await this.terms.of(command.data.agencyId));
    // Nobody has seen anything yet: what cannot be put down is not shown.
    const decided = await decideAndAppend(this.recorder, decider, stream, command, meta);
    const steps = stepTextsOf(this.recorder, request);
    return { ...decided, applicant: typeof applicant === 'string' ? {} : applicant, steps };
  }
}
