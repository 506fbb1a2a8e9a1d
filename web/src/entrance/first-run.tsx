import { Button, Input } from 'antd';
import { useId, useState, type SyntheticEvent } from 'react';
import { asProblem, post, type Problem } from '../api';
import { PageHead } from '../parts/page-head';
import { ProblemAlert } from '../parts/problem-alert';
import { useSession } from '../session';

const FIELDS = [
  { name: 'secret', label: '终端里显示的一次性口令', type: 'text', complete: 'off' },
  { name: 'agencyName', label: '机关全称', type: 'text', complete: 'organization' },
  { name: 'name', label: '管理员姓名', type: 'text', complete: 'name' },
  { name: 'loginName', label: '登录名', type: 'text', complete: 'username' },
  { name: 'password', label: '密码（不少于十二位）', type: 'password', complete: 'new-password' },
] as const;

/** The first account. There is no password to begin with: who reads the terminal may come in. */
export function FirstRun() {
  const { refresh } = useSession();
  const [problem, setProblem] = useState<Problem>();
  const [sending, setSending] = useState(false);
  const id = useId();
  const begin = async (event: SyntheticEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(event.currentTarget));
    setSending(true);
    try {
      await post('/v1/first-run', given);
      await refresh();
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setSending(false);
    }
  };
  return (
    <form className="panel" onSubmit={(event) => void begin(event)}>
      <PageHead
        title="第一次使用"
        lead="建立第一个管理员账号。一次性口令在启动程序的终端里，只能用一次。"
      />
      {FIELDS.map(({ name, label, type, complete }) => (
        <div key={name}>
          <label className="field" htmlFor={`${id}-${name}`}>
            {label}
          </label>
          <Input id={`${id}-${name}`} name={name} type={type} autoComplete={complete} required />
        </div>
      ))}
      <ProblemAlert problem={problem} />
      <div className="actions entrance-action">
        <Button type="primary" htmlType="submit" loading={sending}>
          建立账号
        </Button>
      </div>
    </form>
  );
}
