import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { formOf } from '../../projections/forms/forms.js';
import { GetAnnualReport } from '../../src/annual-reports/annual-report.queries.js';
import { toView } from '../../src/annual-reports/annual-report-view.js';
import type { PublishedReport } from '../../src/annual-reports/published-report.js';
import { contentOf, FORMATS, type Format } from '../../src/cli/report-formats.js';
import { agencyMeant } from '../../src/cli/session.js';
import { openSession } from '../../src/open-session.js';
import { emptyFolder, gongkai, removeFolders } from '../support/e2e/gongkai.js';
import { done, throughTheLedger } from '../support/e2e/published-ledger.js';
import { meaning } from '../support/published/compared.js';
import {
  printedCells,
  publishedFile,
  type PublishedId,
} from '../support/published/published-reports.js';
import { schemaFaults } from '../support/print/report-schema.js';
import {
  docxWords,
  htmlWords,
  jsonWords,
  pdfWords,
  proseOf,
  xlsxWords,
} from '../support/print/report-words.js';

type At = Readonly<{ data: string; year: number }>;

/** Lines that a spreadsheet would take for formulas, and figures of the ledger in words. */
const TEXT = `=HYPERLINK("http://example.invalid","点此")
+86 0527 84360000
@SUM(A1:A9)
一、总体情况
（一）主动公开
本年行政处罚{{行政处罚决定数}}件。
（二）依申请公开
-1+2 不是公式，新收{{新收申请数}}件，_x0041_ <b>&amp;
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
${'问题和改进。'.repeat(400)}
六、其他需要报告的事项
无。
`;

afterAll(removeFolders);

const published = (id: PublishedId, signedOn: string) => async (): Promise<At> => {
  const report = publishedFile(id);
  const figures = [...printedCells(report)].flatMap(([cell, printed]) =>
    printed === null ? [] : [[cell, meaning(printed)] as const],
  );
  const data = await throughTheLedger(report, new Map(figures), 4);
  const text = join(data, 'text.txt');
  const { problems } = formOf(report.year).headings;
  writeFileSync(text, TEXT.replace('五、存在的主要问题及改进情况', problems));
  await done(data, 'draft', String(report.year), text, '--signed-on', signedOn);
  return { data, year: report.year };
};

async function sample(): Promise<At> {
  const data = emptyFolder();
  await done(data, 'demo');
  return { data, year: 2021 };
}

/** The report in every format, as the command line writes it. */
async function filesOf({ data, year }: At): Promise<Readonly<Record<Format, Buffer>>> {
  const session = await openSession(data, 'read');
  try {
    const { agencyId } = await agencyMeant(session, undefined);
    const annual = await session.queries.execute(new GetAnnualReport(agencyId, year));
    const checkpoint = await session.transparency.checkpoint('sha256-ed25519');
    const view = toView(annual, session.clock.today(), checkpoint);
    const file = async (format: Format): Promise<readonly [Format, Buffer]> => {
      const { content } = await contentOf(session.printer, format, { annual, view, page: {} });
      return [format, Buffer.from(content)];
    };
    return Object.fromEntries(await Promise.all(FORMATS.map(file))) as Record<Format, Buffer>;
  } finally {
    await session.close();
  }
}

describe.each([
  ['定海 2021, nothing but zeros', [30, 215, 34], sample],
  ['宿迁 2023, with large figures', [30, 215, 34], published('2023-suqian-shi', '2024-03-20')],
  [
    '荣昌 2019, in the form of then',
    [53, 198, 34],
    published('2019-chongqing-rongchang-linyeju', '2020-01-20'),
  ],
] as const)('the report as a file: %s', (_, sizes, ledger) => {
  let at: At;
  let files: Readonly<Record<Format, Buffer>>;
  beforeAll(async () => {
    at = await ledger();
    files = await filesOf(at);
  }, 60_000);

  it('says the same words and figures in the same order as page, Word, PDF, Excel and JSON', async () => {
    const report = JSON.parse(files.json.toString()) as PublishedReport;
    const words = jsonWords(report);
    expect(words.tables.map(({ length }) => length)).toEqual(sizes);
    expect(htmlWords(files.html.toString())).toEqual(words);
    expect(docxWords(files.docx)).toEqual(words);
    expect(await pdfWords(files.pdf)).toBe(words.all);
    expect(xlsxWords(files.xlsx)).toEqual({ all: proseOf(report), tables: words.tables });
  });

  it('is what its schema says', () => {
    expect(schemaFaults(JSON.parse(files.json.toString()))).toEqual([]);
  });

  it('is the same byte for byte as long as the ledger is the same', async () => {
    const again = await filesOf(at);
    // A PDF says when it was made; its words are compared above.
    for (const format of ['docx', 'xlsx', 'html', 'json'] as const) {
      expect([format, again[format].equals(files[format])]).toEqual([format, true]);
    }
  });

  it('is written by the command line, in the formats there are', async () => {
    const { data, year } = at;
    const out = join(data, 'out.xlsx');
    await done(data, 'report', String(year), '--format', 'xlsx', '--out', out);
    expect(readFileSync(out).equals(files.xlsx)).toBe(true);
    const { exit, err } = await gongkai('--data', data, 'report', String(year), '--format', 'doc');
    expect({ exit, err }).toEqual({
      exit: 2,
      err: expect.stringContaining('应为：pdf、docx、xlsx、html、json'),
    });
  });
});
