import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { yearOf } from '../kernel/local-date.js';
import { decideAndAppend, type CommandMeta, type Recorder } from '../ledger/decide-and-append.js';
import { RECORDER, VAULT } from '../ledger/tokens.js';
import type { Vault } from '../ledger/vault/vault.js';
import { readRequest } from './applicant.js';
import { agrees } from './domain/person-marks.js';
import { personSearchDecider, type SearchPerson } from './domain/person-search.decider.js';
import { requestStream } from './request-stream.js';

/** What the person at the desk says; `found` is for the ledger to say. */
type Asked = Omit<SearchPerson, 'data'> &
  Readonly<{ data: Omit<SearchPerson['data'], 'found'>; idNumber: string }>;

/** 按证件号码查找: the 登记编号 of the requests a person made, ascending. */
export class SearchPersonCommand extends Command<readonly string[]> {
  constructor(
    readonly command: Asked,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(SearchPersonCommand)
export class SearchPersonHandler implements ICommandHandler<SearchPersonCommand> {
  constructor(
    @Inject(RECORDER) private readonly recorder: Recorder,
    @Inject(VAULT) private readonly vault: Vault,
  ) {}

  async execute({ command, meta }: SearchPersonCommand): Promise<readonly string[]> {
    const { idNumber, type, today } = command;
    const numbers = await this.requestsOf(command.data.agencyId, idNumber);
    const data = { ...command.data, found: numbers.length };
    const stream = `searches-${data.agencyId}-${String(yearOf(today))}`;
    const asked = { type, today, data };
    // Before the answer: a search that cannot be put down has no answer.
    await decideAndAppend(this.recorder, personSearchDecider, stream, asked, meta);
    return numbers;
  }

  /** The index says where to look; what is sealed there decides. */
  private async requestsOf(agencyId: string, idNumber: string): Promise<readonly string[]> {
    const numbers: string[] = [];
    for (const stream of this.vault.streamsNaming('idNumber', idNumber)) {
      const { facts, applicant } = await readRequest(this.recorder, stream);
      if (facts?.agencyId !== agencyId || stream !== requestStream(facts)) continue;
      if (typeof applicant === 'string') continue;
      if (agrees('idNumber', applicant, { idNumber })) numbers.push(facts.number);
    }
    return numbers.sort();
  }
}
