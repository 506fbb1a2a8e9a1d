import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requiredMonth, requiredText } from '../csv/cells.js';
import type { CsvRow } from '../csv/csv-file.js';
import { ImportCommand, type RegisterHeadings } from '../csv/import-command.js';
import { importRows, type ImportResult } from '../csv/import-rows.js';
import { UnreadableCell } from '../csv/row-problem.js';
import type { LocalDate } from '../kernel/local-date.js';
import type { Recorder } from '../ledger/decide-and-append.js';
import { RECORDER } from '../ledger/tokens.js';
import { categoryNamed, openingNamed, OPENINGS } from './count-category.js';
import { countDecider, type CountCommand } from './domain/count.decider.js';
import type { CountCategory } from './domain/count.events.js';
import { countStream } from './publication-streams.js';

const HEADINGS = ['类别', '月份', '数量'] as const;

/** 导入月度数量和期初数. `bytes` is the CSV file. */
export class ImportCountsCommand extends ImportCommand {
  static readonly headings: RegisterHeadings = { required: HEADINGS, optional: [] };
}

/** The categories that are money, in 元, by every name they go under. */
const MONEY: ReadonlyMap<string, CountCategory> = new Map(
  (
    [
      ['行政事业性收费', 'fees_fen'],
      ['政府集中采购总金额', 'procurement_fen'],
    ] as const
  ).flatMap(([name, category]) =>
    [`${name}（元）`, `${name}(元)`, name].map((known) => [known, category] as const),
  ),
);

const COLUMN_OF = {
  ReportMonthlyCount: '数量',
  StateOpeningBalance: '数量',
  'count/month-in-future': '月份',
  'count/category-missing': '类别',
  'count/name-taken': '类别',
};

@CommandHandler(ImportCountsCommand)
export class ImportCountsHandler implements ICommandHandler<ImportCountsCommand> {
  constructor(@Inject(RECORDER) private readonly recorder: Recorder) {}

  execute({ agencyId, bytes, by, options }: ImportCountsCommand): Promise<ImportResult> {
    return importRows(
      this.recorder,
      bytes,
      by.actor,
      {
        ...ImportCountsCommand.headings,
        // A year's counts share a stream.
        columnOf: COLUMN_OF,
        plan: (row) => {
          const command = commandOf(row, agencyId, by.today);
          const stream = countStream(command.data);
          return { decider: countDecider, stream, commands: [command] };
        },
      },
      options,
    );
  }
}

function commandOf(row: CsvRow, agencyId: string, today: LocalDate): CountCommand {
  const name = requiredText(row, '类别');
  const key = { agencyId, month: requiredMonth(row, '月份') };
  const kind = openingNamed(name);
  if (kind !== undefined) {
    const inForce = wholeNumber(row);
    return { type: 'StateOpeningBalance', data: { ...key, kind, inForce }, today };
  }
  const money = MONEY.get(name);
  const category = money ?? categoryNamed(name);
  // An identifier of the store means 分, and the column is read as 元.
  if (category === null || (money === undefined && category.endsWith('_fen'))) {
    throw new UnreadableCell('类别', 'row/unknown-choice', unknownCategory(name));
  }
  const quantity = money === undefined ? wholeNumber(row) : fen(row);
  return { type: 'ReportMonthlyCount', data: { ...key, category, quantity }, today };
}

/** Whoever writes 行政许可决定 means table two, and must not get a counter of that name. */
function unknownCategory(name: string): string {
  const known = ['行政许可', '行政处罚', '行政强制', '行政事业性收费（元）', ...OPENINGS.keys()];
  return `「类别」的「${name}」与表二的类别相近但不相同，请写成：${known.join('、')}；或者换一个名称`;
}

function wholeNumber(row: CsvRow): number {
  const text = requiredText(row, '数量').replace(/[,，]/g, '');
  if (!/^\d{1,15}$/.test(text)) {
    throw new UnreadableCell('数量', 'row/not-a-number', `「数量」的「${text}」不是不小于零的整数`);
  }
  return Number(text);
}

/** 元 with at most two decimals, as whole 分: sums of money are never floating. */
function fen(row: CsvRow): number {
  const text = requiredText(row, '数量').replace(/[,，]/g, '');
  const parts = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(text);
  if (parts === null) {
    throw new UnreadableCell(
      '数量',
      'row/not-an-amount',
      `「数量」的「${text}」不是以元为单位、最多两位小数的金额`,
    );
  }
  return Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
}
