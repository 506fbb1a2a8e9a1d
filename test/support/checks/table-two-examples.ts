import { DEFAULT_REPORT_RULES } from '../../../src/agencies/domain/report-rules.events.js';
import type { CheckId } from '../../../src/annual-reports/domain/checks.events.js';
import { countReported, documentIssued, documentRepealed } from '../builders/publications.js';
import { counted, found, lastYear, paper, type CheckExample } from './example.js';

const [MADE, REPEALED, VALID] = ['made', 'repealed', 'valid'].map(
  (figure) => `table2.normative_documents.${figure}`,
) as [string, string, string];
const FEES = 'table2.fees_wan_yuan';
const GOVERNMENT = { name: '甲市人民政府', shortName: '甲市', level: 'government' } as const;

const old = documentIssued({ documentNumber: '甲发〔2020〕1号', issuedOn: '2020-05-06' });
const documents = [
  old,
  documentRepealed('2025-06-30', { documentNumber: '甲发〔2020〕1号' }),
  documentIssued(),
];

export const TABLE_TWO_EXAMPLES = {
  'T2-01': {
    fires: paper({ 'table2.licensing': 2.5, [FEES]: -1, 'table2.coercion': '增52' }),
    finds: [
      found('E', '2.5', '不小于 0 的整数', ['table2.licensing']),
      found('E', '增52', '不小于 0 的整数', ['table2.coercion']),
      found('E', '-1', '不小于 0 的数，单位万元', [FEES]),
    ],
    quiet: paper({ 'table2.licensing': 2, [FEES]: 1.25, 'table2.coercion': '/' }),
  },
  'T2-02': {
    fires: counted(documents, { previous: lastYear({ [VALID]: 4 }) }),
    finds: [
      found(
        'W',
        '1',
        '4＋1－1＝4',
        [MADE, REPEALED, VALID],
        ['甲发〔2020〕1号', '甲发〔2025〕1号'],
      ),
    ],
    quiet: counted(documents),
  },
  'T2-03': {
    fires: paper({ 'table2.regulations.valid': 3 }),
    finds: [found('W', '3', '0', ['table2.regulations.valid'])],
    quiet: paper(
      { 'table2.regulations.valid': 3 },
      { rules: { ...DEFAULT_REPORT_RULES, makesRegulations: true } },
    ),
  },
  'T2-04': {
    fires: paper({ [FEES]: 10_001 }),
    finds: [found('W', '10001 万元', '部门不超过 10000 万元', [FEES])],
    quiet: paper({ [FEES]: 10_001 }, { agency: GOVERNMENT, previous: lastYear({ [FEES]: 1001 }) }),
  },
  'T2-05': {
    fires: paper({ 'table2.licensing': '', [FEES]: '—' }),
    finds: [found('E', '2 格空白或者写了符号', '0 格', ['table2.licensing', FEES])],
    quiet: paper({ 'table2.licensing': null, [FEES]: '0万元' }),
  },
  'T2-06': {
    fires: paper({ [MADE]: 2, [REPEALED]: 5 }, { previous: lastYear({ [VALID]: 2 }) }),
    finds: [found('W', '5', '2＋2＝4', [MADE, REPEALED, VALID])],
    quiet: paper({ [MADE]: 2, [REPEALED]: 4 }, { previous: lastYear({ [VALID]: 2 }) }),
  },
  'T2-07': {
    fires: counted([
      countReported('2024-05', 'licensing', 22),
      countReported('2025-05', 'licensing', 11),
      countReported('2024-05', 'coercion', 22),
      countReported('2025-05', 'coercion', 10),
      countReported('2025-05', 'punishment', 11),
    ]),
    finds: [
      found('I', '11', '0', ['table2.punishment'], ['2025-05']),
      found('I', '10', '22', ['table2.coercion'], ['2025-05']),
    ],
    quiet: counted([
      // A ledger that begins this year: nothing is known of last year's.
      countReported('2025-05', 'licensing', 11),
      documentIssued({ issuedOn: '2024-05-06' }),
    ]),
  },
  'T2-08': {
    fires: paper({}, { rules: { ...DEFAULT_REPORT_RULES, decides: true } }),
    finds: [
      found('I', '0', '有许可、处罚、强制职权', [
        ...['table2.licensing', 'table2.punishment', 'table2.coercion'],
      ]),
    ],
    quiet: paper({ 'table2.coercion': 1 }, { rules: { ...DEFAULT_REPORT_RULES, decides: true } }),
  },
} as const satisfies Readonly<Record<Extract<CheckId, `T2-${string}`>, CheckExample>>;
