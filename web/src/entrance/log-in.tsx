import { Button, Input } from 'antd';
import { useId, useState, type SyntheticEvent } from 'react';
import { asProblem, post, type Problem } from '../api';
import { PageHead } from '../parts/page-head';
import { ProblemAlert } from '../parts/problem-alert';
import { useSession } from '../session';

/** A password is never kept as a draft. */
export function LogIn() {
  const { problem: session, refresh } = useSession();
  const [problem, setProblem] = useState<Problem>();
  const [sending, setSending] = useState(false);
  const id = useId();
  const logIn = async (event: SyntheticEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(event.currentTarget));
    const { totp, ...known } = given;
    setSending(true);
    try {
      await post('/v1/session', totp === '' ? known : given);
      await refresh();
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setSending(false);
    }
  };
  return (
    <form className="panel" onSubmit={(event) => void logIn(event)}>
      <PageHead title="登录" lead="政府信息公开台账" />
      <label className="field" htmlFor={`${id}-name`}>
        登录名
      </label>
      <Input id={`${id}-name`} name="loginName" autoComplete="username" autoFocus required />
      <label className="field" htmlFor={`${id}-password`}>
        密码
      </label>
      <Input
        id={`${id}-password`}
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
      <label className="field" htmlFor={`${id}-totp`}>
        动态口令（开通了的填写）
      </label>
      <Input id={`${id}-totp`} name="totp" inputMode="numeric" autoComplete="one-time-code" />
      <ProblemAlert problem={problem ?? session} />
      <div className="actions entrance-action">
        <Button type="primary" htmlType="submit" loading={sending}>
          登录
        </Button>
      </div>
    </form>
  );
}
