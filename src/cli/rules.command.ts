import { randomUUID } from 'node:crypto';
import { AdoptCountingRulesCommand } from '../agencies/adopt-counting-rules.handler.js';
import { AdoptLetterRulesCommand } from '../agencies/adopt-letter-rules.handler.js';
import {
  letterPrefixOf,
  type LetterRules,
  type PartlyGrantedRemedy,
} from '../agencies/domain/letter-rules.events.js';
import { AdoptReportRulesCommand } from '../agencies/adopt-report-rules.handler.js';
import { AdoptProcedureRulesCommand } from '../agencies/adopt-procedure-rules.handler.js';
import { reportRuleWords } from '../words/report-rules.zh-CN.js';
import { countingWords, procedureWords } from '../words/procedure.zh-CN.js';
import { recompute, recomputedWords } from './calendar.command.js';
import { chosenRules, type ProcedureGiven } from './procedure-given.js';
import { chosenReportRules, type ReportRulesGiven } from './report-rules-given.js';
import { documentNumberOf } from '../letters/domain/letter.events.js';
import { sent } from './given.js';
import type { Output } from './output.js';
import { agencyMeant, send, type Session } from './session.js';

/** What `gongkai rules` may name of the documents. */
export type LetterRulesGiven = Readonly<{
  letterPrefix?: string;
  reviewOrgan?: string;
  court?: string;
  partlyGranted?: PartlyGrantedRemedy;
}>;

/** `gongkai rules`: adopts what is named and shows what then holds. */
export async function countingRules(
  session: Session,
  output: Output,
  {
    feeDecimals,
    agency,
    splitParts,
    mergedRequests,
    pendingAppeals,
    procedure: asked,
    report,
    ...letters
  }: LetterRulesGiven &
    Readonly<{
      feeDecimals: number | undefined;
      splitParts?: 'each' | 'original';
      mergedRequests?: 'each' | 'lead';
      pendingAppeals?: 'each' | 'first';
      procedure: ProcedureGiven;
      report: ReportRulesGiven;
      agency: string | undefined;
    }>,
): Promise<void> {
  const { agencyId, name, shortName } = await agencyMeant(session, agency);
  const counted = sent({ feeDecimals, splitParts, mergedRequests, pendingAppeals });
  if (Object.keys(counted).length > 0) {
    const data = { agencyId, ...counted };
    const today = session.clock.today();
    const meta = { commandId: randomUUID(), actor: session.actor };
    const command = { type: 'AdoptCountingRules', data, today } as const;
    await session.commands.execute(new AdoptCountingRulesCommand(command, meta));
  }
  const chosen = sent(letters);
  if (Object.keys(chosen).length > 0) {
    const data = { agencyId, ...chosen };
    await send(session, AdoptLetterRulesCommand, { type: 'AdoptLetterRules', data });
  }
  const adopted = chosenRules(asked);
  if (Object.keys(adopted).length > 0) {
    const data = { agencyId, ...adopted };
    await send(session, AdoptProcedureRulesCommand, { type: 'AdoptProcedureRules', data });
  }
  const checked = chosenReportRules(report);
  if (Object.keys(checked).length > 0) {
    const data = { agencyId, ...checked };
    await send(session, AdoptReportRulesCommand, { type: 'AdoptReportRules', data });
  }
  const recomputed = Object.keys(adopted).length > 0 ? await recompute(session, agencyId) : [];
  const { rules, letterRules, procedure, reportRules } = await agencyMeant(session, agencyId);
  const words = [
    ...countingWords(rules).map((line, at) => (at === 0 ? `${name} 统计口径：${line}` : line)),
    ...procedureWords(procedure),
    ...letterRuleWords(letterRules, shortName),
    ...reportRuleWords(reportRules),
  ];
  output.answer({ ...rules, ...letterRules, procedure, report: reportRules, recomputed }, [
    ...words,
    ...recomputedWords(recomputed),
  ]);
}

function letterRuleWords(rules: LetterRules, shortName: string): readonly string[] {
  const prefix = letterPrefixOf(rules, shortName);
  const remedy =
    rules.partlyGranted === 'reconsideration-first' ? '先行政复议' : '行政复议或者直接诉讼';
  return [
    `文书：文号如 ${documentNumberOf(prefix, 2026, 1)}；` +
      `复议机关写“${rules.reviewOrgan ?? '有管辖权的行政复议机关'}”，` +
      `法院写“${rules.court ?? '有管辖权的人民法院'}”。`,
    `部分公开的救济：${remedy}（推定，没有能够核对的明文，请与法制机构核对）。`,
  ];
}
