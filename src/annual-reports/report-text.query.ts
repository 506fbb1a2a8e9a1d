import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { CLOCK, type Clock } from '../ledger/clock.js';
import { CommandRefused } from '../ledger/command-refused.js';
import { ReadModels, type AgencyView } from '../read-models/read-models.js';
import { countedReport } from './counted-report.js';
import { defaultText } from './default-text.js';
import { yearRefusal } from './domain/annual-report.decider.js';
import type { PrintedWords, ReportText } from './domain/annual-report.events.js';
import { namedFigures } from './named-figures.js';
import { pairedParagraphs, type PairedPart } from './paired-paragraphs.js';
import { printedWords } from './printed-words.js';

/** 年度报告文字: as it is edited, as it is printed, and beside last year's. */
export type ReportTextView = Readonly<{
  /** Whether somebody drafted it; the program wrote it otherwise. */
  drafted: boolean;
  /** With its placeholders. */
  text: ReportText;
  /** With the figures filled in. */
  words: PrintedWords;
  /** Names in the text that no figure answers to. */
  unknown: readonly string[];
  /** Every name that the text may have in double braces, and what it stands for now. */
  figures: readonly Readonly<{ name: string; figure: string }>[];
  /** Last year's words beside this year's; null where nobody drafted any. */
  last: readonly PairedPart[] | null;
}>;

export class GetReportText extends Query<ReportTextView> {
  constructor(
    readonly agencyId: string,
    readonly year: number,
  ) {
    super();
  }
}

@QueryHandler(GetReportText)
export class GetReportTextHandler implements IQueryHandler<GetReportText> {
  constructor(
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ agencyId, year }: GetReportText): Promise<ReportTextView> {
    const refusal = yearRefusal(year, this.clock.today());
    if (refusal !== null) throw new CommandRefused(refusal);
    const view = await this.models.agency(agencyId);
    const counted = countedReport(view, year);
    const { words, unknown } = printedWords(counted);
    const last = wordsOf(view, year - 1);
    const drafted = counted.report.text;
    return {
      drafted: drafted !== null,
      text: drafted ?? defaultText(year),
      words,
      unknown,
      figures: [...namedFigures(counted)].map(([name, figure]) => ({ name, figure })),
      last: last === null ? null : pairedParagraphs(words, last),
    };
  }
}

/** The words of a year: as they were closed last, or as they were drafted; null for nobody's. */
export function wordsOf(view: AgencyView, year: number): PrintedWords | null {
  const { editions, text } = view.report(year);
  const closed = editions.at(-1);
  if (closed !== undefined) return closed.words;
  return text === null ? null : printedWords(countedReport(view, year)).words;
}
