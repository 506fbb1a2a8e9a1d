import fc from 'fast-check';
import {
  ListAffected,
  ListAffectedHandler,
} from '../../src/annual-reports/affected-figures.query.js';
import {
  GetAnnualReport,
  GetAnnualReportHandler,
} from '../../src/annual-reports/annual-report.queries.js';
import { toView } from '../../src/annual-reports/annual-report-view.js';
import {
  ListCarried,
  ListCarriedHandler,
} from '../../src/annual-reports/carried-requests.query.js';
import { countedReport } from '../../src/annual-reports/counted-report.js';
import type { YearClosed } from '../../src/annual-reports/domain/annual-report.events.js';
import { printedWords } from '../../src/annual-reports/printed-words.js';
import { touchedYears, closedYears } from '../../src/annual-reports/touched-years.js';
import type { JsonObject } from '../../src/kernel/decider.js';
import { yearPeriod } from '../../src/kernel/local-date.js';
import type { Clock } from '../../src/ledger/clock.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { ReadModels } from '../../src/read-models/read-models.js';
import type { LedgerEvent } from '../../src/read-models/recorded-events.js';
import { CELLS } from '../../projections/form-figures.js';
import { tableThreeCells } from '../../projections/table-three.js';
import { agencyEstablished, agencyRenamed, rulesAdopted } from '../support/builders/agencies.js';
import { reportDrafted, reportText, yearClosed } from '../support/builders/annual-reports.js';
import { AGENCIES, histories } from '../support/builders/histories.js';
import { countCorrected, countReported } from '../support/builders/publications.js';
import {
  entryVoided,
  replyDecided,
  replyServed,
  requestRegistered,
} from '../support/builders/requests.js';
import { viewOf } from '../support/builders/views.js';
import { anAppend, newEvent, TUESDAY_MORNING } from '../support/ledger/builders.js';
import { openMemoryLedger } from '../support/ledger/memory-ledger.js';

const clock: Clock = { now: () => TUESDAY_MORNING, today: () => '2027-01-31' };

async function aLedger(...events: readonly LedgerEvent[]): Promise<Ledger> {
  const ledger = openMemoryLedger({ ledgerId: 'here', events: [] }, () => TUESDAY_MORNING);
  for (const [at, { type, occurredOn, data }] of events.entries()) {
    const event = newEvent({ type, occurredOn, data: data as unknown as JsonObject });
    await ledger.append(anAppend({ stream: `stream-${at}`, events: [event] }));
  }
  return ledger;
}

/** The form of a checkpoint; who reads a closed year has no need of its signature. */
const NOTE =
  `gongkai-ledger/here\n8\n${'A'.repeat(43)}=\ntime ${TUESDAY_MORNING}\nsuite sha256-ed25519\n\n` +
  '— gongkai-ledger/here AAAA\n';

/** The closing of a year after these events, as the handler makes it. */
function closing(history: readonly LedgerEvent[], year: number, agencyId = 'jia'): YearClosed {
  const counted = countedReport(viewOf(history, agencyId), year);
  const { agency, figures, counters, report } = counted;
  return yearClosed({
    ...{ agencyId, year, figures, position: String(history.length) },
    agency: { name: agency.name, shortName: agency.shortName },
    counters: Object.fromEntries(counters),
    text: report.text ?? reportText(),
    words: printedWords(counted).words,
    checkpoint: NOTE,
  });
}

const affected = (ledger: Ledger, year: number, agencyId = 'jia') =>
  new ListAffectedHandler(new ReadModels(ledger), ledger).execute(new ListAffected(agencyId, year));
const carried = (ledger: Ledger, year: number, agencyId = 'jia') =>
  new ListCarriedHandler(new ReadModels(ledger), ledger).execute(new ListCarried(agencyId, year));
const reported = (ledger: Ledger, year: number, asOf: 'now' | 'closed') =>
  new GetAnnualReportHandler(new ReadModels(ledger), ledger, clock).execute(
    new GetAnnualReport('jia', year, asOf),
  );

/** 2024: 甲 open at its end, 乙 answered in it, twelve licences; and what is said of them. */
const before = [
  agencyEstablished(),
  requestRegistered({ number: '甲', receivedOn: '2024-12-20' }),
  requestRegistered({ number: '乙', receivedOn: '2024-03-01' }),
  replyDecided('granted', '2024-03-10', { number: '乙' }),
  replyServed('2024-03-11', { number: '乙' }),
  countReported('2024-05', 'licensing', 12),
  countReported('2024-05', 'narrative:条数', 7),
  reportDrafted(
    reportText({
      preamble: '{{机关简称}}。',
      parts: { overview: '许可{{行政许可决定数}}件。\n公开{{条数}}条。' },
    }),
  ),
];
const closed = [...before, closing(before, 2024)];

describe('a closed year 封账以后', () => {
  it('is printed as it was closed while nothing moved, whatever the agency is called', async () => {
    const ledger = await aLedger(...closed, agencyRenamed());
    const now = await reported(ledger, 2024, 'now');
    expect(now.edition?.edition).toBe(1);
    expect(toView(now, clock.today(), null)).toMatchObject({ draft: false, edition: 1 });
    expect(now.agency.name).toBe('某市甲局');
    expect(await affected(ledger, 2024)).toMatchObject({ cells: [], words: [], redrafted: false });
  });

  it('is printed as a draft with a warning once a fact moved it, and as it was on demand', async () => {
    const correction = countCorrected('2024-05', 'licensing', 12, 13);
    const ledger = await aLedger(...closed, correction);
    const now = await reported(ledger, 2024, 'now');
    const view = toView(now, clock.today(), null);
    expect([view.draft, view.edition, view.figures['table2.licensing']]).toEqual([
      true,
      null,
      '13',
    ]);
    expect(now.warnings.at(-1)).toMatch(/^已公布数据受影响：2024 年度报告第 1 版封账以后有变化/);
    const then = toView(await reported(ledger, 2024, 'closed'), clock.today(), null);
    expect([then.draft, then.edition, then.figures['table2.licensing']]).toEqual([false, 1, '12']);
    expect(then.parts[0]?.text).toBe('许可12件。\n公开7条。');
  });

  it('is affected by facts, by counters in its words, and by another counting rule', async () => {
    const ledger = await aLedger(
      ...closed,
      countReported('2024-06', 'fees_fen', 1_234_567),
      rulesAdopted(4),
      countCorrected('2024-05', 'narrative:条数', 7, 8),
    );
    const { cells, words } = await affected(ledger, 2024);
    expect(
      cells.map(({ cell, before, after, events }) => [
        ...[cell, before, after],
        ...events.map(({ type }) => type),
      ]),
    ).toEqual([
      ['table2.fees_wan_yuan', 0, 1.2346, 'MonthlyCountReported', 'CountingRulesAdopted'],
    ]);
    expect(words).toEqual([{ heading: '一、总体情况', closed: '公开7条。', now: '公开8条。' }]);
  });

  it('says when its words were drafted anew, which is no change of a fact', async () => {
    const ledger = await aLedger(...closed, reportDrafted());
    expect(await affected(ledger, 2024)).toMatchObject({ cells: [], words: [], redrafted: true });
  });

  it('is named after an entry that moved it, and not after others', async () => {
    const [plain, moved] = [
      await aLedger(...closed),
      await aLedger(...closed, entryVoided('registration', { number: '甲' })),
    ];
    const years = (ledger: Ledger) => closedYears(new ReadModels(ledger), clock.today());
    const [was, is] = [await years(plain), await years(moved)];
    expect(touchedYears(was, is).map(({ year }) => year)).toEqual([2024]);
    expect(touchedYears(was, was)).toEqual([]);
    // A year that was closed by the entry itself is not touched by it.
    expect(touchedYears([], was)).toEqual([]);
  });
});

describe('ListCarried 结转核对', () => {
  it('agrees request by request while nothing moved', async () => {
    expect(await carried(await aLedger(...closed), 2024)).toEqual({
      ...{ edition: 1, carriedOut: ['甲'], carriedIn: ['甲'], astray: [] },
    });
  });

  it('names the request on one side alone, and the event that made it so', async () => {
    const late = requestRegistered({ number: '丙', receivedOn: '2024-12-30' });
    const gone = [
      replyDecided('granted', '2024-12-30', { number: '甲' }),
      replyServed('2024-12-31', { number: '甲' }),
    ];
    const { carriedOut, carriedIn, astray } = await carried(
      await aLedger(...closed, late, ...gone),
      2024,
    );
    expect([carriedOut, carriedIn]).toEqual([['甲'], ['丙']]);
    expect(
      astray.map(({ number, only, events }) => [number, only, ...events.map(({ type }) => type)]),
    ).toEqual([
      ['甲', 'carried-out', 'ReplyServed'],
      ['丙', 'carried-in', 'RequestRegistered'],
    ]);
  });
});

describe('any history around a closing', () => {
  it('lists each cell that differs from what was closed, and each request astray, with events', async () => {
    await fc.assert(
      fc.asyncProperty(
        histories,
        fc.nat(),
        fc.constantFrom(2021, 2022, 2023),
        async (drawn, at, year) => {
          const history = [
            ...AGENCIES.map((agencyId) => agencyEstablished({ agencyId })),
            ...drawn.filter(({ type }) => type !== 'AgencyEstablished' && type !== 'YearClosed'),
          ];
          const split = 2 + (at % (history.length - 1));
          for (const agencyId of AGENCIES) {
            const earlier = history.slice(0, split);
            const all = [...earlier, closing(earlier, year, agencyId), ...history.slice(split)];
            const ledger = await aLedger(...all);
            const [was, is] = [viewOf(earlier, agencyId), viewOf(all, agencyId)];
            const [then, now] = [was, is].map((view) => countedReport(view, year).figures);
            const { cells } = await affected(ledger, year, agencyId);
            expect(cells.map(({ cell, before, after }) => [cell, before, after])).toEqual(
              CELLS.filter((cell) => then![cell] !== now![cell]).map((cell) => [
                ...[cell, then![cell], now![cell]],
              ]),
            );
            expect(cells.filter(({ events }) => events.length === 0)).toEqual([]);

            const numbers = ({ requests }: typeof was, of: number, row: string) =>
              requests
                .filter((it) =>
                  tableThreeCells(it, yearPeriod(of)).some(
                    (cell) => cell === `table3.${row}.total`,
                  ),
                )
                .map(({ number }) => number)
                .sort();
            const { carriedOut, carriedIn, astray } = await carried(ledger, year, agencyId);
            expect(carriedOut).toEqual(numbers(was, year, 'carried_out'));
            expect(carriedIn).toEqual(numbers(is, year + 1, 'carried_in'));
            expect(astray.map(({ number }) => number).sort()).toEqual(
              [...new Set([...carriedOut, ...carriedIn])]
                .filter((number) => carriedOut.includes(number) !== carriedIn.includes(number))
                .sort(),
            );
            expect(astray.filter(({ events }) => events.length === 0)).toEqual([]);
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});
