import { namedFigures } from '../../src/annual-reports/named-figures.js';
import { rolledUpReport } from '../../src/annual-reports/rolled-up-report.js';
import type { LedgerEvent } from '../../src/read-models/recorded-events.js';
import { agencyEstablished } from '../support/builders/agencies.js';
import { requestRegistered } from '../support/builders/requests.js';
import { agencyPlaced, reportReceived } from '../support/builders/roll-ups.js';
import { viewOf } from '../support/builders/views.js';

const tree: readonly LedgerEvent[] = [
  agencyEstablished({ agencyId: 'shi', name: '某市人民政府' }),
  agencyEstablished(),
  agencyPlaced('shi', '2020-01-01'),
];

/** What the text of the sum says under a name. */
function said(name: string, ...events: readonly LedgerEvent[]): unknown {
  const history = [...tree, ...events];
  const views = ['shi', 'jia'].map((agencyId) => viewOf(history, agencyId));
  const { annual } = rolledUpReport(views, 'shi', 2025);
  return namedFigures(annual).get(name);
}

describe('the words of a sum 汇总的文字', () => {
  const own = requestRegistered({ agencyId: 'shi', number: '1', channel: 'counter' });
  const child = requestRegistered({ number: '2', channel: 'website' });

  it('say how the requests of all came, and what all were paid', () => {
    expect(said('申请渠道情况', own, child)).toBe(
      '新收的申请按渠道分：当面提交的1件，网站提交的1件。',
    );
    expect(said('信息处理费情况', own, child)).toBe('2025年没有收取政府信息公开信息处理费。');
  });

  it('say nothing of what the register of a child would tell, where that is not here', () => {
    const cells = { 'table3.new_received.natural': 3, 'table3.new_received.total': 3 };
    const file = reportReceived({ year: 2025, statedYear: 2025, cells });
    expect(said('新收申请数', own, file)).toBe('4');
    expect(said('申请渠道情况', own, file)).toBe('');
    expect(said('信息处理费情况', own, file)).toBe(
      '（信息处理费收取情况，请按各机关的报告填写。）',
    );
  });
});
