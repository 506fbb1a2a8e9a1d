import fc from 'fast-check';
import {
  accountDecider,
  inOffice,
  type AccountCommand,
} from '../../src/access/domain/account.decider.js';
import {
  accountFacts,
  ADMIN_ROLES,
  isAdminRole,
  ROLES,
  type AccountFacts,
} from '../../src/access/domain/account.events.js';
import { isRefusal } from '../../src/kernel/decider.js';
import type { LocalDate } from '../../src/kernel/local-date.js';
import * as account from '../support/builders/accounts.js';

const TODAY = '2025-06-30' as LocalDate;

describe('OpenAccount 开通账户', () => {
  const decide = accountDecider(account.ALONE).decide;

  it('keeps the names out of what stays in the clear, and the roles each once', () => {
    const outcome = decide(account.openAccount({ roles: ['leader', 'handler', 'leader'] }), null);
    expect(outcome).toEqual([
      {
        type: 'AccountOpened',
        occurredOn: TODAY,
        data: { agencyId: 'jia', accountId: 'a1', roles: ['handler', 'leader'] },
        sealed: { name: '欧阳小明', loginName: 'ouyang' },
      },
    ]);
  });

  it.each(['', 'a', 'Ou', 'ou yang', '-ou', 'o'.repeat(33), 'ou@yang'])(
    'takes no login name that is hard to type or to tell from another: %j',
    (loginName) => {
      expect(decide(account.openAccount({}, { loginName }), null)).toMatchObject({
        refused: 'account/login-name-unusable',
      });
    },
  );
});

describe('ChangeRoles 变更角色', () => {
  const open = accountFacts(null, account.accountOpened('audit-admin'));

  it('lets one of 三员 go when another person has the same role and may sign in', () => {
    const command = account.changeRoles('handler');
    const other = account.other('a2', 'audit-admin');
    const decide = (others: readonly AccountFacts[]) =>
      accountDecider({ ...account.ALONE, others }).decide(command, open);
    expect(decide([other])).toMatchObject([{ type: 'AccountRolesChanged' }]);
    expect(decide([{ ...other, disabled: true }])).toMatchObject({
      refused: 'account/last-of-three',
    });
  });

  it('adds nothing when nothing changes', () => {
    const { decide } = accountDecider(account.ALONE);
    expect(decide(account.changeRoles('audit-admin'), open)).toEqual([]);
  });
});

describe('三员分立', () => {
  const IDS = ['a', 'b', 'c', 'd', 'e'];
  const step = fc.record({
    type: fc.constantFrom<AccountCommand['type']>(
      ...([
        'OpenAccount',
        'ChangeRoles',
        'ChangeRoles',
        'DisableAccount',
        'EnableAccount',
      ] as const),
    ),
    accountId: fc.constantFrom(...IDS),
    roles: fc.uniqueArray(fc.constantFrom(...ROLES), { maxLength: 2 }),
    decidedBy: fc.option(fc.constantFrom(...IDS), { nil: null }),
  });

  it('holds after any sequence of commands: nobody is two of them, and none is ever missing', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const state = new Map<string, AccountFacts>(
          ADMIN_ROLES.map((role, at) => [IDS[at]!, account.other(IDS[at]!, role)]),
        );
        for (const { type, accountId, roles, decidedBy } of steps) {
          const others = [...state.values()].filter((one) => one.accountId !== accountId);
          const decider = accountDecider({ others, loginNameTaken: false, decidedBy });
          const data = { agencyId: 'jia', accountId, roles };
          const sealed = { name: '甲', loginName: 'jia' };
          const command = { type, data, sealed, today: TODAY } as AccountCommand;
          const outcome = decider.decide(command, state.get(accountId) ?? null);
          if (isRefusal(outcome)) continue;
          const before = state.get(accountId) ?? null;
          const after = outcome.reduce<AccountFacts | null>(decider.evolve, before);
          if (after !== null) state.set(accountId, after);
          // Nobody changes what he himself may do.
          if (type !== 'OpenAccount' && accountId === decidedBy) {
            expect(after?.roles).toEqual(before?.roles);
          }
          expect(inOffice([...state.values()]).size).toBe(ADMIN_ROLES.length);
          for (const { roles: held } of state.values()) {
            if (held.some(isAdminRole)) expect(held).toHaveLength(1);
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
