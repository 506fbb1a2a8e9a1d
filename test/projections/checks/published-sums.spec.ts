import type { CheckId } from '../../../src/annual-reports/domain/checks.events.js';
import { findingsOf } from '../../../projections/checks/checks.js';
import { publishedAsChecked } from '../../support/published/published-as-checked.js';
import { PUBLISHED_IDS, type PublishedId } from '../../support/published/published-reports.js';

const SUMS: ReadonlySet<CheckId> = new Set(['T3-01', 'T3-02', 'T3-03', 'T4-01']);

/** The sums that do not hold in the reports as they were published; in all others every one does. */
const BROKEN: Partial<Record<PublishedId, readonly string[]>> = {
  // The column 总计 is blank in every result row, down to the 805 at its foot.
  '2019-shanghai-shi-zhengfu-bangongting': [
    'T3-02 table3.granted: 0, 805',
    'T3-03 table3.granted: 272, 0',
    'T3-03 table3.partly_granted: 3, 0',
    'T3-03 table3.denied_state_secret: 14, 0',
    'T3-03 table3.denied_internal_affairs: 5, 0',
    'T3-03 table3.denied_process_info: 4, 0',
    'T3-03 table3.denied_admin_query: 12, 0',
    'T3-03 table3.unable_not_held: 265, 0',
    'T3-03 table3.unable_need_creation: 47, 0',
    'T3-03 table3.unable_unclear: 25, 0',
    'T3-03 table3.reject_petition: 149, 0',
    'T3-03 table3.reject_repeat: 9, 0',
  ],
  // The one request is counted in no total.
  '2021-zhaotong-suijiang-huiyi-zhen': [
    'T3-03 table3.new_received: 1, 0',
    'T3-03 table3.granted: 1, 0',
  ],
  // 未经复议直接起诉 reads 2, 0, 1, 0 with a total of 0.
  '2023-huaian-jinhu-xian': ['T4-01 table4.litigation_direct: 3, 0'],
};

describe('勾稽关系 of reports that were published', () => {
  it.each(PUBLISHED_IDS)('%s: every sum that does not hold is found, and no other', (id) => {
    const found = findingsOf(publishedAsChecked(id)).filter((finding) => SUMS.has(finding.id));
    const said = found.map(
      ({ id: check, left, right, cells: [first = ''] }) =>
        `${check} ${first.slice(0, first.lastIndexOf('.'))}: ${left}, ${right}`,
    );
    expect(said).toEqual(BROKEN[id] ?? []);
  });
});
