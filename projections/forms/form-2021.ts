import { ROWS, type Row } from '../table-three.js';
import { form } from './form.js';
import type { TableTwoSource } from './table-two-sources.js';

const rows = Object.fromEntries(ROWS.map((row) => [row, row])) as Readonly<Record<Row, Row>>;

/** For the reports on 2021 and later; no revision is known up to those on 2025. */
export const FORM_2021 = form({
  version: '2021',
  basis: '国办公开办函〔2021〕30号',
  headings: {
    overview: '一、总体情况',
    publications: '二、主动公开政府信息情况',
    requests: '三、收到和处理政府信息公开申请情况',
    appeals: '四、政府信息公开行政复议、行政诉讼情况',
    problems: '五、存在的主要问题及改进情况',
    otherMatters: '六、其他需要报告的事项',
  },
  tableTwo: {
    'table2.regulations.made': { documents: 'regulations', figure: 'made' },
    'table2.regulations.repealed': { documents: 'regulations', figure: 'repealed' },
    'table2.regulations.valid': { documents: 'regulations', figure: 'valid' },
    'table2.normative_documents.made': { documents: 'normative_documents', figure: 'made' },
    'table2.normative_documents.repealed': { documents: 'normative_documents', figure: 'repealed' },
    'table2.normative_documents.valid': { documents: 'normative_documents', figure: 'valid' },
    'table2.licensing': { sum: 'licensing' },
    'table2.punishment': { sum: 'punishment' },
    'table2.coercion': { sum: 'coercion' },
    'table2.fees_wan_yuan': { sum: 'fees_fen', unit: 'wan-yuan' },
  } satisfies Record<string, TableTwoSource>,
  rows,
});
