import { BrokenInvariant } from '../../src/kernel/decider.js';
import { OUTCOMES, type RequestEvent } from '../../src/requests/domain/request.events.js';
import { project } from '../../projections/projection.js';
import {
  requestRegister,
  type RegisterRow,
} from '../../projections/request-register.projection.js';
import {
  assertTableThree,
  COLUMNS,
  ROWS,
  rowsCounting,
  tableThree,
  tableThreeCells,
  type TableThree,
} from '../../projections/table-three.js';
import { yearPeriod } from '../../src/kernel/local-date.js';
import {
  entryCorrected,
  replyDecided,
  replyServed,
  requestRegistered,
  requestWithdrawn,
} from '../support/builders/requests.js';

function row(...events: readonly RequestEvent[]): RegisterRow {
  const [only] = project(requestRegister, events).values();
  return only!;
}

/** The rows that count a request in each of the years. */
function counted(
  request: RegisterRow,
  ...years: readonly number[]
): readonly (readonly string[])[] {
  return years.map((year) => rowsCounting(request, yearPeriod(year)));
}

describe('request register 依申请公开工作台账', () => {
  it('keeps one row for each request of each agency, in the order they were registered', () => {
    const other = requestRegistered({ agencyId: 'yi' });
    const rows = project(requestRegister, [
      requestRegistered(),
      other,
      replyDecided('granted', '2025-03-17'),
      replyServed('2025-03-18'),
    ]);
    const received = { number: '2025-0042', receivedOn: '2025-03-03', dueOn: '2025-03-31' };
    const kinds = { applicantKind: 'natural', channel: 'counter' };
    const ended = { outcome: 'granted', decidedOn: '2025-03-17', servedOn: '2025-03-18' };
    const open = { outcome: null, decidedOn: null, servedOn: null };
    expect([...rows.keys()]).toStrictEqual(['["jia","2025-0042"]', '["yi","2025-0042"]']);
    const [first, second] = [...rows.values()];
    expect(first).toMatchObject({ agencyId: 'jia', ...received, ...kinds, ...ended });
    expect(second).toMatchObject({ agencyId: 'yi', ...received, ...kinds, ...open });
    expect(second).toMatchObject({ withdrawnOn: null, corrections: 0, voidedOn: null });
  });

  it('shows an entry as it was last corrected, and how often', () => {
    const due = { dueOn: null, calendarEdition: 'later' };
    const corrected = row(
      requestRegistered(),
      entryCorrected({ channel: 'fax' }),
      entryCorrected({ receivedOn: '2025-03-05', channel: 'email' }, due),
    );
    expect(corrected).toMatchObject({ receivedOn: '2025-03-05', channel: 'email', corrections: 2 });
    expect(corrected.dueOn).toBeNull();
    expect(row(requestRegistered(), entryCorrected({ channel: 'fax' })).dueOn).toBe('2025-03-31');
  });
});

describe('统计口径', () => {
  const part = row(requestRegistered({ splitFrom: '2025-0001' }));
  const merged = row(requestRegistered(), {
    type: 'RequestMerged',
    occurredOn: '2025-03-07',
    data: { agencyId: 'jia', number: '2025-0042', into: '2025-0001' },
  });

  it('counts parts and merged requests each, unless the agency chose otherwise', () => {
    const counted = (request: RegisterRow, rules?: Parameters<typeof tableThree>[2]): number =>
      tableThree([request], yearPeriod(2025), rules).new_received.total;
    expect([counted(part), counted(merged)]).toEqual([1, 1]);
    const chosen = { splitParts: 'original', mergedRequests: 'lead' } as const;
    expect([counted(part, chosen), counted(merged, chosen)]).toEqual([0, 0]);
    expect(tableThreeCells(part, yearPeriod(2025), chosen)).toEqual([]);
    expect(counted(row(requestRegistered()), chosen)).toBe(1);
  });
});

describe('table three 表三', () => {
  it('has 25 rows and 7 columns in the order of the form', () => {
    expect(ROWS).toStrictEqual(['new_received', 'carried_in', ...OUTCOMES, 'total', 'carried_out']);
    expect(ROWS).toHaveLength(25);
    expect(COLUMNS).toStrictEqual([
      ...['natural', 'business', 'research', 'ngo', 'legal', 'other'],
      'total',
    ]);
    const empty = tableThree([], yearPeriod(2025));
    expect(Object.keys(empty)).toStrictEqual([...ROWS]);
    for (const cells of Object.values(empty)) {
      expect(Object.entries(cells)).toStrictEqual(COLUMNS.map((column) => [column, 0]));
    }
  });

  it('counts a request by the day it came: 31 December is old, 1 January is new', () => {
    const last = row(requestRegistered({ receivedOn: '2024-12-31' }));
    const first = row(requestRegistered({ receivedOn: '2025-01-01' }));
    expect(counted(last, 2023, 2024, 2025)).toStrictEqual([
      [],
      ['new_received', 'carried_out'],
      ['carried_in', 'carried_out'],
    ]);
    expect(counted(first, 2024, 2025)).toStrictEqual([[], ['new_received', 'carried_out']]);
  });

  it('counts a result by the day it was served: on 1 January it was carried over', () => {
    const asked = [
      requestRegistered({ receivedOn: '2024-12-20' }),
      replyDecided('granted', '2024-12-30'),
    ];
    expect(counted(row(...asked, replyServed('2024-12-31')), 2024, 2025)).toStrictEqual([
      ['new_received', 'granted', 'total'],
      [],
    ]);
    expect(counted(row(...asked, replyServed('2025-01-01')), 2024, 2025, 2026)).toStrictEqual([
      ['new_received', 'carried_out'],
      ['carried_in', 'granted', 'total'],
      [],
    ]);
  });

  it('counts 视为放弃 by the day it was closed, without service', () => {
    const lapsed = row(
      requestRegistered({ receivedOn: '2024-12-20' }),
      replyDecided('other_no_correction', '2024-12-31'),
    );
    expect(counted(lapsed, 2024)).toStrictEqual([['new_received', 'other_no_correction', 'total']]);
  });

  it('counts a withdrawn request under 3.其他, decided or not', () => {
    const withdrawn = row(
      requestRegistered(),
      replyDecided('denied_state_secret', '2025-03-17'),
      requestWithdrawn('2025-03-18'),
    );
    expect(counted(withdrawn, 2025)).toStrictEqual([['new_received', 'other_misc', 'total']]);
  });

  it('carries a request over as many years as it stays open', () => {
    const slow = row(
      requestRegistered({ receivedOn: '2021-06-01' }),
      replyDecided('reject_repeat', '2024-02-29'),
      replyServed('2024-03-01'),
    );
    expect(counted(slow, 2020, 2021, 2022, 2023, 2024, 2025)).toStrictEqual([
      [],
      ['new_received', 'carried_out'],
      ['carried_in', 'carried_out'],
      ['carried_in', 'carried_out'],
      ['carried_in', 'reject_repeat', 'total'],
      [],
    ]);
  });

  it('counts each request once in the column of its applicant and once in 总计', () => {
    const requests = (['natural', 'natural', 'legal'] as const).map((applicantKind, at) =>
      row(requestRegistered({ applicantKind, number: String(at) })),
    );
    const { new_received, carried_out, carried_in, total } = tableThree(requests, yearPeriod(2025));
    const counts = { natural: 2, business: 0, research: 0, ngo: 0, legal: 1, other: 0, total: 3 };
    expect(new_received).toStrictEqual(counts);
    expect(carried_out).toStrictEqual(counts);
    const zero = { natural: 0, business: 0, research: 0, ngo: 0, legal: 0, other: 0, total: 0 };
    expect(carried_in).toStrictEqual(zero);
    expect(total).toStrictEqual(zero);
  });

  it('names every cell that counts a request', () => {
    const request = row(
      requestRegistered({ applicantKind: 'ngo' }),
      requestWithdrawn('2025-03-04'),
    );
    expect(tableThreeCells(request, yearPeriod(2025))).toStrictEqual([
      'table3.new_received.ngo',
      'table3.new_received.total',
      'table3.other_misc.ngo',
      'table3.other_misc.total',
      'table3.total.ngo',
      'table3.total.total',
    ]);
    expect(tableThreeCells(request, yearPeriod(2026))).toStrictEqual([]);
  });
});

describe('assertTableThree 勾稽关系', () => {
  const requests = [
    row(requestRegistered(), replyDecided('granted', '2025-03-17'), replyServed('2025-03-18')),
    row(requestRegistered({ receivedOn: '2024-03-03', applicantKind: 'legal' })),
  ];
  const balanced = tableThree(requests, yearPeriod(2025));
  const changed = (...cells: readonly (readonly [string, string, number])[]): TableThree => {
    const table = structuredClone(balanced) as Record<string, Record<string, number>>;
    for (const [name, column, by] of cells) table[name]![column]! += by;
    return table as TableThree;
  };

  it('accepts a table that balances', () => {
    expect(() => assertTableThree(balanced)).not.toThrow();
    expect(() =>
      assertTableThree(
        changed(
          ...['new_received', 'carried_out'].flatMap((name) =>
            ['ngo', 'total'].map((column) => [name, column, 1] as const),
          ),
        ),
      ),
    ).not.toThrow();
  });

  it.each(ROWS.flatMap((name) => COLUMNS.map((column) => [name, column] as const)))(
    'stops on one too many in %s, %s',
    (name, column) => {
      expect(() => assertTableThree(changed([name, column, 1]))).toThrow(BrokenInvariant);
    },
  );

  it('says which identity is broken', () => {
    // A result more and a total more: the sum of the results holds, the arrivals do not.
    expect(() =>
      assertTableThree(changed(['granted', 'natural', 1], ['total', 'natural', 1])),
    ).toThrow('表三：natural 列第一项加第二项等于第三项加第四项');
    expect(() => assertTableThree(changed(['granted', 'natural', 1]))).toThrow(
      '表三：natural 列办理结果之和等于三（七）总计',
    );
    expect(() =>
      assertTableThree(changed(['new_received', 'ngo', 1], ['carried_out', 'ngo', 1])),
    ).toThrow('表三：new_received 行各类申请人之和等于总计');
  });
});
