import {
  accountDecider,
  inOffice,
  type AccountCommand,
  type Around,
} from '../../src/access/domain/account.decider.js';
import {
  ADMIN_ROLES,
  isAdminRole,
  ROLES,
  type AccountEvent,
  type AccountFacts,
} from '../../src/access/domain/account.events.js';
import { isRefusal } from '../../src/kernel/decider.js';
import type { LocalDate } from '../../src/kernel/local-date.js';
import * as account from '../support/builders/accounts.js';
import type { Figures, Run } from '../support/crash/harness.js';
import { Chance } from '../support/tamper/random.js';

/*
 * S-21 三员分立: sequences of commands, by anybody to anybody. Nobody comes to be two of the three
 * or one of them and something else, nobody changes what he himself may do, and none is ever missing.
 */

const IDS = ['a', 'b', 'c', 'd', 'e'] as const;
const TYPES = [
  ...(['OpenAccount', 'ChangeRoles', 'ChangeRoles'] as const),
  ...(['DisableAccount', 'EnableAccount'] as const),
];
const STEPS = 40;
const TODAY = '2025-06-30' as LocalDate;

type Accounts = Map<string, AccountFacts>;

export function threeAdministrators({ cases, seed, fault = false }: Run): Promise<Figures> {
  const chance = new Chance(seed);
  const failures: string[] = [];
  let steps = 0;
  for (let at = 0; at < cases && failures.length < 20; at += 1) {
    const accounts: Accounts = new Map(
      ADMIN_ROLES.map((role, nth) => [IDS[nth]!, account.other(IDS[nth]!, role)]),
    );
    for (let step = chance.below(STEPS); step >= 0; step -= 1) {
      steps += 1;
      const broken = take(chance, accounts, fault);
      if (broken !== null) failures.push(`sequence ${String(at)}: ${broken}`);
    }
  }
  return Promise.resolve({ counts: { sequences: cases, steps }, failures });
}

/** Takes one step, and says which promise it broke. */
function take(chance: Chance, accounts: Accounts, fault: boolean): string | null {
  const accountId = chance.pick(IDS);
  const decidedBy = chance.below(6) === 0 ? null : chance.pick(IDS);
  const roles = chance.shuffled(ROLES).slice(0, chance.below(3));
  const type = chance.pick(TYPES);
  const others = [...accounts.values()].filter((one) => one.accountId !== accountId);
  const command = {
    ...{ type, today: TODAY, data: { agencyId: 'jia', accountId, roles } },
    sealed: { name: '甲', loginName: 'jia' },
  } as AccountCommand;
  const before = accounts.get(accountId) ?? null;
  const decider = accountDecider({ others, loginNameTaken: false, decidedBy });
  const outcome = decided({ others, loginNameTaken: false, decidedBy }, command, before, fault);
  const after = outcome.reduce<AccountFacts | null>(decider.evolve, before);
  if (after !== null) accounts.set(accountId, after);
  if (accountId === decidedBy && before !== null && after?.roles.join() !== before.roles.join()) {
    return `${accountId} gave himself ${String(after?.roles.join())}`;
  }
  const all = [...accounts.values()];
  if (inOffice(all).size < ADMIN_ROLES.length) return `${type} left one of the three missing`;
  const two = all.find(({ roles: held }) => held.length > 1 && held.some(isAdminRole));
  return two === undefined ? null : `${two.accountId} is ${two.roles.join()}`;
}

/** The fault: roles may be held together. */
function decided(
  around: Around,
  command: AccountCommand,
  before: AccountFacts | null,
  fault: boolean,
): readonly AccountEvent[] {
  const outcome = accountDecider(around).decide(command, before);
  if (!isRefusal(outcome)) return outcome;
  if (!fault || outcome.refused !== 'account/roles-exclusive') return [];
  const { type, data, today: occurredOn } = command;
  if (type !== 'ChangeRoles') return [];
  return [{ type: 'AccountRolesChanged', occurredOn, data }];
}
