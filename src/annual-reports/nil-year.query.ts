import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { isWithin, lastDayOf, yearPeriod, type LocalDate } from '../kernel/local-date.js';
import { CLOCK, type Clock } from '../ledger/clock.js';
import { CommandRefused } from '../ledger/command-refused.js';
import { ReadModels, type AgencyView } from '../read-models/read-models.js';
import { casesOf } from './cell-cases.js';
import { countedReport } from './counted-report.js';
import { nilText } from './default-text.js';
import { yearRefusal } from './domain/annual-report.decider.js';
import type { ReportText } from './domain/annual-report.events.js';

/**
 * 零申请年度: the words to draft for a year in which nothing was received, decided, issued or filed.
 * Null where the agency has drafted its own already. Refused with what is there, otherwise.
 */
export class NilYear extends Query<ReportText | null> {
  constructor(
    readonly agencyId: string,
    readonly year: number,
    readonly signedOn: LocalDate,
  ) {
    super();
  }
}

@QueryHandler(NilYear)
export class NilYearHandler implements IQueryHandler<NilYear> {
  constructor(
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ agencyId, year, signedOn }: NilYear): Promise<ReportText | null> {
    const today = this.clock.today();
    const refusal = yearRefusal(year, today);
    if (refusal !== null) throw new CommandRefused(refusal);
    if (lastDayOf(year) >= today) {
      const facts = { year, today };
      const basis = '《条例》第49条';
      throw new CommandRefused({ refused: 'annual-report/year-not-over', basis, facts });
    }
    const view = await this.models.agency(agencyId);
    const there = factsOf(view, year);
    if (there.length > 0) {
      throw new CommandRefused({
        refused: 'annual-report/not-nil',
        basis: '台账规则：零申请年度的确认只在没有事实的年度',
        facts: { year, facts: there.join('；') },
      });
    }
    return view.report(year).text === null ? nilText(year, signedOn, view.agency.level) : null;
  }
}

const NAMED_MAX = 10;

/** The totals that a nil year has none of, by the cells of either form; what is in force may stay. */
const TOTALS: Readonly<Record<string, string>> = {
  'table3.new_received.total': '新收申请',
  'table3.carried_in.total': '上年结转申请',
  'table4.review.total': '行政复议',
  'table4.litigation_direct.total': '未经复议直接起诉',
  'table4.litigation_after_review.total': '复议后起诉',
  'table2.regulations.made': '制发规章',
  'table2.regulations.made_new': '制作规章',
  'table2.regulations.repealed': '废止规章',
  'table2.normative_documents.made': '制发行政规范性文件',
  'table2.normative_documents.made_new': '制作规范性文件',
  'table2.normative_documents.repealed': '废止行政规范性文件',
  'table2.licensing': '行政许可',
  'table2.licensing.decisions': '行政许可',
  'table2.punishment': '行政处罚',
  'table2.punishment.decisions': '行政处罚',
  'table2.coercion': '行政强制',
  'table2.coercion.decisions': '行政强制',
  'table2.fees_wan_yuan': '行政事业性收费（万元）',
};

/** What the year has in it, with the cases behind. */
function factsOf(view: AgencyView, year: number): readonly string[] {
  const { figures } = countedReport(view, year);
  const counted = Object.entries(TOTALS)
    .filter(([cell]) => (figures[cell] ?? 0) !== 0)
    .map(([cell, name]) => `${name} ${String(figures[cell])}${behind(view, year, cell)}`);
  return [...counted, ...unconfirmed(view, year)];
}

function behind(view: AgencyView, year: number, cell: string): string {
  const ids = casesOf(view, year, cell).map(({ id }) => id);
  if (ids.length === 0) return '';
  const more = ids.length > NAMED_MAX ? ` 等 ${String(ids.length)} 个` : '';
  return `（${ids.slice(0, NAMED_MAX).join('、')}${more}）`;
}

/** An application that arrived in the year counts nowhere yet, and is not nothing either. */
function unconfirmed({ requests }: AgencyView, year: number): readonly string[] {
  const open = requests.filter(
    ({ arrivedOn, receivedOn, voidedOn }) =>
      receivedOn === null && voidedOn === null && isWithin(arrivedOn, yearPeriod(year)),
  );
  if (open.length === 0) return [];
  const numbers = open.slice(0, NAMED_MAX).map(({ number }) => number);
  return [`到达而未确认收到的申请 ${String(open.length)}（${numbers.join('、')}）`];
}
