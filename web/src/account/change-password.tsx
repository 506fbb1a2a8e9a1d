import { Button, Input } from 'antd';
import { useId, useState, type SyntheticEvent } from 'react';
import { asProblem, post, type Problem } from '../api';
import { ProblemAlert } from '../parts/problem-alert';
import { useSession } from '../session';

/** A password is never kept as a draft. Afterwards everybody logs in anew, here as well. */
export function ChangePassword() {
  const { refresh } = useSession();
  const [problem, setProblem] = useState<Problem>();
  const [sending, setSending] = useState(false);
  const id = useId();
  const change = async (event: SyntheticEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    setSending(true);
    setProblem(undefined);
    try {
      await post('/v1/session/password', Object.fromEntries(new FormData(event.currentTarget)));
      await refresh();
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setSending(false);
    }
  };
  return (
    <form className="narrow" onSubmit={(event) => void change(event)}>
      <label className="field" htmlFor={`${id}-before`}>
        现在的密码
      </label>
      <Input
        id={`${id}-before`}
        name="before"
        type="password"
        autoComplete="current-password"
        required
      />
      <label className="field" htmlFor={`${id}-after`}>
        今后的密码（十个字以上，一句话就好）
      </label>
      <Input id={`${id}-after`} name="after" type="password" autoComplete="new-password" required />
      <ProblemAlert problem={problem} />
      <div className="actions entrance-action">
        <Button type="primary" htmlType="submit" loading={sending}>
          修改密码，各处重新登录
        </Button>
      </div>
    </form>
  );
}
