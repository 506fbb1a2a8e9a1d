import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { LocalDate } from '../kernel/local-date.js';
import {
  decideAndAppend,
  type CommandMeta,
  type Decided,
  type Recorder,
} from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { Transparency } from '../ledger/transparency/transparency.js';
import { ReadModels } from '../read-models/read-models.js';
import { annualReportOf } from './annual-report.js';
import { toView } from './annual-report-view.js';
import { defaultText } from './default-text.js';
import { annualReportDecider } from './domain/annual-report.decider.js';
import { formVersionOf, type ReportKey } from './domain/annual-report.events.js';
import { figuresDigest } from './figures-digest.js';
import { printedWords } from './printed-words.js';
import { reportStream } from './report-stream.js';

/** 封账: keeps the report of a year whole, as it would be printed now. */
export class CloseYearCommand extends Command<Decided> {
  constructor(
    readonly command: Readonly<{
      type: 'CloseYear';
      /** The reason is that of a 更正版, and may be empty for the first edition. */
      data: ReportKey & { reason: string };
      today: LocalDate;
    }>,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(CloseYearCommand)
export class CloseYearHandler implements ICommandHandler<CloseYearCommand> {
  constructor(
    @Inject(RECORDER) private readonly recorder: Recorder,
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(Transparency) private readonly transparency: Transparency,
  ) {}

  /** The decider reads no table: figures and words are handed to it, with the place they were read at. */
  async execute({ command, meta }: CloseYearCommand): Promise<Decided> {
    const {
      data: { agencyId, year, reason },
      today,
    } = command;
    const annual = annualReportOf(await this.models.agency(agencyId), year, today);
    // What could not be printed is not closed either.
    toView(annual, today);
    // After the figures, so that it covers every fact they were counted from.
    const { note } = await this.transparency.checkpoint('sha256-ed25519');
    const { figures, counters, position, report, openErrors } = annual;
    const { name, shortName } = annual.agency;
    const data = {
      agencyId,
      year,
      position,
      form: formVersionOf(year),
      agency: { name, shortName },
      figures,
      counters: Object.fromEntries(counters),
      text: report.text ?? defaultText(year),
      words: printedWords(annual).words,
      digest: figuresDigest(figures, year),
      checkpoint: note,
      reason,
      openErrors,
    };
    return decideAndAppend(
      this.recorder,
      annualReportDecider,
      reportStream(data),
      { type: 'CloseYear', data, today },
      meta,
    );
  }
}
