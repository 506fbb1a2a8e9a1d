import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CELLS } from '../../projections/form-figures.js';
import { RESULTS } from '../../projections/table-four.js';
import { COLUMNS, ROWS } from '../../projections/table-three.js';
import { DOCUMENT_FIGURES } from '../../projections/table-two.js';
import { APPEAL_KINDS } from '../../src/appeals/domain/appeal.events.js';
import { bundleFiles } from '../../src/ledger/evidence/bundle.js';
import type { InclusionProof, PublicKey } from '../../src/ledger/transparency/transparency.js';
import { APPLICANT_KINDS, OUTCOMES } from '../../src/requests/domain/request.events.js';
import { emptyFolder, removeFolders } from '../support/e2e/gongkai.js';
import { registersOf } from '../support/e2e/published-year.js';
import { startServer, type Running } from '../support/e2e/server.js';
import { verify } from '../tamper/fixture.js';

/** A year with something in every cell, as small as that can be. */
function busyYear(): ReadonlyMap<string, number> {
  const results = OUTCOMES.map((outcome, at) => {
    return [outcome, APPLICANT_KINDS.map((_, column) => 1 + ((at + column) % 2))] as const;
  });
  const sums = APPLICANT_KINDS.map((_, column) =>
    results.reduce((sum, [, row]) => sum + (row[column] ?? 0), 0),
  );
  const rows: Readonly<Record<string, readonly number[]>> = {
    new_received: sums.map((sum) => sum - 1),
    carried_in: sums.map(() => 3),
    ...Object.fromEntries(results),
    total: sums,
    carried_out: sums.map(() => 2),
  };
  const documents = { regulations: [2, 1, 4], normative_documents: [3, 2, 5] };
  return new Map([
    ...Object.entries(documents).flatMap(([kind, counts]) =>
      DOCUMENT_FIGURES.map((figure, at) => [`table2.${kind}.${figure}`, counts[at] ?? 0] as const),
    ),
    ['table2.licensing', 50],
    ['table2.punishment', 40],
    ['table2.coercion', 30],
    ['table2.fees_wan_yuan', 1.23],
    ...ROWS.flatMap((row) => {
      const kinds = rows[row] ?? [];
      const counts = [...kinds, kinds.reduce(add, 0)];
      return COLUMNS.map((column, at) => [`table3.${row}.${column}`, counts[at] ?? 0] as const);
    }),
    ...APPEAL_KINDS.flatMap((kind, group) => {
      const counts = [1 + group, 1, 2, 1, 5 + group];
      return RESULTS.map((result, at) => [`table4.${kind}.${result}`, counts[at] ?? 0] as const);
    }),
  ]);
}

function add(left: number, right: number): number {
  return left + right;
}

type Published = Readonly<{
  table2: Readonly<Record<string, number | Readonly<Record<string, number>>>>;
  table3: Readonly<{ rows: Readonly<Record<string, readonly number[]>> }>;
  table4: readonly number[];
}>;

/** The figures of the exchange format by cell. */
function printedIn({ table2, table3, table4 }: Published): readonly (readonly [string, number])[] {
  return [
    ...Object.entries(table2).flatMap(([row, figures]) =>
      typeof figures === 'number'
        ? [[`table2.${row}`, figures] as const]
        : Object.entries(figures).map(
            ([figure, count]) => [`table2.${row}.${figure}`, count] as const,
          ),
    ),
    ...ROWS.flatMap((row) =>
      COLUMNS.map(
        (column, at) => [`table3.${row}.${column}`, table3.rows[row]?.[at] ?? NaN] as const,
      ),
    ),
    ...CELLS.filter((cell) => cell.startsWith('table4.')).map(
      (cell, at) => [cell, table4[at] ?? NaN] as const,
    ),
  ];
}

type Case = Readonly<{ kind: string; id: string; counts: number; events: string }>;
type CaseEvent = Readonly<{ stream: string; revision: number; hash: string; proof: string }>;

let running: Running;
const printed = new Map<string, number>();
const behind = new Map<string, readonly Case[]>();
beforeAll(async () => {
  running = await startServer();
  for (const [register, csv] of Object.entries(registersOf(2023, busyYear()))) {
    const { body } = await running.http
      .post(running.at(`/imports/${register}`))
      .set('Content-Type', 'text/csv')
      .send(Buffer.from(csv))
      .expect(200);
    expect(body).toMatchObject({ refused: 0 });
  }
  const { body } = await running.http.get(running.at('/reports/2023')).expect(200);
  for (const [cell, figure] of printedIn(body as Published)) printed.set(cell, figure);
  for (const cell of CELLS) {
    const { body } = await running.http.get(running.at(`/reports/2023/cells/${cell}`)).expect(200);
    behind.set(cell, body as readonly Case[]);
  }
}, 60_000);
afterAll(async () => {
  await running.close();
  removeFolders();
});

/** Fetches what a link leads to. */
async function follow<Answer>(link: string): Promise<Answer> {
  const { body } = await running.http.get(link).expect(200);
  return body as Answer;
}

describe('from a printed number to its proofs, by links alone', () => {
  it('lists cases behind each of the 200 cells, sums as well, that add up to it', () => {
    expect(printed.size).toBe(200);
    expect([...printed].filter(([, figure]) => figure === 0)).toEqual([]);
    for (const [cell, figure] of printed) {
      const cases = behind.get(cell) ?? [];
      const sum = cases.map(({ counts }) => counts).reduce(add, 0);
      expect([cell, Math.round(sum * 1_000_000)]).toEqual([cell, Math.round(figure * 1_000_000)]);
      expect(cases.length).toBeGreaterThan(0);
    }
  });

  it('leads from a case of every table to its events, and from each to a proof that verifies', async () => {
    const cells = [...behind.keys()];
    const sampled = [
      ...cells.filter((cell) => cell.startsWith('table2.')).flatMap((cell) => behind.get(cell)!),
      ...cells
        .filter((cell, at) => !cell.startsWith('table2.') && at % 9 === 0)
        .flatMap((cell) => behind.get(cell)!.slice(0, 1)),
    ];
    const links = [...new Set(sampled.map(({ events }) => events))];
    const events = (await Promise.all(links.map((link) => follow<CaseEvent[]>(link)))).flat();
    const streams = new Map<string, Map<string, CaseEvent>>();
    for (const event of events) {
      const own = streams.get(event.stream) ?? new Map<string, CaseEvent>();
      streams.set(event.stream, own.set(event.proof, event));
    }
    const kinds = new Set([...streams.keys()].map((stream) => stream.split('-')[0]));
    expect(kinds).toEqual(new Set(['request', 'appeal', 'document', 'counts']));

    const [key] = await follow<readonly PublicKey[]>('/v1/ledger/keys');
    let verified = 0;
    for (const own of streams.values()) {
      const inOrder = [...own.values()].sort((left, right) => left.revision - right.revision);
      const proofs = await Promise.all(inOrder.map(({ proof }) => follow<InclusionProof>(proof)));
      expect(proofs.map(({ leaf }) => leaf)).toEqual(inOrder.map(({ hash }) => hash));
      const proved = proofs.map(({ index, record, path }) => ({
        ...{ index, record },
        path: path.map((hash) => Buffer.from(hash, 'hex')),
      }));
      const folder = emptyFolder();
      for (const { path, content } of bundleFiles(proofs[0]!.note, key!.pem, proved)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), content);
      }
      const judged = verify({ target: folder, keys: [key!.verifierKey] });
      expect(judged).toMatchObject({ exit: 0 });
      verified += own.size;
    }
    expect(verified).toBeGreaterThan(100);
  }, 60_000);

  it('keeps to the category of the cell where a month has several', async () => {
    const [month] = behind.get('table2.licensing')!;
    expect(await follow<CaseEvent[]>(month!.events)).toHaveLength(1);
    const all = month!.events.replace(/&category=.*/, '');
    expect(await follow<CaseEvent[]>(all)).toHaveLength(4);
  });

  it.each([
    [404, '/events?kind=request&id=nobody'],
    [404, '/events?kind=monthly-count&id=yesterday'],
    [400, '/events?kind=request'],
    [400, '/events?kind=person&id=1'],
    [400, '/events?kind=request&id=1&id=2'],
    [404, '/reports/2023/cells/table3.foo'],
    [409, '/reports/2023/cells/table3.granted.total?edition=1'],
    [400, '/reports/2023/cells/table3.granted.total?edition=0'],
  ])('answers %i for %s', async (status, path) => {
    await running.http.get(running.at(path)).expect(status);
  });
});
