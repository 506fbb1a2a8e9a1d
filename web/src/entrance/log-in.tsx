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
  const [asksCode, setAsksCode] = useState(false);
  const id = useId();
  const logIn = async (event: SyntheticEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    setSending(true);
    setProblem(undefined);
    try {
      await post('/v1/session', Object.fromEntries(new FormData(event.currentTarget)));
      await refresh();
    } catch (error) {
      const wrong = asProblem(error);
      // Only who has a second factor is asked for it.
      if (wrong.code === 'access/second-factor-needed') setAsksCode(true);
      setProblem(wrong);
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
      {asksCode && (
        <>
          <label className="field" htmlFor={`${id}-code`}>
            动态口令
          </label>
          <Input
            id={`${id}-code`}
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            autoFocus
            required
          />
        </>
      )}
      <ProblemAlert problem={problem ?? session} />
      <div className="actions entrance-action">
        <Button type="primary" htmlType="submit" loading={sending}>
          登录
        </Button>
      </div>
    </form>
  );
}
