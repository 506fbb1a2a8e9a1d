import type { Vault } from '../ledger/vault/vault.js';
import { proseOf } from '../../projections/checks/report-words.js';
import type { ReportWords } from '../../projections/checks/check.js';

/** Names of people are this long; of two characters only where the text says whose they are. */
const NAME_LENGTHS = [3, 4] as const;
const SAID_TO_BE_A_NAME =
  /申请人([\u4e00-\u9fff]{2})|([\u4e00-\u9fff]{2})(?:先生|女士|同志|等人?(?:提出|申请))/g;

/**
 * How many names of the agency's applicants stand in a text. The index is asked for everything that
 * may be one and answers by tags: no sealed part is opened, and nothing of a person is in the answer.
 */
export function applicantsNamed(
  vault: Pick<Vault, 'streamsNaming' | 'away'>,
  agencyId: string,
  words: ReportWords | null,
): number {
  // Without its keys a ledger is counted and checked all the same; nobody can say whom it names.
  if (words === null || vault.away !== null) return 0;
  const own = `request-${agencyId}-`;
  return [...candidatesIn(proseOf(words))].filter((name) =>
    vault.streamsNaming('applicant', name).some((stream) => stream.startsWith(own)),
  ).length;
}

function candidatesIn(text: string): ReadonlySet<string> {
  const candidates = new Set<string>();
  for (const [run] of text.matchAll(/[\u4e00-\u9fff·]+/g)) {
    for (const length of NAME_LENGTHS) {
      for (let at = 0; at + length <= run.length; at += 1)
        candidates.add(run.slice(at, at + length));
    }
  }
  for (const [, after, before] of text.matchAll(SAID_TO_BE_A_NAME)) {
    candidates.add(after ?? before ?? '');
  }
  candidates.delete('');
  return candidates;
}
