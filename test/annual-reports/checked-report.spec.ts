import { findingsOf } from '../../projections/checks/checks.js';
import { annualReportOf } from '../../src/annual-reports/annual-report.js';
import { checkedEdition, checkedReport } from '../../src/annual-reports/checked-report.js';
import type { LedgerEvent } from '../../src/read-models/recorded-events.js';
import { checkOverridden, reportDrafted, yearClosed } from '../support/builders/annual-reports.js';
import {
  countReported,
  documentIssued,
  documentRepealed,
  openingStated,
} from '../support/builders/publications.js';
import { replyDecided, replyServed, requestRegistered } from '../support/builders/requests.js';
import { viewOf } from '../support/builders/views.js';

const TODAY = '2026-01-20';

/** The findings of the tables' checks: id and both values. */
function found(report: Parameters<typeof findingsOf>[0]): readonly string[] {
  return findingsOf(report)
    .filter(({ id }) => id.startsWith('T'))
    .map(({ id, left, right }) => `${id} ${left} | ${right}`);
}

function now(...events: readonly LedgerEvent[]): readonly string[] {
  return found(checkedReport(viewOf(events), 2025, TODAY));
}

describe('the report as it is checked', () => {
  it('is made where it could not be printed, and the checks say what is wrong with it', () => {
    const events = [
      documentIssued({ issuedOn: '2020-05-06' }),
      openingStated('2025-01', 'normative_documents', 0),
      documentRepealed('2025-03-03'),
    ];
    expect(() => annualReportOf(viewOf(events), 2025, TODAY)).toThrow('不小于零');
    expect(now(...events)).toEqual(['T2-01 -1 | 不小于 0 的整数', 'T2-02 -1 | 1＋0－1＝0']);
  });

  it('is compared with last year as the ledger counts it, as far as it reaches back', () => {
    const carried = requestRegistered({ receivedOn: '2024-12-20', dueOn: '2026-03-01' });
    expect(now(carried)).toEqual([]);
    // Nothing was counted last year, so nothing grew.
    expect(now(carried, countReported('2025-05', 'licensing', 500))).toEqual([]);
    const both = [
      countReported('2024-05', 'licensing', 1),
      countReported('2025-05', 'licensing', 500),
    ];
    expect(now(...both)).toEqual(['T2-07 500 | 1']);
    // The first year of the ledger has none before it.
    expect(checkedReport(viewOf([both[1]!]), 2025, TODAY).previous).toBeNull();
  });

  it('is compared with last year as it was closed, once it was', () => {
    const figures = { 'table3.carried_out.total': 2, 'table3.carried_out.natural': 1 };
    const carried = requestRegistered({ receivedOn: '2024-12-20', dueOn: '2026-03-01' });
    expect(now(carried, yearClosed({ figures }))).toEqual(['T3-06 1 | 2']);
  });

  it('was closed, and is held against the ledger of now', () => {
    const ended = [
      requestRegistered(),
      replyDecided('granted', '2025-03-20'),
      replyServed('2025-03-21'),
    ];
    const view = viewOf(ended);
    const { cells } = checkedReport(view, 2025, TODAY);
    const figures = Object.fromEntries(cells) as Record<string, number>;
    const closed = yearClosed({ year: 2025, figures, occurredOn: TODAY });
    const edition = (...more: readonly LedgerEvent[]) =>
      checkedEdition(viewOf([...ended, closed, ...more]), 2025, TODAY);
    expect(checkedEdition(view, 2025, TODAY)).toBeNull();
    expect(found(edition()!)).toEqual([]);
    const late = requestRegistered({ number: '8', dueOn: '2026-03-01' });
    const report = edition(late)!;
    expect(found(report)).toEqual(['T3-07 1 | 2', 'T3-07 1 | 2', 'T3-07 0 | 1', 'T3-07 0 | 1']);
    expect(findingsOf(report)[0]?.cases).toEqual(['2025-0042', '8']);
  });
});

describe('草稿', () => {
  const events = [
    requestRegistered(),
    replyDecided('granted', '2025-12-30'),
    reportDrafted(undefined, { year: 2025 }),
  ];
  const finding = {
    year: 2025,
    left: '2025-0042：2025-12-30 答复',
    right: '没有送达日期',
  } as const;
  const open = (...more: readonly LedgerEvent[]) =>
    annualReportOf(viewOf([...events, ...more]), 2025, TODAY).openErrors;

  it('is the print while an error is open, and not when somebody answers for it', () => {
    expect(open()).toContain('T3-08');
    expect(open(checkOverridden(finding))).not.toContain('T3-08');
  });

  it('is the print again when the values have changed', () => {
    expect(open(checkOverridden({ ...finding, left: '2025-0042：2025-12-29 答复' }))).toContain(
      'T3-08',
    );
  });
});
