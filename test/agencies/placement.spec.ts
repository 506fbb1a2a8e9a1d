import { childrenIn, treeOn, upwards } from '../../projections/agency-tree.js';
import type { AgencyRow } from '../../projections/agency-directory.projection.js';
import { agencyDecider } from '../../src/agencies/domain/agency.decider.js';
import type { PlacementEvent } from '../../src/agencies/domain/placement.events.js';
import type { LedgerEvent } from '../../src/read-models/recorded-events.js';
import type { LocalDate } from '../../src/kernel/local-date.js';
import { agencyEstablished } from '../support/builders/agencies.js';
import {
  abolishAgency,
  agencyAbolished,
  agencyPlaced,
  placeAgency,
} from '../support/builders/roll-ups.js';
import { specification } from '../support/specification.js';
import { viewOf } from '../support/builders/views.js';

const given = specification(agencyDecider);
const here = agencyEstablished();

describe('PlaceAgency 登记隶属关系', () => {
  it('says to whom the agency reports from a day on', () => {
    given(here).when(placeAgency()).then(agencyPlaced());
    const nobody = { parentId: null, above: [], from: '2025-03-04' } as const;
    given(here, agencyPlaced()).when(placeAgency(nobody)).then(agencyPlaced(null, '2025-03-04'));
  });

  it('makes no ring, repeats nothing, and goes forward in time', () => {
    given(here)
      .when(placeAgency({ above: ['shi', 'jia'] }))
      .thenRefused('agency/placed-under-itself');
    given(here, agencyPlaced()).when(placeAgency()).thenRefused('agency/already-so-placed');
    given(here)
      .when(placeAgency({ parentId: null, above: [] }))
      .thenRefused('agency/already-so-placed');
    given(here, agencyPlaced())
      .when(placeAgency({ parentId: 'yi', from: '2025-03-02' }))
      .thenRefused('agency/placed-out-of-order', { on: '2025-03-02', since: '2025-03-03' });
    given(here)
      .when(placeAgency({ from: '2025-07-01' }))
      .thenRefused('agency/date-in-future', { on: '2025-07-01', today: '2025-06-30' });
  });
});

describe('AbolishAgency 登记撤并', () => {
  it('happens once, and not into itself', () => {
    given(here).when(abolishAgency()).then(agencyAbolished());
    given(here, agencyAbolished())
      .when(abolishAgency())
      .thenRefused('agency/already-abolished', { on: '2025-03-03' });
    given(here)
      .when(abolishAgency({ successorId: 'jia' }))
      .thenRefused('agency/succeeded-by-itself');
    given(here)
      .when(abolishAgency({ abolishedOn: '2025-07-01' }))
      .thenRefused('agency/date-in-future', { on: '2025-07-01', today: '2025-06-30' });
  });
});

/** An agency of that id, after these events of its own. */
function row(agencyId: string, ...events: readonly PlacementEvent[]): AgencyRow {
  const own = events.map(
    (event) => ({ ...event, data: { ...event.data, agencyId } }) as LedgerEvent,
  );
  return viewOf([agencyEstablished({ agencyId, name: agencyId }), ...own], agencyId).agency;
}
const under = (parentId: string | null, from: LocalDate) => agencyPlaced(parentId, from);

describe('the tree of agencies 机关树', () => {
  it('has those for children that were under the agency as the year ended', () => {
    const agencies = [
      row('shi'),
      row('jia', under('shi', '2024-12-31')),
      row('yi', under('shi', '2025-01-01')),
      row('bing', under('shi', '2023-01-01'), under('jia', '2024-06-01')),
    ];
    const ids = (year: number) => childrenIn(agencies, 'shi', year).map(({ agencyId }) => agencyId);
    expect([2023, 2024, 2025].map(ids)).toEqual([['bing'], ['jia'], ['jia', 'yi']]);
  });

  it('expects the report of an abolished agency on its last year and no later', () => {
    const agencies = [row('shi'), row('jia', under('shi', '2020-01-01'), agencyAbolished())];
    const counts = [2024, 2025, 2026].map((year) => childrenIn(agencies, 'shi', year).length);
    expect(counts).toEqual([1, 1, 0]);
  });

  it('is walked upwards, and around a ring once', () => {
    const agencies = [row('shi'), row('qu', under('shi', '2020-01-01'))];
    const ju = row('ju', under('qu', '2020-01-01'));
    expect(upwards([...agencies, ju], 'ju', '2024-12-31')).toEqual(['ju', 'qu', 'shi']);
    expect(treeOn([...agencies, ju], '2024-12-31')).toMatchObject([
      { agencyId: 'shi', children: [{ agencyId: 'qu', children: [{ agencyId: 'ju' }] }] },
    ]);
    expect(treeOn([...agencies, ju], '2019-12-31')).toHaveLength(3);
    const ring = [row('a', under('b', '2020-01-01')), row('b', under('a', '2020-01-01'))];
    expect(upwards(ring, 'a', '2024-12-31')).toEqual(['a', 'b']);
  });
});
