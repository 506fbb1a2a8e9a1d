import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { formOf } from '../../projections/forms/forms.js';
import type { LocalDate } from '../kernel/local-date.js';
import type { Ledger, Position } from '../ledger/ledger.js';
import { LEDGER } from '../ledger/tokens.js';
import { ReadModels, type AgencyView } from '../read-models/read-models.js';
import { editionMeant, type EditionMeant } from './as-of.js';
import type { ChangedCell } from './compare-figures.query.js';
import type { ClosedEdition, PrintedWords } from './domain/annual-report.events.js';
import { countedReport } from './counted-report.js';
import { FiguresWalk } from './figures-walk.js';
import { movesAlong } from './moved-figures.js';
import { printedWords } from './printed-words.js';

/** A passage of the report that would read otherwise now, though nobody rewrote it. */
export type ChangedWords = Readonly<{ heading: string; closed: string; now: string }>;

/** 已公布数据受影响: what a closed edition says and the ledger says no more. */
export type Affected = Readonly<{
  edition: number;
  closedOn: LocalDate;
  /** The place of the ledger that the edition was read at. */
  position: string;
  /** `before` is the closed value, `after` that of now. */
  cells: readonly ChangedCell[];
  words: readonly ChangedWords[];
  /** The words were drafted anew since. */
  redrafted: boolean;
}>;

/** 已公布数据受影响 of one agency and year, by default of the newest closed edition. */
export class ListAffected extends Query<Affected> {
  constructor(
    readonly agencyId: string,
    readonly year: number,
    readonly meant: EditionMeant = 'closed',
  ) {
    super();
  }
}

@QueryHandler(ListAffected)
export class ListAffectedHandler implements IQueryHandler<ListAffected> {
  constructor(
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(LEDGER) private readonly ledger: Ledger,
  ) {}

  async execute({ agencyId, year, meant }: ListAffected): Promise<Affected> {
    const now = await this.models.agency(agencyId);
    const report = now.report(year);
    const closed = editionMeant(report, year, meant);
    const position = closed.position as Position;
    const then = await this.models.at(position).agency(agencyId);
    const walk = new FiguresWalk(then, [year]);
    const range = { after: position, upTo: now.position };
    const moves = await movesAlong(this.ledger, walk, agencyId, range);
    const figures = walk.figures(year);
    const cells = formOf(year).cells.flatMap((cell): readonly ChangedCell[] => {
      const [before, after] = [closed.figures[cell] ?? 0, figures.get(cell) ?? 0];
      return before === after ? [] : [{ year, cell, before, after, events: moves(year, cell) }];
    });
    return {
      edition: closed.edition,
      closedOn: closed.on,
      position,
      cells,
      words: changedWords(closed, wordsNow(now, closed, year)),
      redrafted: JSON.stringify(report.text) !== JSON.stringify(closed.text),
    };
  }
}

/** The closed words as they would be filled in now; what the agency is called now is no matter. */
function wordsNow(now: AgencyView, { agency, text }: ClosedEdition, year: number): PrintedWords {
  const counted = countedReport(now, year);
  return printedWords({
    ...counted,
    agency: { ...counted.agency, ...agency },
    report: { ...counted.report, text },
  }).words;
}

function changedWords({ words }: ClosedEdition, now: PrintedWords): readonly ChangedWords[] {
  const passages = passagesOf(now);
  return passagesOf(words).flatMap(([heading, closed], at) => {
    const [, text = ''] = passages[at] ?? [];
    return closed === text ? [] : [{ heading, closed, now: text }];
  });
}

/** One line of words each: filling figures in adds and removes none. */
function passagesOf(words: PrintedWords): readonly (readonly [heading: string, text: string])[] {
  const lines = (heading: string, text: string) =>
    text.split('\n').map((line) => [heading, line] as const);
  return [
    ...lines('引言', words.preamble),
    ...words.parts.flatMap(({ heading, text }) => lines(heading, text)),
  ];
}
