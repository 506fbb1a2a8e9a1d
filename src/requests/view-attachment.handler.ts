import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRefused } from '../ledger/command-refused.js';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { RECORDER, SEALED_FILES } from '../ledger/tokens.js';
import type { SealedFiles } from '../ledger/vault/sealed-files.js';
import { AgencyTerms } from './agency-terms.js';
import { KEY_LOST, readRequest, type ReadRequest } from './applicant.js';
import { DAMAGED, openAttachment } from './attachments.js';
import { standing } from './domain/attachment.rules.js';
import type { MediaType } from './domain/media-type.js';
import { sealRefusal, type ViewPersonalData } from './domain/personal-data.rules.js';
import { requestDecider } from './domain/request.decider.js';
import { refuseNamed } from './refuse-named.js';
import { requestStream } from './request-stream.js';

/** A file as it was handed in, and where the ledger says that it was given out. */
export type AttachmentShown = Decided & OpenedFile;

type OpenedFile = Readonly<{ name: string; mediaType: MediaType; bytes: Buffer }>;

type ViewAttachment = Omit<ViewPersonalData, 'data'> &
  Readonly<{ data: ViewPersonalData['data'] & Readonly<{ attachment: string }> }>;

/** 查阅附件. */
export class ViewAttachmentCommand extends Command<AttachmentShown> {
  constructor(
    readonly command: ViewAttachment,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(ViewAttachmentCommand)
export class ViewAttachmentHandler implements ICommandHandler<ViewAttachmentCommand> {
  constructor(
    @Inject(RECORDER) private readonly recorder: Recorder,
    @Inject(SEALED_FILES) private readonly files: Pick<SealedFiles, 'check' | 'get'>,
    @Inject(AgencyTerms) private readonly terms: AgencyTerms,
  ) {}

  async execute({ command, meta }: ViewAttachmentCommand): Promise<AttachmentShown> {
    const stream = requestStream(command.data);
    await refuseNamed(this.recorder, stream, command.data.purpose);
    const request = await readRequest(this.recorder, stream);
    const opened = await this.openedOf(request, stream, command.data.attachment);
    const decider = requestDecider(await this.terms.of(command.data.agencyId));
    // Nobody has seen anything yet: what cannot be put down is not shown.
    const decided = await decideAndAppend(this.recorder, decider, stream, command, meta);
    // What is not registered, erased or restricted the decider has refused.
    if (opened === null) throw new CommandRefused(KEY_LOST);
    return { ...decided, ...opened };
  }

  /** Null for what the decider will refuse. */
  private async openedOf(
    { history, facts }: ReadRequest,
    stream: string,
    hash: string,
  ): Promise<OpenedFile | null> {
    if (facts === null || sealRefusal(facts.personalData) !== null) return null;
    const found = standing(facts.attachments, hash);
    if ('refused' in found) throw new CommandRefused(found);
    const added = history.find(
      ({ data, type }) => type === 'AttachmentAdded' && data['hash'] === hash,
    );
    const said = added === undefined ? null : openAttachment(this.recorder, added);
    // Without its key nothing would be shown, so nothing is put down.
    if (said?.name === undefined) throw new CommandRefused(KEY_LOST);
    if (this.files.check(hash) !== 'whole') throw new CommandRefused(DAMAGED);
    const bytes = await this.files.get(stream, hash);
    if (typeof bytes === 'string') throw new CommandRefused(KEY_LOST);
    return { name: said.name, mediaType: found.mediaType, bytes };
  }
}
