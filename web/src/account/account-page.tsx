import { Button } from 'antd';
import { useState } from 'react';
import { asProblem, del, useAsked, type Problem } from '../api';
import { Loaded } from '../parts/loaded';
import { PageHead } from '../parts/page-head';
import { ProblemAlert } from '../parts/problem-alert';
import { Rows } from '../parts/rows';
import { useSession } from '../session';
import { momentOf } from '../words.zh-CN';
import { browserOf } from './browser-name';
import { ChangePassword } from './change-password';
import { roleNames } from './roles';
import { SecondFactorPanel } from './second-factor-panel';

type OwnSession = Readonly<{
  sessionId: string;
  openedAt: string;
  seenAt: string;
  browser: string;
  current: boolean;
}>;

/** 我的账户. */
export function AccountPage() {
  const { account } = useSession();
  if (account === null) return null;
  const { name, loginName, agencyName, roles } = account;
  const facts = [
    ['登录名', loginName ?? '—'],
    ['机关', agencyName],
    ['角色', roleNames(roles)],
  ] as const;
  return (
    <>
      <PageHead
        title="我的账户"
        lead={
          roles.length === 0
            ? `${name ?? ''}还没有角色，暂时办不了事：请安全管理员授予。`
            : '改密码、绑定动态口令，查看自己在哪里登录着。'
        }
      />
      <section className="panel" aria-label="账户">
        <h2>{name ?? '—'}</h2>
        <dl className="facts">
          {facts.map(([what, value]) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <OwnSessions />
      <section className="panel narrow" aria-label="修改密码">
        <h2>修改密码</h2>
        <p>改好以后各处的登录都退出，请用新密码重新登录。</p>
        <ChangePassword />
      </section>
      <SecondFactorPanel />
    </>
  );
}

function OwnSessions() {
  const asked = useAsked<readonly OwnSession[]>('/v1/sessions');
  const { logOut } = useSession();
  const [problem, setProblem] = useState<Problem>();
  const end = async ({ sessionId, current }: OwnSession): Promise<void> => {
    try {
      if (current) {
        await logOut();
        return;
      }
      await del(`/v1/sessions/${encodeURIComponent(sessionId)}`);
      asked.again();
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  return (
    <section className="panel" aria-label="登录">
      <h2>我在哪里登录着</h2>
      <p>不认得的，让它退出，再改密码。</p>
      <ProblemAlert problem={problem} />
      <Loaded of={asked}>
        {(sessions) => (
          <Rows
            caption="自己的登录"
            columns={[
              {
                name: '浏览器',
                cell: ({ browser, current }) =>
                  `${browserOf(browser)}${current ? '（就是这里）' : ''}`,
              },
              { name: '登录时间', cell: ({ openedAt }) => momentOf(openedAt) },
              { name: '最近使用', cell: ({ seenAt }) => momentOf(seenAt) },
              {
                name: '退出',
                cell: (session) => <Button onClick={() => void end(session)}>退出</Button>,
              },
            ]}
            rows={sessions}
            keyOf={({ sessionId }) => sessionId}
            none="没有登录。"
          />
        )}
      </Loaded>
    </section>
  );
}
