import { accountDecider } from '../../src/access/domain/account.decider.js';
import { accountFacts, type AccountFacts } from '../../src/access/domain/account.events.js';
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
