import { Button } from 'antd';
import { useState } from 'react';
import { asProblem, del, useAsked, type Problem } from '../api';
import { ROLE_WORDS, type Role } from '../labels.zh-CN';
import { Loaded } from '../parts/loaded';
import { PageHead } from '../parts/page-head';
import { ProblemAlert } from '../parts/problem-alert';
import { Rows } from '../parts/rows';
import { useSession } from '../session';
import { momentOf } from '../words.zh-CN';
import { ChangePassword } from './change-password';
import { SecondFactor } from './second-factor';

type Own = Readonly<{
  sessionId: string;
  openedAt: string;
  seenAt: string;
  browser: string;
  current: boolean;
}>;

/** 我的账户. */
export function AccountPage() {
  const { account } = useSession();
  const asked = useAsked<readonly Own[]>('/v1/sessions');
  const [problem, setProblem] = useState<Problem>();
  if (account === null) return null;
  const { name, loginName, agencyName, roles } = account;
  const end = async (sessionId: string, again: () => void): Promise<void> => {
    try {
      await del(`/v1/sessions/${sessionId}`);
      again();
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  return (
    <>
      <PageHead title="我的账户" lead={`${name ?? ''}（${loginName ?? ''}），${agencyName}`} />
      <dl className="panel facts">
        <dt>角色</dt>
        <dd>{roles.map((role) => ROLE_WORDS[role as Role]).join('、') || '还没有角色'}</dd>
      </dl>
      <section className="panel" aria-label="密码">
        <h2>密码</h2>
        <ChangePassword />
      </section>
      <section className="panel" aria-label="动态口令">
        <h2>动态口令</h2>
        <SecondFactor />
      </section>
      <section className="panel" aria-label="各处的登录">
        <h2>各处的登录</h2>
        <ProblemAlert problem={problem} />
        <Loaded of={asked}>
          {(sessions, again) => (
            <Rows<Own>
              caption="各处的登录"
              columns={[
                { name: '登录', cell: ({ openedAt }) => momentOf(openedAt) },
                { name: '最近使用', cell: ({ seenAt }) => momentOf(seenAt) },
                { name: '浏览器', cell: ({ browser }) => browser },
                {
                  name: '退出',
                  cell: ({ sessionId, current }) =>
                    current ? (
                      '就是这里'
                    ) : (
                      <Button size="small" onClick={() => void end(sessionId, again)}>
                        让它退出
                      </Button>
                    ),
                },
              ]}
              rows={sessions}
              keyOf={({ sessionId }) => sessionId}
              none="没有。"
            />
          )}
        </Loaded>
      </section>
    </>
  );
}
