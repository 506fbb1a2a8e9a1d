import { Turns } from '../../src/ledger/turns.js';
import { problemWords } from '../../src/words/row-problems.js';
import {
  ImportCountsCommand,
  ImportCountsHandler,
} from '../../src/publications/import-counts.handler.js';
import { collect, TUESDAY_MORNING } from '../support/ledger/builders.js';
import { openMemoryLedger } from '../support/ledger/memory-ledger.js';

type Imported = Readonly<{
  added: number;
  problems: readonly (readonly [line: number, column: string, code: string])[];
  facts: readonly (readonly unknown[])[];
}>;

/** Takes in 类别,月份,数量 rows on Mon 2025-06-30, and answers with what the ledger holds then. */
async function importing(...rows: readonly string[]): Promise<Imported> {
  const ledger = openMemoryLedger({ ledgerId: 'here', events: [] }, () => TUESDAY_MORNING);
  // Counts name nobody, so there is nothing to seal and nothing to open.
  const never = (): never => {
    throw new Error('a count was sealed');
  };
  const vault = { seal: never, open: never };
  const file = Buffer.from(['类别,月份,数量', ...rows].join('\n'), 'utf8');
  const by = { today: '2025-06-30', actor: 'test' } as const;
  const command = new ImportCountsCommand('jia', file, by, { allOrNothing: false });
  const recorder = { ledger, vault, turns: new Turns() };
  const { added, problems } = await new ImportCountsHandler(recorder).execute(command);
  const recorded = await collect(ledger.readAll());
  return {
    added,
    problems: problems.map(problemWords).map(({ line, column, code }) => [line, column, code]),
    facts: recorded.map(({ data }) => [
      data['category'] ?? data['kind'],
      data['month'],
      data['quantity'] ?? data['inForce'],
    ]),
  };
}

describe('ImportCounts 导入月度数量', () => {
  it('reads the rows of the form and the balances, and any other name as a counter', async () => {
    const { facts, problems } = await importing(
      '行政许可,2025-03,12',
      '行政处罚,2025-03,0',
      '行政强制,2025-03,3',
      '期初现行有效规章,2025-01,7',
      '期初现行有效行政规范性文件,2025-01,40',
      '信息公开条数,2025年3月,72',
    );
    expect(problems).toStrictEqual([]);
    expect(facts).toStrictEqual([
      ['licensing', '2025-03', 12],
      ['punishment', '2025-03', 0],
      ['coercion', '2025-03', 3],
      ['regulations', '2025-01', 7],
      ['normative_documents', '2025-01', 40],
      ['narrative:信息公开条数', '2025-03', 72],
    ]);
  });

  it('reads numbers with separators of thousands', async () => {
    const { facts } = await importing(
      '行政许可,2025-01,"1,234"',
      '行政许可,2025-02,"1，234，567"',
      '行政事业性收费（元）,2025-01,"1,234.5"',
    );
    expect(facts.map(([, , quantity]) => quantity)).toStrictEqual([1_234, 1_234_567, 123_450]);
  });

  it.each([
    ['380', 38_000],
    ['0', 0],
    ['0.01', 1],
    ['1.5', 150],
    ['1.05', 105],
    ['19.99', 1_999],
    ['999999999999.99', 99_999_999_999_999],
  ])('keeps %s 元 as whole 分', async (written, fen) => {
    for (const name of ['行政事业性收费（元）', '行政事业性收费(元)', '行政事业性收费']) {
      const { facts } = await importing(`${name},2025-01,${written}`);
      expect(facts).toStrictEqual([['fees_fen', '2025-01', fen]]);
    }
  });

  it.each([
    ['行政许可,2025-03,1.5', '数量', 'row/not-a-number'],
    ['行政许可,2025-03,-1', '数量', 'row/not-a-number'],
    ['行政许可,2025-03,十二', '数量', 'row/not-a-number'],
    ['行政许可,2025-03,1234567890123456', '数量', 'row/not-a-number'],
    ['行政许可,2025-03,', '数量', 'row/missing'],
    ['行政许可,2025-13,1', '月份', 'row/not-a-month'],
    [',2025-03,1', '类别', 'row/missing'],
    ['行政事业性收费,2025-03,1.005', '数量', 'row/not-an-amount'],
    ['行政事业性收费,2025-03,-1', '数量', 'row/not-an-amount'],
    ['行政事业性收费,2025-03,1.', '数量', 'row/not-an-amount'],
    ['行政事业性收费,2025-03,1234567890123', '数量', 'row/not-an-amount'],
    ['期初现行有效规章,2025-03,1.5', '数量', 'row/not-a-number'],
    ['行政许可,2025-07,1', '月份', 'count/month-in-future'],
    ['行政许可决定,2025-03,1', '类别', 'row/unknown-choice'],
    ['行政事业性收费（分）,2025-03,1', '类别', 'row/unknown-choice'],
    // Whether 元 or 分 is meant cannot be told.
    ['fees_fen,2025-03,1', '类别', 'row/unknown-choice'],
  ])('lists %s and takes the other rows in', async (row, column, code) => {
    const { added, problems, facts } = await importing(row, '行政强制,2025-03,3');
    expect(problems).toStrictEqual([[2, column, code]]);
    expect(added).toBe(1);
    expect(facts).toStrictEqual([['coercion', '2025-03', 3]]);
  });

  it('lists a month that another row has reported otherwise', async () => {
    const { problems, facts } = await importing('行政许可,2025-03,1', '行政许可,2025-03,2');
    expect(problems).toStrictEqual([[3, '数量', 'count/already-reported']]);
    expect(facts).toStrictEqual([['licensing', '2025-03', 1]]);
  });

  it('leaves turns of the event loop to others, even while every row is refused', async () => {
    let turns = 0;
    let counting = setImmediate(function count() {
      turns += 1;
      counting = setImmediate(count);
    });
    const { problems } = await importing(...Array.from({ length: 6_400 }, () => '行政许可,13月,1'));
    clearImmediate(counting);
    expect(problems).toHaveLength(6_400);
    expect(turns).toBeGreaterThanOrEqual(100);
  });
});
