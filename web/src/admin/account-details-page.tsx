import { useMemo, useState } from 'react';
import { useParams } from 'react-router';
import { ADMIN_ROLES, BUSINESS_ROLES, ROLE_DUTIES, roleNames } from '../account/roles';
import { ROLE_WORDS, type Role } from '../labels.zh-CN';
import { Form } from '../parts/form';
import type { Choice, Field } from '../parts/fields';
import { Loaded } from '../parts/loaded';
import { PageHead } from '../parts/page-head';
import { SureButton } from '../parts/sure-button';
import { useSession } from '../session';
import { dayOf } from '../words.zh-CN';
import { remarksOn, useAccounts, type AccountState } from './accounts';
import { PasswordOnce, type PasswordGiven } from './password-once';

/** One account, and what each of 三员 may do with it. */
export function AccountDetailsPage() {
  const { accountId } = useParams();
  const accounts = useAccounts();
  return (
    <Loaded of={accounts}>
      {(found, again) => {
        const account = found.find((one) => one.accountId === accountId);
        if (account === undefined) {
          return <PageHead title="没有这个账户" lead="请从账户列表里重新打开。" />;
        }
        return <Details account={account} again={again} />;
      }}
    </Loaded>
  );
}

type Given = Readonly<{ account: AccountState; again: () => void }>;

function Details({ account, again }: Given) {
  const { name, loginName, agencyName, roles, secondFactor } = account;
  const { account: own, may } = useSession();
  const isOwn = own?.accountId === account.accountId;
  const facts = [
    ['登录名', loginName ?? '—'],
    ['机关', agencyName],
    ['角色', roleNames(roles)],
    ['动态口令', secondFactor ? '已绑定' : '没有绑定'],
    ['最近登录', account.lastSignInOn === null ? '从未' : dayOf(account.lastSignInOn)],
    ['登录失败', `${String(account.failures)} 次`],
    ['越权被拒', `${String(account.denials)} 次`],
  ] as const;
  return (
    <>
      <PageHead title={name ?? '（姓名已销毁）'} lead={remarksOn(account).join('；')} />
      <section className="panel" aria-label="账户">
        <dl className="facts">
          {facts.map(([what, value]) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {isOwn && <p>这是您自己的账户：角色、停用和重置由另一名管理员办理。</p>}
      </section>
      {!isOwn && may('accounts.grant') && <Roles account={account} again={again} />}
      {!isOwn && (may('accounts.grant') || may('accounts.open')) && (
        <Measures account={account} again={again} />
      )}
    </>
  );
}

const choiceOf = (role: Role): Choice => ({
  value: role,
  label: `${ROLE_WORDS[role]}：${ROLE_DUTIES[role]}`,
});

function Roles({ account: { accountId, roles }, again }: Given) {
  const fields = useMemo((): readonly Field[] => {
    const admin = roles.find((role) => ADMIN_ROLES.some((one) => one === role));
    return [
      {
        ...{ name: 'kind', label: '担任什么', kind: 'choice', initial: admin ?? 'business' },
        help: '三员各由一人专任：不能互兼，也不能兼业务，免得一个人既给自己授权又自己查自己。',
        choices: [{ value: 'business', label: '业务人员' }, ...ADMIN_ROLES.map(choiceOf)],
      },
      {
        ...{ name: 'roles', label: '业务角色', kind: 'choices' },
        initial: admin === undefined ? roles.join(',') : '',
        choices: BUSINESS_ROLES.map(choiceOf),
        asked: ({ kind }) => kind === 'business',
      },
    ];
  }, [roles]);
  return (
    <section className="panel narrow" aria-label="角色">
      <h2>角色</h2>
      <Form
        key={roles.join()}
        draft={`roles-${accountId}`}
        fields={fields}
        path={`/v1/accounts/${encodeURIComponent(accountId)}/roles`}
        body={(sent) => ({ roles: sent['kind'] === 'business' ? sent['roles'] : [sent['kind']] })}
        action="变更角色"
        done={again}
      >
        <p className="help">变更以后，他在各处的登录立即退出。</p>
      </Form>
    </section>
  );
}

/** 停用、重置密码、解除动态口令, each with what it means. */
function Measures({ account, again }: Given) {
  const { may } = useSession();
  const [given, setGiven] = useState<PasswordGiven>();
  const { disabled, secondFactor } = account;
  const path = `/v1/accounts/${encodeURIComponent(account.accountId)}`;
  return (
    <section className="panel narrow" aria-label="办理">
      <h2>办理</h2>
      {given !== undefined && <PasswordOnce password={given.password} />}
      <div className="measures">
        {may('accounts.open') && (
          <SureButton<PasswordGiven> action="重置密码" path={`${path}/password`} done={setGiven}>
            程序代设一个密码，只显示一次；他在各处的登录立即退出。
          </SureButton>
        )}
        {may('accounts.grant') && !disabled && (
          <SureButton action="停用" path={`${path}/disablement`} done={again}>
            从此不能登录，各处的登录立即退出；他做过的记录都保留，可以再启用。
          </SureButton>
        )}
        {may('accounts.grant') && disabled && (
          <SureButton action="启用" path={`${path}/enablement`} done={again}>
            可以再用原来的密码登录，角色不变。
          </SureButton>
        )}
        {may('accounts.grant') && secondFactor && (
          <SureButton action="解除动态口令" path={`${path}/second-factor-removal`} done={again}>
            手机丢了、换了的，解除以后只凭密码登录，请本人尽快重新绑定。
          </SureButton>
        )}
      </div>
    </section>
  );
}
