import fc from 'fast-check';
import {
  GetAnnualReport,
  GetAnnualReportHandler,
} from '../../src/annual-reports/annual-report.queries.js';
import { asOfFrom, type AsOf } from '../../src/annual-reports/as-of.js';
import {
  CompareFigures,
  CompareFiguresHandler,
} from '../../src/annual-reports/compare-figures.query.js';
import type { JsonObject } from '../../src/kernel/decider.js';
import type { Clock } from '../../src/ledger/clock.js';
import { CommandRefused } from '../../src/ledger/command-refused.js';
import type { Ledger, Position } from '../../src/ledger/ledger.js';
import { ReadModels } from '../../src/read-models/read-models.js';
import type { LedgerEvent } from '../../src/read-models/recorded-events.js';
import { figuresOf, type Figures } from '../../projections/forms/figures.js';
import { formOf } from '../../projections/forms/forms.js';
import { tableFour } from '../../projections/table-four.js';
import { tableThree } from '../../projections/table-three.js';
import { yearPeriod } from '../../src/kernel/local-date.js';
import { agencyEstablished, agencyRenamed, rulesAdopted } from '../support/builders/agencies.js';
import { reportDrafted, reportFiled, yearClosed } from '../support/builders/annual-reports.js';
import { AGENCIES, histories, YEARS } from '../support/builders/histories.js';
import {
  countReported,
  openingCorrected,
  openingStated,
} from '../support/builders/publications.js';
import {
  entryCorrected,
  entryVoided,
  replyDecided,
  replyServed,
  requestRegistered,
} from '../support/builders/requests.js';
import { viewOf } from '../support/builders/views.js';
import { anAppend, newEvent, TUESDAY_MORNING } from '../support/ledger/builders.js';
import { openMemoryLedger } from '../support/ledger/memory-ledger.js';

/** One event at each of the positions 1, 2, 3 …, each in a stream of its own. */
async function aLedger(...events: readonly LedgerEvent[]): Promise<Ledger> {
  const ledger = openMemoryLedger({ ledgerId: 'here', events: [] }, () => TUESDAY_MORNING);
  for (const [at, { type, occurredOn, data }] of events.entries()) {
    const event = newEvent({ type, occurredOn, data: data as unknown as JsonObject });
    await ledger.append(anAppend({ stream: `stream-${at}`, events: [event] }));
  }
  return ledger;
}

const clock: Clock = { now: () => TUESDAY_MORNING, today: () => '2026-01-31' };

async function reportAsOf(ledger: Ledger, asOf: AsOf, year = 2024) {
  const handler = new GetAnnualReportHandler(new ReadModels(ledger), ledger, clock);
  return handler.execute(new GetAnnualReport('jia', year, asOf));
}

function place(at: number): Position {
  return String(at) as Position;
}

function changes(ledger: Ledger, from: number, to: number, year: number | null, agencyId = 'jia') {
  const handler = new CompareFiguresHandler(new ReadModels(ledger), ledger);
  return handler.execute(new CompareFigures(agencyId, place(from), place(to), year));
}

describe('a report as of another time', () => {
  const fees = countReported('2024-05', 'fees_fen', 1_234_567);
  const zeros = Object.fromEntries(formOf(2025).cells.map((cell) => [cell, 0]));
  const figures = { ...zeros, 'table2.fees_wan_yuan': 1.23 };
  const history = [
    agencyEstablished(),
    fees,
    reportDrafted(),
    yearClosed({ position: '3', figures }),
    reportFiled({ position: '3' }),
    agencyRenamed(),
    rulesAdopted(4),
    countReported('2024-06', 'licensing', 7),
  ];

  it('has the figures, the name and the counting rules of that place', async () => {
    const ledger = await aLedger(...history);
    for (const [asOf, name, printed, licences] of [
      [place(2), '某市甲局', 1.23, 0],
      ['filed', '某市甲局', 1.23, 0],
      ['closed', '某市甲局', 1.23, 0],
      [{ edition: 1 }, '某市甲局', 1.23, 0],
      [place(6), '某市乙局', 1.23, 0],
      [place(7), '某市乙局', 1.2346, 0],
      ['now', '某市乙局', 1.2346, 7],
    ] as const) {
      const { agency, figures } = await reportAsOf(ledger, asOf);
      expect([
        asOf,
        agency.name,
        figures['table2.fees_wan_yuan'],
        figures['table2.licensing'],
      ]).toEqual([asOf, name, printed, licences]);
    }
  });

  it('has the words of that place, and says which place it is', async () => {
    const ledger = await aLedger(...history);
    expect((await reportAsOf(ledger, place(2))).report.text).toBeNull();
    const filed = await reportAsOf(ledger, 'filed');
    expect(filed.report.text).not.toBeNull();
    expect(filed.position).toBe('3');
  });

  it('refuses a place the ledger has not reached, and a year that was not filed', async () => {
    const ledger = await aLedger(...history);
    await expect(reportAsOf(ledger, place(9))).rejects.toMatchObject({
      refusal: { refused: 'annual-report/beyond-head', facts: { position: '9', head: '8' } },
    });
    await expect(reportAsOf(ledger, 'filed', 2023)).rejects.toMatchObject({
      refusal: { refused: 'annual-report/not-filed', facts: { year: 2023 } },
    });
    await expect(reportAsOf(ledger, 'closed', 2023)).rejects.toMatchObject({
      refusal: { refused: 'annual-report/not-closed', facts: { year: 2023 } },
    });
    await expect(reportAsOf(ledger, { edition: 2 })).rejects.toMatchObject({
      refusal: {
        refused: 'annual-report/no-such-edition',
        facts: { year: 2024, edition: 2, newest: 1 },
      },
    });
    await expect(reportAsOf(ledger, place(0))).rejects.toThrow(CommandRefused);
  });

  it('is named by a place in digits, by closed, filed or now, and by nothing else', () => {
    const good = ['0', '17', 'closed', 'filed', 'now'];
    expect(good.map(asOfFrom)).toEqual(good);
    expect(['', '-1', '01', '1.5', '1e3', 'Filed', '１７'].map(asOfFrom)).toEqual(
      Array(7).fill(null),
    );
  });
});

describe('CompareFigures 比较两个位置的数字', () => {
  const history = [
    agencyEstablished(), // 1
    requestRegistered(), // 2
    replyDecided('granted', '2025-03-17'),
    replyServed('2025-03-18'), // 4
    entryCorrected({ outcome: 'reject_repeat' }),
    countReported('2025-03', 'fees_fen', 1_234_567), // 6
    rulesAdopted(4),
    openingStated('2025-01', 'regulations', 7), // 8
    openingCorrected('2025-01', 'regulations', 7, 9),
    entryVoided('registration'), // 10
  ];

  it('names the events behind each changed cell, and the values they stand between', async () => {
    const ledger = await aLedger(...history);
    const cells = await changes(ledger, 3, 9, 2025);
    const told = cells.map(({ cell, before, after, events }) => [
      cell,
      `${before} → ${after}`,
      ...events.map(({ position, type, kind, id, before: from, after: to }) =>
        [position, type, kind, id, from, to].join(' '),
      ),
    ]);
    expect(told.filter(([cell = '']) => !cell.endsWith('.natural'))).toStrictEqual([
      [
        'table2.regulations.valid',
        '0 → 9',
        '8 OpeningBalanceStated opening-balance 2025-01-01 0 7',
        '9 OpeningBalanceCorrected opening-balance 2025-01-01 7 9',
      ],
      [
        'table2.fees_wan_yuan',
        '0 → 1.2346',
        '6 MonthlyCountReported monthly-count 2025-03 0 1.23',
        '7 CountingRulesAdopted agency jia 1.23 1.2346',
      ],
      // It was 予以公开 in between, which is no difference between the two places.
      ['table3.reject_repeat.total', '0 → 1', '5 EntryCorrected request 2025-0042 0 1'],
      ['table3.total.total', '0 → 1', '4 ReplyServed request 2025-0042 0 1'],
      ['table3.carried_out.total', '1 → 0', '4 ReplyServed request 2025-0042 1 0'],
    ]);
  });

  it('finds every year that has facts at either place, and none to speak of between equals', async () => {
    const ledger = await aLedger(...history);
    expect(new Set((await changes(ledger, 0, 9, null)).map(({ year }) => year))).toEqual(
      new Set([2025]),
    );
    const voided = await changes(ledger, 9, 10, null);
    expect(voided.map(({ cell }) => cell)).toContain('table3.new_received.total');
    expect(await changes(ledger, 9, 9, null)).toEqual([]);
    expect(await changes(ledger, 0, 1, null)).toEqual([]);
    await expect(changes(ledger, 9, 3, null)).rejects.toThrow(CommandRefused);
  });

  it('agrees with the tables folded at the two places, whatever happened in between', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.nat(), fc.nat(), async (drawn, left, right) => {
        // An agency is established before anything is logged for it.
        const history = [
          ...AGENCIES.map((agencyId) => agencyEstablished({ agencyId })),
          ...drawn.filter(({ type }) => type !== 'AgencyEstablished'),
        ];
        const ledger = await aLedger(...history);
        const [from = 0, to = 0] = [left, right]
          .map((at) => at % (history.length + 1))
          .sort((one, other) => one - other);
        for (const agencyId of AGENCIES) {
          for (const year of YEARS) {
            const [was, is] = [from, to].map((at) =>
              figuresAt(history.slice(0, at), agencyId, year),
            );
            const cells = await changes(ledger, from, to, year, agencyId);
            expect(cells.map(({ cell, before, after }) => [cell, before, after])).toStrictEqual(
              formOf(year)
                .cells.filter((cell) => was![cell] !== is![cell])
                .map((cell) => [cell, was![cell], is![cell]]),
            );
            for (const { before, after, events } of cells) {
              const values = [before, ...events.map((event) => event.after)];
              expect(events.map((event) => event.before)).toStrictEqual(values.slice(0, -1));
              expect(values.at(-1)).toBe(after);
              const places = events.map(({ position }) => Number(position));
              expect(
                places.every((at, index) => at > (places[index - 1] ?? from) && at <= to),
              ).toBe(true);
            }
          }
        }
      }),
      { numRuns: 6 },
    );
  });
});

/** Counted from nothing, and whether or not it may be printed. */
function figuresAt(history: readonly LedgerEvent[], agencyId: string, year: number): Figures {
  const view = viewOf(history, agencyId);
  const [period, { rules }] = [yearPeriod(year), view.agency];
  const three = tableThree(view.requests, period, rules);
  const four = tableFour(view.appeals, period, rules);
  return figuresOf(formOf(year), { published: view, three, four }, period, rules);
}
