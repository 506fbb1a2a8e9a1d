import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { yearOf, type LocalDate } from '../kernel/local-date.js';
import { letterPrefixOf } from '../agencies/domain/letter-rules.events.js';
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
import { Transparency } from '../ledger/transparency/transparency.js';
import type { SealedFiles } from '../ledger/vault/sealed-files.js';
import { ReadModels } from '../read-models/read-models.js';
import { compileLetter, type WantedLetter } from './compile-letter.js';
import {
  letterDecider,
  nextPlace,
  type LetterRefusal,
  type LettersOfYear,
} from './domain/letter.decider.js';
import {
  documentNumberOf,
  LETTER_WORDING,
  type LetterEvent,
  type LetterIssued,
} from './domain/letter.events.js';
import { LETTER_PRINTER, type LetterPrinter } from './letter-printer.js';
import { letterStream } from './letter-stream.js';
import { REQUEST_DESK, type RequestDesk } from './request-desk.js';

/** Where the document stands, its number, and the characters that may have come out as boxes. */
export type Issued = Decided &
  Readonly<{
    letter: LetterIssued['data'];
    /** Nobody has designated a disclosure office that the document could name. */
    withoutOffice: boolean;
    missingGlyphs: readonly string[];
  }>;

/** 制发文书. */
export class IssueLetterCommand extends Command<Issued> {
  constructor(
    readonly wanted: WantedLetter & Readonly<{ today: LocalDate }>,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

/** How often a document is printed again because another process has taken its number. */
const REPRINTS_MAX = 5;

@CommandHandler(IssueLetterCommand)
export class IssueLetterHandler implements ICommandHandler<IssueLetterCommand> {
  constructor(
    @Inject(RECORDER) private readonly recorder: Recorder,
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(REQUEST_DESK) private readonly desk: RequestDesk,
    @Inject(LETTER_PRINTER) private readonly printer: LetterPrinter,
    @Inject(SEALED_FILES) private readonly files: Pick<SealedFiles, 'put'>,
    @Inject(Transparency) private readonly transparency: Transparency,
  ) {}

  /**
   * The number is printed in the document, so it is known before the append: one of this process
   * is printed at a time, and who finds its number taken by another process prints again.
   */
  execute(command: IssueLetterCommand): Promise<Issued> {
    const { agencyId, today } = command.wanted;
    const stream = letterStream({ agencyId, year: yearOf(today) });
    return this.recorder.turns.take(`printing ${stream}`, async () => {
      for (let reprints = 0; ; reprints += 1) {
        try {
          return await this.issue(command, stream);
        } catch (error) {
          if (!isNumberTaken(error) || reprints === REPRINTS_MAX) throw error;
        }
      }
    });
  }

  private async issue({ wanted, meta }: IssueLetterCommand, stream: string): Promise<Issued> {
    const history: RecordedEvent[] = [];
    for await (const event of this.recorder.ledger.readStream(stream)) history.push(event);
    const before = history.find(({ eventId }) => eventId === derivedId(meta.commandId, 0));
    if (before !== undefined) {
      const { revision, position, data } = before;
      const letter = data as unknown as LetterIssued['data'];
      const said = { withoutOffice: false, missingGlyphs: [] };
      return { revision, position, events: 0, letter, ...said };
    }
    const { data, ...said } = await this.print(wanted, lettersOf(history));
    const command = { type: 'IssueLetter', data, today: wanted.today } as const;
    const decided = await decideAndAppend(this.recorder, letterDecider, stream, command, meta);
    return { ...decided, letter: data, ...said };
  }

  private async print(
    wanted: IssueLetterCommand['wanted'],
    letters: LettersOfYear,
  ): Promise<
    Readonly<{ data: LetterIssued['data'] }> & Pick<Issued, 'withoutOffice' | 'missingGlyphs'>
  > {
    const { agencyId, requestNumber, kind, today } = wanted;
    const agency = await this.models.established(agencyId);
    const request = await this.desk.open({ agencyId, number: requestNumber });
    const compiled = compileLetter(wanted, request, agency, today);
    const year = yearOf(today);
    const { serial, sequence } = nextPlace(letters, kind);
    const prefix = letterPrefixOf(agency.letterRules, agency.shortName);
    const documentNumber = sequence === null ? null : documentNumberOf(prefix, year, sequence);
    // After the facts, so that it covers all that the document says.
    const checkpoint = await this.transparency.checkpoint('sha256-ed25519');
    const facts = { ...compiled, documentNumber };
    const printed = await this.printer.print({ facts, checkpoint });
    const [pdf, docx] = await Promise.all([
      this.files.put(request.stream, printed.files.pdf),
      this.files.put(request.stream, printed.files.docx),
    ]);
    const numbered = { serial, sequence, documentNumber };
    const files = { pdf, docx };
    const about = { agencyId, year, requestNumber, kind };
    const data = { ...about, ...numbered, files, wording: LETTER_WORDING };
    const { missingGlyphs } = printed;
    return { data, withoutOffice: compiled.agency.office === null, missingGlyphs };
  }
}

function lettersOf(history: readonly RecordedEvent[]): LettersOfYear {
  return history.reduce<LettersOfYear>(
    (letters, { type, occurredOn, data }) =>
      letterDecider.evolve(letters, { type, occurredOn, data } as unknown as LetterEvent),
    letterDecider.initialState,
  );
}

function isNumberTaken(error: unknown): boolean {
  const code: LetterRefusal['refused'] = 'letter/number-taken';
  return error instanceof CommandRefused && error.refusal.refused === code;
}
