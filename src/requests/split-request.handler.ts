import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { isRefusal } from '../kernel/decider.js';
import { CommandRefused } from '../ledger/command-refused.js';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { derivedId } from '../ledger/derived-id.js';
import { BEGINNING } from '../ledger/ledger.js';
import { RECORDER } from '../ledger/tokens.js';
import { AgencyTerms } from './agency-terms.js';
import { KEY_LOST, readRequest, type ReadRequest } from './applicant.js';
import { sealRefusal } from './domain/personal-data.rules.js';
import type { RegisterRequest } from './domain/receipt.rules.js';
import { requestDecider } from './domain/request.decider.js';
import type { ApplicantFacts } from './domain/request.events.js';
import { splitRequest, type SplitRequest } from './domain/split.rules.js';
import { requestStream } from './request-stream.js';

/** 拆分申请. */
export class SplitRequestCommand extends Command<Decided> {
  constructor(
    readonly command: SplitRequest,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

/**
 * Every part is weighed before the first is appended, so what is refused leaves nothing behind. Each
 * part has a stream of its own: a machine that stops between two of them leaves the first ones
 * registered, and the same split, sent again, passes over those and adds the rest.
 */
@CommandHandler(SplitRequestCommand)
export class SplitRequestHandler implements ICommandHandler<SplitRequestCommand> {
  constructor(
    @Inject(RECORDER) private readonly recorder: Recorder,
    @Inject(AgencyTerms) private readonly terms: AgencyTerms,
  ) {}

  async execute({ command, meta }: SplitRequestCommand): Promise<Decided> {
    const { data } = command;
    const decider = requestDecider(await this.terms.of(data.agencyId));
    let decided: Decided = { revision: -1, position: BEGINNING, events: 0 };
    const missing: RegisterRequest[] = [];
    for (const part of await this.partsOf(command)) {
      const known = await readRequest(this.recorder, requestStream(part.data));
      const { history, facts } = known;
      if (isPartOf(known, data.number, part)) {
        decided = { ...decided, ...endOf(history) };
        continue;
      }
      const outcome = decider.decide(part, facts);
      if (isRefusal(outcome)) throw new CommandRefused(outcome, command.type);
      missing.push(part);
    }
    for (const part of missing) {
      const commandId = derivedId(meta.commandId, part.data.number);
      const stream = requestStream(part.data);
      const appended = await decideAndAppend(this.recorder, decider, stream, part, {
        ...meta,
        commandId,
      });
      decided = { ...appended, events: decided.events + appended.events };
    }
    return decided;
  }

  private async partsOf(command: SplitRequest): Promise<readonly RegisterRequest[]> {
    const { history, facts, applicant } = await readRequest(
      this.recorder,
      requestStream(command.data),
    );
    const unreadable = facts === null ? null : sealRefusal(facts.personalData);
    if (unreadable !== null) throw new CommandRefused(unreadable, command.type);
    if (typeof applicant === 'string') throw new CommandRefused(KEY_LOST, command.type);
    const entered = (history[0]?.data ?? {}) as Partial<ApplicantFacts>;
    const parts = splitRequest(command, facts, entered, applicant);
    if ('refused' in parts) throw new CommandRefused(parts, command.type);
    return parts;
  }
}

/** Whether a split that was cut off, or sent twice, has registered this part already. */
function isPartOf({ facts, applicant }: ReadRequest, original: string, part: RegisterRequest) {
  if (facts?.splitFrom !== original || typeof applicant === 'string') return false;
  return applicant.description === part.sealed.description;
}

function endOf(history: ReadRequest['history']): Partial<Decided> {
  const last = history.at(-1);
  return last === undefined ? {} : { revision: last.revision, position: last.position };
}
