import { createHash } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { isRefusal } from '../kernel/decider.js';
import type { LocalDate } from '../kernel/local-date.js';
import { CommandRefused } from '../ledger/command-refused.js';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { derivedId } from '../ledger/derived-id.js';
import type { RecordedEvent } from '../ledger/ledger.js';
import { RECORDER, SEALED_FILES } from '../ledger/tokens.js';
import type { SealedFiles } from '../ledger/vault/sealed-files.js';
import { AgencyTerms } from './agency-terms.js';
import { readRequest } from './applicant.js';
import { ALREADY_ADDED, openAttachment } from './attachments.js';
import type { AttachmentKind } from './domain/attachment.events.js';
import { readFile, type AddAttachment } from './domain/attachment.rules.js';
import { requestDecider } from './domain/request.decider.js';
import type { RequestKey } from './domain/request-key.js';
import { requestStream } from './request-stream.js';

/** A file as it was handed in. */
export type HandedIn = RequestKey &
  Readonly<{
    kind: AttachmentKind;
    addedOn: LocalDate;
    name: string;
    bytes: Buffer;
    today: LocalDate;
  }>;

/** The hash names the attachment from then on. */
export type Attached = Decided & Readonly<{ hash: string }>;

/** 收存附件. */
export class AddAttachmentCommand extends Command<Attached> {
  constructor(
    readonly command: HandedIn,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(AddAttachmentCommand)
export class AddAttachmentHandler implements ICommandHandler<AddAttachmentCommand> {
  constructor(
    @Inject(RECORDER) private readonly recorder: Recorder,
    @Inject(SEALED_FILES) private readonly files: Pick<SealedFiles, 'put'>,
    @Inject(AgencyTerms) private readonly terms: AgencyTerms,
  ) {}

  /** One file of a request at a time, so that the same one handed in twice at once is kept once. */
  execute(asked: AddAttachmentCommand): Promise<Attached> {
    const stream = requestStream(asked.command);
    return this.recorder.turns.take(`attaching to ${stream}`, () => this.attach(asked, stream));
  }

  private async attach(
    { command: handedIn, meta }: AddAttachmentCommand,
    stream: string,
  ): Promise<Attached> {
    const { agencyId, number, kind, addedOn, bytes, today } = handedIn;
    const read = readFile(bytes, handedIn.name);
    if ('refused' in read) throw new CommandRefused(read, 'AddAttachment');
    const { name, size, mediaType } = read;
    const sealed = { name, digest: createHash('sha256').update(bytes).digest('hex') };
    const commandOf = (hash: string): AddAttachment => {
      const data = { agencyId, number, hash, size, mediaType, kind, addedOn };
      return { type: 'AddAttachment', data, sealed, today };
    };
    const decider = requestDecider(await this.terms.of(agencyId));
    const { history, facts } = await readRequest(this.recorder, stream);
    const before = history.find(({ eventId }) => eventId === derivedId(meta.commandId, 0));
    if (before === undefined) {
      // Everything that can be refused is, before a byte is kept.
      const outcome = decider.decide(commandOf(''), facts);
      if (isRefusal(outcome)) throw new CommandRefused(outcome, 'AddAttachment');
      if (this.isKnown(history, sealed.digest)) {
        throw new CommandRefused(ALREADY_ADDED, 'AddAttachment');
      }
    }
    const known = before?.data['hash'];
    const hash = typeof known === 'string' ? known : (await this.files.put(stream, bytes)).hash;
    const decided = await decideAndAppend(this.recorder, decider, stream, commandOf(hash), meta);
    return { ...decided, hash };
  }

  /** What was voided may be added again. */
  private isKnown(history: readonly RecordedEvent[], digest: string): boolean {
    const voided = new Set(
      history.flatMap(({ type, data }) => (type === 'AttachmentVoided' ? [data['hash']] : [])),
    );
    return history.some(
      (recorded) =>
        recorded.type === 'AttachmentAdded' &&
        !voided.has(recorded.data['hash']) &&
        openAttachment(this.recorder, recorded)?.digest === digest,
    );
  }
}
