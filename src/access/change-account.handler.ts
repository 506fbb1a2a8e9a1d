import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { AccountDirectory } from './account-directory.js';
import { accountStream } from './account-stream.js';
import { accountOf } from './actor.js';
import { accountDecider, type AccountCommand } from './domain/account.decider.js';
import { Sessions } from './sessions.js';

/** 开通、变更、停用、启用账户. */
export class ChangeAccountCommand extends Command<Decided> {
  constructor(
    readonly command: AccountCommand,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

/** What leaves the account in other hands or with other powers: whoever is signed in signs in anew. */
const ENDS_SESSIONS: readonly AccountCommand['type'][] = [
  'ChangeRoles',
  'DisableAccount',
  'ResetPassword',
  'ChangePassword',
];

@CommandHandler(ChangeAccountCommand)
export class ChangeAccountHandler implements ICommandHandler<ChangeAccountCommand> {
  constructor(
    @Inject(RECORDER) private readonly recorder: Recorder,
    @Inject(AccountDirectory) private readonly directory: AccountDirectory,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  /** One at a time: two who each leave one of 三员 to the other would leave nobody. */
  execute({ command, meta }: ChangeAccountCommand): Promise<Decided> {
    return this.recorder.turns.take('accounts', async () => {
      const { accountId } = command.data;
      const others = (await this.directory.all()).filter((other) => other.accountId !== accountId);
      const loginName = command.type === 'OpenAccount' ? command.sealed?.loginName : undefined;
      const loginNameTaken =
        loginName !== undefined && others.some(({ names }) => names?.loginName === loginName);
      const decider = accountDecider({ others, loginNameTaken, decidedBy: accountOf(meta.actor) });
      const stream = accountStream(command.data);
      const decided = await decideAndAppend(this.recorder, decider, stream, command, meta);
      if (ENDS_SESSIONS.includes(command.type)) await this.sessions.endAll(accountId);
      return decided;
    });
  }
}
