import type { CheckId } from '../../../src/annual-reports/domain/checks.events.js';
import { cellsWith, child, childReport, rollUpOf } from '../builders/roll-ups.js';
import { found, type CheckExample } from './example.js';

const CARRIED_IN = 'table3.carried_in.natural';
const VALID = 'table2.normative_documents.valid';

const jia = child('甲局', { cells: cellsWith({ [CARRIED_IN]: 2 }) });
const yi = child('乙局');
const wholly = rollUpOf([jia, yi]);

const gone = childReport('丙局', { cells: cellsWith({ 'table3.carried_out.total': 3 }) });
const carried = childReport('甲局', { cells: cellsWith({ 'table3.carried_out.natural': 2 }) });
const carriedElse = childReport('甲局', { cells: cellsWith({ 'table3.carried_out.other': 2 }) });

const error = { id: 'T3-01', ...found('E', '1', '2') } as const;

const SHARED =
  '围绕年度重点任务，推进规划、财政预算决算、重大项目、社会救助领域的主动公开，编制完善基层标准化目录，设立公开专区，组织开放日活动，回应群众关切。';
const OWN =
  '建成全省第一个数字化查阅中心，十二名窗口人员轮岗答疑，把供水、供热、停电和公交改线的通知做成当天可订阅的短信，受理渔业补贴和海域使用权的查询。';
const writing = (name: string, text: string) =>
  child(name, {
    words: {
      ...{ title: [], preamble: '', signature: { agency: '', date: null } },
      parts: [{ heading: '一、总体情况', text }],
    },
  });

/** The sum of a superior's children, instead of one agency's report. */
export const ROLL_UP_EXAMPLES = {
  'R-01': {
    fires: rollUpOf([jia, child('丙局', { standing: 'missing' })]),
    finds: [found('E', '丙局', '未报送', [], ['丙局'])],
    quiet: wholly,
  },
  'R-02': {
    fires: rollUpOf([jia, yi], { cells: cellsWith({ [CARRIED_IN]: 3 }) }),
    finds: [found('E', '3', '2', [CARRIED_IN], ['甲局'])],
    quiet: wholly,
  },
  'R-03': {
    fires: rollUpOf([jia, child('乙局', { errors: [error] })]),
    finds: [found('E', '乙局', 'T3-01', [], ['乙局'])],
    quiet: wholly,
  },
  'R-04': {
    fires: rollUpOf([jia, child('乙局', { year: 2024 })]),
    finds: [found('E', '乙局 2024 年度，2021 年格式', '2025 年度，2021 年格式', [], ['乙局'])],
    quiet: wholly,
  },
  'R-05': {
    fires: rollUpOf([jia, child('丙局', { unit: '甲局（全市）' })]),
    finds: [found('E', '甲局', '丙局', [], ['甲局', '丙局'])],
    quiet: wholly,
  },
  'R-06': {
    fires: rollUpOf([jia, yi], { before: [gone] }),
    finds: [found('W', '丙局 结转 3 件', '没有承接的下级机关', [], ['丙局'])],
    quiet: rollUpOf([child('乙局', { cells: cellsWith({ 'table3.carried_in.total': 3 }) })], {
      before: [gone],
      successors: new Map([['丙局', '乙局']]),
    }),
  },
  'R-07': {
    fires: rollUpOf([jia, yi], { before: [carriedElse] }),
    finds: [found('W', '2', '0', [CARRIED_IN]), found('W', '0', '2', ['table3.carried_in.other'])],
    quiet: rollUpOf([jia, yi], { before: [carried] }),
  },
  'R-08': {
    fires: rollUpOf([
      writing('甲局', `${SHARED}公开12条。`),
      writing('乙局', `${SHARED}公开340条。`),
    ]),
    finds: [found('W', '甲局', '乙局（100%）', [], ['甲局', '乙局'])],
    quiet: rollUpOf([writing('甲局', SHARED), writing('乙局', OWN)]),
  },
  'R-09': {
    fires: rollUpOf([jia, child('乙局', { submittedOn: '2026-02-01' })]),
    finds: [found('W', '乙局 报送 2026-02-01', '2026-01-31 以前', [], ['乙局'])],
    quiet: rollUpOf([jia, child('乙局', { submittedOn: '2026-01-31' })]),
  },
  'R-10': {
    fires: rollUpOf([jia, yi], { heldDocuments: new Map([['乙局', 8]]) }),
    finds: [found('I', '乙局 现行有效 0 件', '清单 8 件', [VALID], ['乙局'])],
    quiet: rollUpOf([child('乙局', { cells: cellsWith({ [VALID]: 8 }) })], {
      heldDocuments: new Map([['乙局', 8]]),
    }),
  },
  'R-11': {
    fires: rollUpOf([child('甲局', { digest: 'other' })], {
      recorded: new Map([['甲局', '甲局']]),
    }),
    finds: [found('E', '甲局 汇总时的数字', '现在的数字', [], ['甲局'])],
    quiet: rollUpOf([jia], { recorded: new Map([['甲局', '甲局']]) }),
  },
} as const satisfies Readonly<Partial<Record<CheckId, CheckExample>>>;
