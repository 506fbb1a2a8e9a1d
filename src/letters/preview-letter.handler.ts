import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { LocalDate } from '../kernel/local-date.js';
import type { CommandMeta } from '../ledger/decide-and-append.js';
import { Transparency } from '../ledger/transparency/transparency.js';
import { ReadModels } from '../read-models/read-models.js';
import { compileLetter, type WantedLetter } from './compile-letter.js';
import { LETTER_PRINTER, type LetterPrinter } from './letter-printer.js';
import { REQUEST_DESK, type RequestDesk, type Viewing } from './request-desk.js';

export const PREVIEW_FORMATS = ['html', 'pdf'] as const;
export type PreviewFormat = (typeof PREVIEW_FORMATS)[number];

/** 预览文书: marked as such, without a number. It shows who asked, so it is put down as 查阅. */
export class PreviewLetterCommand extends Command<string | Uint8Array> {
  constructor(
    readonly wanted: WantedLetter &
      Readonly<{ format: PreviewFormat; viewing: Viewing; today: LocalDate }>,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(PreviewLetterCommand)
export class PreviewLetterHandler implements ICommandHandler<PreviewLetterCommand> {
  constructor(
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(REQUEST_DESK) private readonly desk: RequestDesk,
    @Inject(LETTER_PRINTER) private readonly printer: LetterPrinter,
    @Inject(Transparency) private readonly transparency: Transparency,
  ) {}

  async execute({ wanted, meta }: PreviewLetterCommand): Promise<string | Uint8Array> {
    const { agencyId, requestNumber: number, today, format, viewing } = wanted;
    const agency = await this.models.established(agencyId);
    const facts = compileLetter(wanted, await this.desk.open({ agencyId, number }), agency, today);
    await this.desk.view({ agencyId, number }, { ...viewing, today }, meta);
    const checkpoint = await this.transparency.checkpoint('sha256-ed25519');
    const letter = { facts, checkpoint };
    return format === 'html' ? this.printer.html(letter) : this.printer.preview(letter);
  }
}
