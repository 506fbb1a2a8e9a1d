import type { LetterFacts } from '../../letters/domain/letter-facts.js';
import { outcomeOf } from '../../letters/domain/letters-for.js';
import { remedyOf } from '../../letters/domain/remedy.js';
import { you } from './letter.js';

/**
 * 救济途径 in the words of a reply: 行政复议 within 60 days, then a suit within 15 (《行政诉讼法》第45条), or
 * a suit at once within six months (第46条).
 */
export function remedyWords(facts: LetterFacts): string | null {
  const { agency, request, issuedOn } = facts;
  const outcome = outcomeOf(request);
  const decidedOn =
    request.redecisions.findLast((it) => it.outcome !== null)?.decidedOn ?? request.decidedOn;
  const remedy = outcome === null ? null : remedyOf(outcome, decidedOn ?? issuedOn, agency);
  if (remedy === null) return null;
  const organ = agency.reviewOrgan ?? '有管辖权的行政复议机关';
  const court = agency.court ?? '有管辖权的人民法院';
  if (remedy.path === 'reconsideration-first') {
    return (
      `${you(facts)}对本决定不服的，依照《中华人民共和国行政复议法》第二十三条第一款第（四）项的规定，` +
      `应当自收到本决定之日起60日内先向${organ}申请行政复议；对行政复议决定不服的，` +
      `可以自收到行政复议决定书之日起15日内，依照《中华人民共和国行政诉讼法》第四十五条的规定` +
      `向${court}提起行政诉讼。`
    );
  }
  return (
    `${you(facts)}对本答复不服的，可以自收到本答复之日起60日内向${organ}申请行政复议，` +
    `也可以自收到本答复之日起6个月内，依照《中华人民共和国行政诉讼法》第四十六条第一款的规定` +
    `直接向${court}提起行政诉讼。`
  );
}
