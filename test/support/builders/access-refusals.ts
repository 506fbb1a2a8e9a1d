import { tooMany } from '../../../src/access/access-refusals.js';
import { ACCESS_REFUSALS } from '../../../src/access/domain/access.refusals.js';
import { accountDecider, type Around } from '../../../src/access/domain/account.decider.js';
import {
  passwordRefusal,
  type PasswordRefusal,
} from '../../../src/access/domain/password.rules.js';
import * as account from './accounts.js';
import { refusedBy } from './refused-by.js';

/** 账户、登录、权限. */
export function accessRefusals() {
  const among = (around: Partial<Around> = {}) =>
    refusedBy(accountDecider({ ...account.ALONE, ...around }));
  const alone = among();
  const { openAccount, accountOpened, change, changeRoles } = account;
  const disabled = { type: 'AccountDisabled', ...dated(accountOpened()) } as const;
  return {
    ...ACCESS_REFUSALS,
    'access/too-many': tooMany(600).refusal,
    ...passwordRefusals(),
    'account/name-missing': alone(openAccount({}, { name: ' ' })),
    'account/login-name-unusable': alone(openAccount({}, { loginName: '欧阳' })),
    'account/login-name-taken': among({ loginNameTaken: true })(openAccount()),
    'account/roles-exclusive': alone(openAccount({ roles: ['handler', 'audit-admin'] })),
    'account/already-opened': alone(openAccount(), accountOpened('handler')),
    'account/not-opened': alone(changeRoles('handler')),
    'account/disabled': alone(change('ChangePassword'), accountOpened('handler'), disabled),
    'account/own-account': among({ decidedBy: 'a1' })(
      changeRoles('leader'),
      accountOpened('handler'),
    ),
    'account/last-of-three': alone(change('DisableAccount'), accountOpened('audit-admin')),
    'account/second-factor-missing': alone(change('RemoveSecondFactor'), accountOpened('handler')),
  };
}

function passwordRefusals() {
  const refused = (password: string): PasswordRefusal => {
    const refusal = passwordRefusal(password, 'ouyang');
    if (refusal === null) throw new Error(`${password} was not refused`);
    return refusal;
  };
  return {
    'access/password-too-short': refused('春眠不觉晓'),
    'access/password-too-long': refused('长'.repeat(129)),
    'access/password-common': refused('Password123'),
    'access/password-is-login-name': refused('ouyangouyang1'),
  };
}

function dated({ occurredOn, data }: ReturnType<typeof account.accountOpened>) {
  const { agencyId, accountId } = data;
  return { occurredOn, data: { agencyId, accountId } };
}
