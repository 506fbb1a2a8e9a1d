import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRefused } from '../ledger/command-refused.js';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import type { Ledger } from '../ledger/ledger.js';
import { LEDGER, RECORDER, SEALED_FILES, VAULT } from '../ledger/tokens.js';
import type { SealedFiles } from '../ledger/vault/sealed-files.js';
import type { Vault } from '../ledger/vault/vault.js';
import { AgencyTerms } from './agency-terms.js';
import { TWO_PERSONS, type ApproveErasure } from './domain/personal-data.rules.js';
import { requestDecider } from './domain/request.decider.js';
import { removeFilesOf } from './kept-files.js';
import { requestStream } from './request-stream.js';
import { isSameAccount } from './two-persons.js';

/** 批准销毁个人信息, and destroy it. */
export class ApproveErasureCommand extends Command<Decided> {
  constructor(
    readonly command: ApproveErasure,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(ApproveErasureCommand)
export class ApproveErasureHandler implements ICommandHandler<ApproveErasureCommand> {
  constructor(
    @Inject(RECORDER) private readonly recorder: Recorder,
    @Inject(LEDGER) private readonly ledger: Ledger,
    @Inject(VAULT) private readonly vault: Vault,
    @Inject(SEALED_FILES) private readonly files: SealedFiles,
    @Inject(AgencyTerms) private readonly terms: AgencyTerms,
  ) {}

  async execute({ command, meta }: ApproveErasureCommand): Promise<Decided> {
    const decider = requestDecider(await this.terms.of(command.data.agencyId));
    const stream = requestStream(command.data);
    if (await isSameAccount(this.ledger, stream, 'ErasureProposed', meta.actor)) {
      const facts = { by: command.data.by };
      throw new CommandRefused({ refused: 'request/same-person', basis: TWO_PERSONS, facts });
    }
    const decided = await decideAndAppend(this.recorder, decider, stream, command, meta);
    // The fact first: should the deed be cut off, the next start finds the fact and does it.
    await this.vault.forget([stream]);
    await removeFilesOf(stream, this.ledger, this.files);
    return decided;
  }
}
