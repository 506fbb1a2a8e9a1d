import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { ADMIN_ROLES, BUSINESS_ROLES, ROLE_DUTIES, roleNames } from '../account/roles';
import { ROLE_WORDS } from '../labels.zh-CN';
import { Loaded } from '../parts/loaded';
import { PageHead } from '../parts/page-head';
import { Rows, type Column } from '../parts/rows';
import { useSession } from '../session';
import { dayOf } from '../words.zh-CN';
import { remarksOn, useAccounts, type AccountState } from './accounts';

const ROLES = [...BUSINESS_ROLES, ...ADMIN_ROLES];

const COLUMNS: readonly Column<AccountState>[] = [
  {
    name: '姓名',
    cell: ({ accountId, name, loginName }) => (
      <Link to={`/accounts/${encodeURIComponent(accountId)}`}>
        {name ?? '（已销毁）'}
        {loginName !== null && `（${loginName}）`}
      </Link>
    ),
  },
  { name: '机关', cell: ({ agencyName }) => agencyName },
  { name: '角色', cell: ({ roles }) => roleNames(roles) },
  { name: '动态口令', cell: ({ secondFactor }) => (secondFactor ? '已绑定' : '没有') },
  { name: '最近登录', cell: ({ lastSignInOn }) => dayOf(lastSignInOn) },
  { name: '登录失败', cell: ({ failures }) => `${String(failures)} 次` },
  { name: '越权被拒', cell: ({ denials }) => `${String(denials)} 次` },
  { name: '提示', cell: (account) => <Remarks account={account} /> },
];

/** 账户: each person one, and what it was used for. */
export function AccountsPage() {
  const accounts = useAccounts();
  const { may } = useSession();
  const go = useNavigate();
  return (
    <>
      <PageHead
        title="账户和角色"
        lead="一人一个账户。系统管理员开通，安全管理员授予角色，审计管理员查看，三人互不兼任。"
        actions={
          may('accounts.open') && (
            <Button type="primary" onClick={() => void go('/accounts/new')}>
              开通账户
            </Button>
          )
        }
      />
      <section className="panel" aria-label="账户">
        <Loaded of={accounts}>
          {(found) => (
            <Rows
              caption="全部账户"
              columns={COLUMNS}
              rows={found}
              keyOf={({ accountId }) => accountId}
              none="还没有账户。"
            />
          )}
        </Loaded>
      </section>
      <section className="panel narrow" aria-label="角色">
        <h2>各角色能办什么</h2>
        <dl>
          {ROLES.map((role) => (
            <div key={role} className="term">
              <dt>{ROLE_WORDS[role]}</dt>
              <dd>{ROLE_DUTIES[role]}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}

function Remarks({ account }: Readonly<{ account: AccountState }>) {
  const remarks = remarksOn(account);
  return <span className={remarks.length === 0 ? '' : 'days-left soon'}>{remarks.join('；')}</span>;
}
