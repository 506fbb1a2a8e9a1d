import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { LocalDate } from '../kernel/local-date.js';
import { CommandRefused } from '../ledger/command-refused.js';
import type { CommandMeta } from '../ledger/decide-and-append.js';
import { SEALED_FILES } from '../ledger/tokens.js';
import type { SealedFiles } from '../ledger/vault/sealed-files.js';
import { ReadModels } from '../read-models/read-models.js';
import { NUMBERING_RULE, type LetterRefusal } from './domain/letter.decider.js';
import type { IssuedLetter, LetterFormat, LetterKey } from './domain/letter.events.js';
import { REQUEST_DESK, type RequestDesk, type Viewing } from './request-desk.js';

export type Reprinted = Readonly<{ letter: IssuedLetter; bytes: Uint8Array }>;

/** 重印文书: the kept bytes, as they were issued. It shows who asked, so it is put down as 查阅. */
export class ReprintLetterCommand extends Command<Reprinted> {
  constructor(
    readonly wanted: LetterKey &
      Readonly<{ format: LetterFormat; viewing: Viewing; today: LocalDate }>,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(ReprintLetterCommand)
export class ReprintLetterHandler implements ICommandHandler<ReprintLetterCommand> {
  constructor(
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(REQUEST_DESK) private readonly desk: RequestDesk,
    @Inject(SEALED_FILES) private readonly files: Pick<SealedFiles, 'get'>,
  ) {}

  async execute({ wanted, meta }: ReprintLetterCommand): Promise<Reprinted> {
    const { agencyId, year, serial, format, viewing, today } = wanted;
    const { letters } = await this.models.agency(agencyId);
    const letter = letters.find((it) => it.year === year && it.serial === serial);
    if (letter === undefined) throw new CommandRefused(NOT_ISSUED);
    const key = { agencyId, number: letter.requestNumber };
    const { stream } = await this.desk.open(key);
    await this.desk.view(key, { ...viewing, today }, meta);
    const bytes = await this.files.get(stream, letter.files[format].hash);
    if (typeof bytes === 'string') {
      // Somebody erased it since the request was opened, or the key of the file is not there.
      await this.desk.open(key);
      throw new CommandRefused(KEY_LOST);
    }
    return { letter, bytes };
  }
}

export const NOT_ISSUED: LetterRefusal = { refused: 'letter/not-issued', basis: NUMBERING_RULE };

const KEY_LOST = { refused: 'request/key-lost', basis: '台账规则：密钥与台账配套保管' } as const;
