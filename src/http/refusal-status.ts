import type { RefusalCode } from '../words/refusals.zh-CN.js';
import { REQUEST_REFUSAL_STATUS } from './request-refusal-status.js';

/**
 * 404 for what is not there, 409 for what the state forbids, 422 for what the law or the calendar
 * forbids.
 */
export const REFUSAL_STATUS: Readonly<Record<RefusalCode, 404 | 409 | 422>> = {
  'agency/name-missing': 422,
  'agency/already-established': 409,
  'agency/not-established': 404,
  'agency/already-so-named': 409,
  'agency/office-already-designated': 409,
  'agency/staff-id-missing': 422,
  'agency/staff-already-appointed': 409,
  'agency/staff-not-appointed': 409,
  'agency/staff-released-before-appointed': 422,
  'agency/date-in-future': 422,
  'agency/fee-decimals-out-of-range': 422,
  'agency/retention-out-of-range': 422,
  'agency/letter-prefix-unusable': 422,

  ...REQUEST_REFUSAL_STATUS,

  'appeal/case-number-missing': 422,
  'appeal/already-filed': 409,
  'appeal/not-filed': 404,
  'appeal/already-concluded': 409,
  'appeal/concluded-before-accepted': 422,
  'appeal/date-in-future': 422,

  'appeal/nothing-to-correct': 409,
  'appeal/correction-reason-missing': 422,
  'appeal/correction-of-nothing': 409,
  'appeal/correction-out-of-order': 422,
  'appeal/voided': 409,
  'appeal/void-reason-missing': 422,
  'appeal/nothing-to-void': 409,

  'document/number-missing': 422,
  'document/title-missing': 422,
  'document/already-issued': 409,
  'document/not-issued': 404,
  'document/already-repealed': 409,
  'document/repealed-before-issued': 422,
  'document/date-in-future': 422,

  'document/nothing-to-correct': 409,
  'document/correction-reason-missing': 422,
  'document/correction-of-nothing': 409,
  'document/correction-out-of-order': 422,
  'document/voided': 409,
  'document/void-reason-missing': 422,
  'document/nothing-to-void': 409,

  'count/not-a-quantity': 422,
  'count/category-missing': 422,
  'count/month-in-future': 422,
  'count/already-reported': 409,
  'count/not-reported': 409,
  'count/nothing-to-correct': 409,
  'count/correction-reason-missing': 422,
  'count/opening-already-stated': 409,
  'count/opening-not-stated': 409,
  'count/name-taken': 422,

  'annual-report/year-not-covered': 422,
  'annual-report/year-not-begun': 422,
  'annual-report/year-not-over': 422,
  'annual-report/signed-before-year-end': 422,
  'annual-report/not-drafted': 409,
  'annual-report/date-in-future': 422,
  'annual-report/filed-before-signed': 422,
  'annual-report/already-filed': 409,
  'annual-report/not-filed': 404,
  'annual-report/beyond-head': 404,
  'annual-report/positions-reversed': 422,
  'annual-report/unknown-figure': 409,
  'annual-report/unknown-cell': 404,

  'letter/not-in-this-state': 409,
  'letter/particular-missing': 422,
  'letter/word-unusable': 422,
  'letter/differs-from-ledger': 409,
  'letter/number-taken': 409,
  'letter/not-issued': 404,
  'letter/already-cancelled': 409,
  'letter/cancel-reason-missing': 422,
};
