import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CELLS } from '../../projections/form-figures.js';
import { COLUMNS, ROWS } from '../../projections/table-three.js';
import { APPEAL_KINDS } from '../../src/appeals/domain/appeal.events.js';
import { bundleFiles } from '../../src/ledger/evidence/bundle.js';
import type { InclusionProof, PublicKey } from '../../src/ledger/transparency/transparency.js';
import { APPLICANT_KINDS, OUTCOMES } from '../../src/requests/domain/request.events.js';
import { emptyFolder, removeFolders } from '../support/e2e/gongkai.js';
import { registersOf, type Published } from '../support/e2e/published-year.js';
import { startServer, type Running } from '../support/e2e/server.js';
import { verify } from '../tamper/fixture.js';

/** A year with something in every cell, as small as that can be. */
function busyYear(): Published {
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
  return {
    agency: '某局',
    year: 2023,
    table2: {
      regulations: { made: 2, repealed: 1, valid: 4 },
      normative_documents: { made: 3, repealed: 2, valid: 5 },
      licensing: 50,
      punishment: 40,
      coercion: 30,
      fees_wan_yuan: 1.23,
    },
    table3: {
      rows: Object.fromEntries(
        ROWS.map((row) => [row, [...(rows[row] ?? []), (rows[row] ?? []).reduce(add, 0)]]),
      ),
    },
    table4: APPEAL_KINDS.flatMap((_, at) => [1 + at, 1, 2, 1, 5 + at]),
  };
}

function add(left: number, right: number): number {
  return left + right;
}

type Case = Readonly<{ kind: string; id: string; counts: number; events: string }>;
type CaseEvent = Readonly<{ stream: string; revision: number; hash: string; proof: string }>;

let running: Running;
const printed = new Map<string, number>();
const behind = new Map<string, readonly Case[]>();
beforeAll(async () => {
  running = await startServer();
  const report = busyYear();
  for (const [register, csv] of Object.entries(registersOf(report))) {
    const { body } = await running.http
      .post(running.at(`/imports/${register}`))
      .set('Content-Type', 'text/csv')
      .send(Buffer.from(csv))
      .expect(200);
    expect(body).toMatchObject({ refused: 0 });
  }
  const { body } = await running.http.get(running.at('/reports/2023')).expect(200);
  const { table2, table3, table4 } = body as Published;
  for (const kind of ['regulations', 'normative_documents'] as const) {
    for (const [figure, count] of Object.entries(table2[kind])) {
      printed.set(`table2.${kind}.${figure}`, count);
    }
  }
  for (const count of ['licensing', 'punishment', 'coercion', 'fees_wan_yuan'] as const) {
    printed.set(`table2.${count}`, table2[count]);
  }
  for (const row of ROWS) {
    COLUMNS.forEach((column, at) => {
      printed.set(`table3.${row}.${column}`, table3.rows[row]?.[at] ?? NaN);
    });
  }
  const tableFour = CELLS.filter((cell) => cell.startsWith('table4.'));
  tableFour.forEach((cell, at) => printed.set(cell, table4[at] ?? NaN));
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
