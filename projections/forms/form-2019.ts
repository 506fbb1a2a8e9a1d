import { ROWS, type Row } from '../table-three.js';
import { form } from './form.js';
import { FORM_2021 } from './form-2021.js';
import type { TableTwoSource } from './table-two-sources.js';

/** （六）其他处理 is one row here. */
const rows: Readonly<Record<Row, Row | 'other_single'>> = {
  ...(Object.fromEntries(ROWS.map((row) => [row, row])) as Record<Row, Row>),
  other_no_correction: 'other_single',
  other_no_payment: 'other_single',
  other_misc: 'other_single',
};

/** 试行, for the reports on 2019 and 2020. */
export const FORM_2019 = form({
  version: '2019',
  basis: '国办公开办函〔2019〕60号',
  headings: { ...FORM_2021.headings, problems: '五、政府信息公开工作存在的主要问题及改进情况' },
  tableTwo: {
    'table2.regulations.made_new': { documents: 'regulations', figure: 'made' },
    'table2.regulations.published_new': { sum: 'regulations_published' },
    'table2.regulations.public_total': { newest: 'regulations_public', upTo: 'end' },
    'table2.normative_documents.made_new': { documents: 'normative_documents', figure: 'made' },
    'table2.normative_documents.published_new': { sum: 'normative_documents_published' },
    'table2.normative_documents.public_total': {
      newest: 'normative_documents_public',
      upTo: 'end',
    },
    'table2.licensing.last_year_items': { newest: 'licensing_items', upTo: 'beginning' },
    'table2.licensing.change': { change: 'licensing_items' },
    'table2.licensing.decisions': { sum: 'licensing' },
    'table2.other_services.last_year_items': { newest: 'other_services_items', upTo: 'beginning' },
    'table2.other_services.change': { change: 'other_services_items' },
    'table2.other_services.decisions': { sum: 'other_services' },
    'table2.punishment.last_year_items': { newest: 'punishment_items', upTo: 'beginning' },
    'table2.punishment.change': { change: 'punishment_items' },
    'table2.punishment.decisions': { sum: 'punishment' },
    'table2.coercion.last_year_items': { newest: 'coercion_items', upTo: 'beginning' },
    'table2.coercion.change': { change: 'coercion_items' },
    'table2.coercion.decisions': { sum: 'coercion' },
    'table2.fees.last_year_items': { newest: 'fees_items', upTo: 'beginning' },
    'table2.fees.change': { change: 'fees_items' },
    'table2.procurement.projects': { sum: 'procurement' },
    'table2.procurement.amount': { sum: 'procurement_fen', unit: 'yuan' },
  } satisfies Record<string, TableTwoSource>,
  rows,
});
