import { isWithin, lastDayOf, yearPeriod } from '../../src/kernel/local-date.js';
import type { Outcome } from '../../src/requests/domain/request.events.js';
import { closureOf } from '../../src/requests/domain/request.facts.js';
import type { RegisterRow } from '../request-register.projection.js';
import { tableThreeCells } from '../table-three.js';
import type { Check, CheckedReport, Found } from './check.js';
import { processingFeeSaid } from './processing-fee-words.js';

/** 表三的校验: what stands behind its rows, request by request. A report from elsewhere has no requests. */
export const REQUEST_CHECKS = {
  'T3-08': { severity: 'E', basis: '台账规则：登记不齐的申请数不进报告', find: incomplete },
  'T3-09': { severity: 'W', basis: '《条例》第33条', find: overdue },
  'T3-10': {
    severity: 'I',
    basis: '《条例》第36条第（四）项、第（五）项',
    find: (report) => lacking(report, 'unable_not_held', (it) => it.notHeldBecause !== null),
  },
  'T3-11': { severity: 'E', basis: '《条例》第42条；国办函〔2020〕109号', find: feesUntold },
  'T3-12': {
    severity: 'W',
    basis: '《条例》第30条',
    find: (report) =>
      lacking(report, 'other_no_correction', (it) => it.handling.supplement !== null),
  },
  'T3-13': {
    severity: 'W',
    basis: '《条例》第30条',
    find: (report) =>
      lacking(report, 'unable_unclear', (it) => Boolean(it.handling.supplement?.receivedOn)),
  },
  'T3-14': {
    severity: 'W',
    basis: '《条例》第32条',
    find: (report) =>
      lacking(report, 'denied_third_party', (it) =>
        it.handling.consultations.some(({ party }) => party === 'third-party'),
      ),
  },
  'T3-15': { severity: 'W', basis: '《条例》第36条第（六）项', find: repeatsOfNothing },
} as const satisfies Readonly<Record<string, Check>>;

/** The requests that ended in the year with the result and that the table counts. */
function endedWith(report: CheckedReport, outcome: Outcome): readonly RegisterRow[] {
  const { ledger, year } = report;
  if (ledger === null) return [];
  const cell = `table3.${outcome}.total` as const;
  return ledger.requests.filter(
    (request) =>
      closureOf(request)?.outcome === outcome &&
      tableThreeCells(request, yearPeriod(year), ledger.counting).includes(cell),
  );
}

/** Compares how many requests ended with a result with how many of them have what it rests on. */
function lacking(
  report: CheckedReport,
  outcome: Outcome,
  rests: (request: RegisterRow) => boolean,
): readonly Found[] {
  const ended = endedWith(report, outcome);
  const without = ended.filter((request) => !rests(request));
  if (without.length === 0) return [];
  return [
    {
      left: `${String(ended.length)} 件`,
      right: `${String(ended.length - without.length)} 件`,
      cells: [`table3.${outcome}.total`].filter((cell) => report.cells.has(cell)),
      cases: without.map(({ number }) => number),
    },
  ];
}

/**
 * One finding for each request, so that it is looked at by itself. Every request has its kind of
 * applicant since it was registered; what may be missing is the day it was received, or the day a
 * reply of the year was served, without which its result counts nowhere.
 */
function incomplete({ ledger, year, today }: CheckedReport): readonly Found[] {
  if (ledger === null) return [];
  const end = lastDayOf(year);
  return ledger.requests.flatMap((request): readonly Found[] => {
    const { number, subject, voidedOn, arrivedOn, receivedOn, decidedOn } = request;
    if (voidedOn !== null || subject !== 'disclosure') return [];
    const cases = [number];
    if (receivedOn === null) {
      if (arrivedOn === null || arrivedOn > end) return [];
      return [{ left: `${number}：${arrivedOn} 到达`, right: '没有收到日期', cases }];
    }
    // While the year runs, a reply may well be on its way.
    if (decidedOn === null || !isWithin(decidedOn, yearPeriod(year)) || today <= end) return [];
    if (closureOf(request) !== null) return [];
    return [{ left: `${number}：${decidedOn} 答复`, right: '没有送达日期', cases }];
  });
}

function overdue({ ledger, year, today }: CheckedReport): readonly Found[] {
  if (ledger === null) return [];
  const end = lastDayOf(year);
  const late = ledger.requests.filter((request) => {
    const { dueOn } = request;
    if (dueOn === null || dueOn > end || dueOn >= today) return false;
    const cells = tableThreeCells(request, yearPeriod(year), ledger.counting);
    return cells.includes('table3.carried_out.total');
  });
  if (late.length === 0) return [];
  return [
    {
      left: `${String(late.length)} 件到期没有办结`,
      right: '0 件',
      cells: ['table3.carried_out.total'],
      cases: late.map(({ number }) => number),
    },
  ];
}

function feesUntold(report: CheckedReport): readonly Found[] {
  const { ledger, words, year } = report;
  if (ledger === null) return [];
  const unasked = endedWith(report, 'other_no_payment')
    .filter(({ handling }) => handling.fee === null)
    .map(({ number }) => ({
      left: `${number}：逾期未缴费不再处理`,
      right: '没有收费通知',
      cells: ['table3.other_no_payment.total'].filter((cell) => report.cells.has(cell)),
      cases: [number],
    }));
  const said = words === null ? null : processingFeeSaid(words);
  const paid = ledger.requests.filter(
    ({ handling: { fee }, voidedOn }) =>
      voidedOn === null && isWithin(fee?.paidOn ?? null, yearPeriod(year)),
  );
  const collected = paid.reduce((sum, { handling: { fee } }) => sum + (fee?.amount ?? 0), 0);
  if (said === null || said === collected) return unasked;
  return [
    ...unasked,
    {
      left: `第六部分：${said === 0 ? '没有收取信息处理费' : `收取 ${String(said)} 元`}`,
      right: `台账：收取 ${String(collected)} 元`,
      cases: paid.map(({ number }) => number),
    },
  ];
}

/** 重复申请告知书 names the earlier reply and its day: it is not issued without them. */
function repeatsOfNothing(report: CheckedReport): readonly Found[] {
  const letters = report.ledger?.letters ?? [];
  const linked = new Set(
    letters
      .filter(({ kind, cancelledOn }) => kind === 'repeat' && cancelledOn === null)
      .map(({ requestNumber }) => requestNumber),
  );
  return lacking(report, 'reject_repeat', ({ number }) => linked.has(number));
}
