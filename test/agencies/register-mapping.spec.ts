import { agencyDecider } from '../../src/agencies/domain/agency.decider.js';
import { agencyEstablished, mapRegister, registerMapped } from '../support/builders/agencies.js';
import { specification } from '../support/specification.js';

const given = specification(agencyDecider);
const established = agencyEstablished();

describe('MapRegister 确定台账对照', () => {
  it('keeps the whole of it, for one register, and says nothing twice', () => {
    given(established).when(mapRegister()).then(registerMapped());
    const turned = {
      columns: { 受理编号: '登记编号' },
      values: { 申请人类型: { 公民: '自然人' } },
    };
    given(established, registerMapped()).when(mapRegister(turned)).thenNothing();
    given(established, registerMapped())
      .when(mapRegister({ register: 'counts' }))
      .then(registerMapped({ register: 'counts' }));
    given(established, registerMapped())
      .when(mapRegister({ values: {} }))
      .then(registerMapped({ values: {} }));
  });

  it.each([
    [{ columns: { ' ': '登记编号' } }, ' '],
    [{ columns: { 受理编号: '' } }, ''],
    [{ values: { 申请人类型: { '公\u0007民': '自然人' } } }, '公\u0007民'],
    [{ columns: { ['甲'.repeat(201)]: '登记编号' } }, '甲'.repeat(20)],
    [{ columns: columnsOf(1_001) }, ''],
  ])('refuses %j', (mapping, word) => {
    given(established)
      .when(mapRegister(mapping))
      .thenRefused('agency/register-mapping-unusable', { word, max: 1_000 });
  });

  it('takes as many as there may be', () => {
    const columns = columnsOf(1_000);
    given(established)
      .when(mapRegister({ columns, values: {} }))
      .then(registerMapped({ columns, values: {} }));
  });
});

function columnsOf(count: number): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, at) => [`列${String(at)}`, '登记编号']),
  );
}
