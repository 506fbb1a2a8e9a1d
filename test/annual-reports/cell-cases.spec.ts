import { annualReportOf } from '../../src/annual-reports/annual-report.js';
import { casesOf, type CellCase } from '../../src/annual-reports/cell-cases.js';
import { toView } from '../../src/annual-reports/annual-report-view.js';
import { publishedReport } from '../../src/annual-reports/published-report.js';
import type { Cell } from '../../projections/form-figures.js';
import { appealConcluded, appealFiled } from '../support/builders/appeals.js';
import {
  countCorrected,
  countReported,
  documentIssued,
  documentRepealed,
  openingStated,
} from '../support/builders/publications.js';
import { replyDecided, replyServed, requestRegistered } from '../support/builders/requests.js';
import { viewOf } from '../support/builders/views.js';

const view = viewOf([
  requestRegistered({ number: '9' }),
  requestRegistered({ number: '10', applicantKind: 'legal' }),
  requestRegistered({ number: '1', receivedOn: '2024-12-31' }),
  replyDecided('granted', '2025-03-17', { number: '1' }),
  replyServed('2025-03-18', { number: '1' }),
  appealFiled({ caseNumber: 'b' }),
  appealFiled({ caseNumber: 'a' }),
  appealConcluded('upheld', '2025-04-30', { caseNumber: 'a' }),
  documentIssued({ documentNumber: 'd2', issuedOn: '2025-02-03' }),
  documentIssued({ documentNumber: 'd1', issuedOn: '2020-05-06' }),
  documentRepealed('2025-03-01', { documentNumber: 'd1' }),
  documentIssued({ documentNumber: 'r1', kind: 'regulations' }),
  openingStated('2025-01', 'normative_documents', 10),
  openingStated('2025-01', 'regulations', 0),
  countReported('2025-03', 'fees_fen', 38_000),
  countReported('2025-02', 'fees_fen', 1),
  countReported('2025-02', 'licensing', 12),
  countCorrected('2025-02', 'licensing', 12, 11),
  countReported('2025-02', 'punishment', 0),
  countReported('2024-12', 'licensing', 100),
]);

const behind = (cell: Cell, year = 2025): readonly CellCase[] => casesOf(view, year, cell);

describe('casesOf 下钻', () => {
  it('lists the requests behind a cell of table three, by number', () => {
    expect(behind('table3.new_received.total')).toStrictEqual([
      { kind: 'request', id: '10', counts: 1 },
      { kind: 'request', id: '9', counts: 1 },
    ]);
    expect(behind('table3.new_received.legal').map(({ id }) => id)).toStrictEqual(['10']);
    expect(behind('table3.carried_in.natural').map(({ id }) => id)).toStrictEqual(['1']);
    expect(behind('table3.granted.total').map(({ id }) => id)).toStrictEqual(['1']);
    expect(behind('table3.total.total').map(({ id }) => id)).toStrictEqual(['1']);
    expect(behind('table3.carried_out.total').map(({ id }) => id)).toStrictEqual(['10', '9']);
    expect(behind('table3.carried_out.total', 2024).map(({ id }) => id)).toStrictEqual(['1']);
    expect(behind('table3.granted.legal')).toStrictEqual([]);
  });

  it('lists the cases behind a cell of table four, by number', () => {
    expect(behind('table4.review.total')).toStrictEqual([
      { kind: 'appeal', id: 'a', counts: 1 },
      { kind: 'appeal', id: 'b', counts: 1 },
    ]);
    expect(behind('table4.review.upheld').map(({ id }) => id)).toStrictEqual(['a']);
    expect(behind('table4.review.pending').map(({ id }) => id)).toStrictEqual(['b']);
    expect(behind('table4.litigation_direct.total')).toStrictEqual([]);
  });

  it('lists the opening balance and then the documents, one taken away that it counted', () => {
    expect(behind('table2.normative_documents.valid')).toStrictEqual([
      { kind: 'opening-balance', id: '2025-01-01', counts: 10 },
      { kind: 'document', id: 'd1', counts: -1 },
      { kind: 'document', id: 'd2', counts: 1 },
    ]);
    expect(behind('table2.normative_documents.made')).toStrictEqual([
      { kind: 'document', id: 'd2', counts: 1 },
    ]);
    expect(behind('table2.normative_documents.repealed')).toStrictEqual([
      { kind: 'document', id: 'd1', counts: 1 },
    ]);
    // A balance of nothing is nothing to show.
    expect(behind('table2.regulations.valid')).toStrictEqual([
      { kind: 'document', id: 'r1', counts: 1 },
    ]);
  });

  it('lists the months behind a count as last corrected, fees in 万元 and unrounded', () => {
    expect(behind('table2.licensing')).toStrictEqual([
      { kind: 'monthly-count', id: '2025-02', counts: 11 },
    ]);
    expect(behind('table2.punishment')).toStrictEqual([
      { kind: 'monthly-count', id: '2025-02', counts: 0 },
    ]);
    expect(behind('table2.fees_wan_yuan')).toStrictEqual([
      { kind: 'monthly-count', id: '2025-02', counts: 0.000001 },
      { kind: 'monthly-count', id: '2025-03', counts: 0.038 },
    ]);
    expect(behind('table2.coercion')).toStrictEqual([]);
  });
});

describe('publishedReport', () => {
  const counter = countReported('2025-02', 'narrative:信息公开条数', 72);
  const annual = annualReportOf({ ...view, counts: viewOf([counter]).counts }, 2025, '2025-06-30');
  const paper = toView(annual, '2025-06-30');
  const published = publishedReport(annual, paper);

  it('is the report in the exchange format: 25 rows of seven, fifteen cells of table four', () => {
    const { table3, table4, parts, ...rest } = published;
    expect(rest).toStrictEqual({
      agency: '某市甲局',
      agency_id: 'jia',
      year: 2025,
      form: '2021',
      edition: null,
      draft: true,
      title: paper.title,
      preamble: paper.preamble,
      signature: paper.signature,
      table2: {
        regulations: { made: 1, repealed: 0, valid: 1 },
        normative_documents: { made: 1, repealed: 1, valid: 1 },
        licensing: 0,
        punishment: 0,
        coercion: 0,
        fees_wan_yuan: 0,
      },
      narrative: { 信息公开条数: 72 },
      position: annual.position,
      checkpoint: null,
      warnings: [],
    });
    expect(parts.map(({ heading, table }) => [heading, table])).toStrictEqual(
      paper.parts.map(({ heading }, at) => [
        heading,
        [null, 'table2', 'table3', 'table4', null, null][at],
      ]),
    );
    expect(parts.map(({ text }) => text)).toStrictEqual(paper.parts.map(({ text }) => text));
    expect(Object.keys(table3.rows)).toHaveLength(25);
    expect(table3.rows['new_received']).toStrictEqual([1, 0, 0, 0, 1, 0, 2]);
    expect(table3.rows['carried_in']).toStrictEqual([1, 0, 0, 0, 0, 0, 1]);
    expect(table3.rows['granted']).toStrictEqual([1, 0, 0, 0, 0, 0, 1]);
    expect(table3.rows['carried_out']).toStrictEqual([1, 0, 0, 0, 1, 0, 2]);
    expect(table4).toStrictEqual([1, 0, 0, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('hands on what its reader should know', () => {
    const warnings = ['请核对。'];
    expect(publishedReport({ ...annual, warnings }, paper).warnings).toStrictEqual(warnings);
  });

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(published))).toStrictEqual(published);
  });
});
