import type { Command, Refusal } from '../../kernel/decider.js';
import { LEDGER_RULE, type RegisterRequest } from './receipt.rules.js';
import type { RequestKey } from './request-key.js';
import type { ApplicantDetails, ApplicantFacts } from './request.events.js';
import type { RequestFacts } from './request.facts.js';
import { isOpenApplication } from './request-status.js';

/**
 * 拆分 (一事一申请): some of what one application asks for goes on under numbers of its own, each counted.
 * The original keeps its number for what is left of it. `sealed` says what each number asks for.
 */
export type SplitRequest = Command<'SplitRequest', RequestKey & { parts: readonly string[] }> & {
  readonly sealed: Readonly<Record<string, string>>;
};

export type SplitRefusal = Refusal<
  | 'request/not-registered'
  | 'request/original-not-open'
  | 'request/parts-missing'
  | 'request/part-number-twice'
>;

const ONE_MATTER = '台账规则：一事一申请，拆分的各件分别登记、分别计数';

/** The registrations that a split is made of, or why there is nothing to split. */
export function splitRequest(
  { data, sealed, today }: SplitRequest,
  original: RequestFacts | null,
  { coApplicantKinds, agent }: Pick<ApplicantFacts, 'coApplicantKinds' | 'agent'>,
  particulars: Partial<ApplicantDetails>,
): readonly RegisterRequest[] | SplitRefusal {
  const { agencyId, number, parts } = data;
  if (original === null) return { refused: 'request/not-registered', basis: LEDGER_RULE };
  const { receivedOn, channel, applicantKind } = original;
  if (receivedOn === null || !isOpenApplication(original)) {
    return { refused: 'request/original-not-open', basis: ONE_MATTER, facts: { number } };
  }
  if (parts.length === 0) return { refused: 'request/parts-missing', basis: ONE_MATTER };
  const twice = [number, ...parts].find((part, at, all) => all.indexOf(part) !== at);
  if (twice !== undefined) {
    return { refused: 'request/part-number-twice', basis: ONE_MATTER, facts: { number: twice } };
  }
  const shared = {
    ...{ agencyId, receivedOn, channel, applicantKind, splitFrom: number, kindStated: true },
    ...(coApplicantKinds === undefined ? {} : { coApplicantKinds }),
    ...(agent === undefined ? {} : { agent }),
  };
  return parts.map((part) => ({
    type: 'RegisterRequest',
    today,
    data: { ...shared, number: part },
    sealed: { applicant: '', ...particulars, description: sealed[part] ?? '' },
  }));
}
