import { Button, Input } from 'antd';
import { useId, useState, type SyntheticEvent } from 'react';
import { asProblem, post, type Problem } from '../api';
import { PageHead } from '../parts/page-head';
import { ProblemAlert } from '../parts/problem-alert';
import { useSession } from '../session';

/** Who is opened on the first day. A colleague more is opened by 系统管理员 later. */
const PERSONS = [
  {
    key: 'clerk',
    title: '第一位工作人员',
    means: '办理申请、汇编报告的人。',
    login: '',
  },
  {
    key: 'system-admin',
    title: '系统管理员',
    means: '开通和重置账户，设置机关；看不到申请人。',
    login: 'xitong',
  },
  {
    key: 'security-admin',
    title: '安全管理员',
    means: '授予角色，停用账户。',
    login: 'anquan',
  },
  { key: 'audit-admin', title: '审计管理员', means: '查看登录和越权，核验台账。', login: 'shenji' },
] as const;

const BUSINESS = ['handler', 'reviewer', 'leader', 'statistics', 'auditor'] as const;

/** What the first clerk does, in words an office knows. */
const DUTIES = [
  { value: BUSINESS.join(','), label: '一人办公室：经办、审核、负责、统计、审计都由他一人' },
  { value: 'handler,statistics', label: '经办和统计；负责人另外开通' },
] as const;

/** There is no password from the factory: who reads the terminal may open the first accounts. */
export function FirstRun() {
  const { refresh } = useSession();
  const [problem, setProblem] = useState<Problem>();
  const [sending, setSending] = useState(false);
  const begin = async (event: SyntheticEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    setSending(true);
    try {
      await post(
        '/v1/first-run',
        bodyOf((name) => textOf(given.get(name))),
      );
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
        lead="建立机关，开通头一批账户。启用口令在启动程序的窗口里，每次启动都换。"
      />
      <Question name="secret" label="启用口令" help="照启动程序的窗口里显示的抄写。" />
      <Question name="agency" label="机关全称" help="印在报告上的名称。" />
      <p className="help">
        三员分立：系统、安全、审计管理员互不兼任，也不办理业务，谁也不能一个人又开账户、又给权限、又抹掉痕迹。
      </p>
      {PERSONS.map((person) => (
        <Person key={person.key} person={person} />
      ))}
      <ProblemAlert problem={problem} />
      <div className="actions entrance-action">
        <Button type="primary" htmlType="submit" loading={sending}>
          开始使用
        </Button>
      </div>
    </form>
  );
}

type Of = (name: string) => string;

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value.trim() : '';
}

function bodyOf(given: Of): object {
  const accounts = PERSONS.map(({ key }) => ({
    name: given(`${key}-name`),
    loginName: given(`${key}-login`),
    password: given(`${key}-password`),
    roles: key === 'clerk' ? given('duties').split(',') : [key],
  }));
  return { secret: given('secret'), agency: { name: given('agency') }, accounts };
}

function Person({ person }: Readonly<{ person: (typeof PERSONS)[number] }>) {
  const { key, title, means, login } = person;
  return (
    <fieldset className="person">
      <legend>{title}</legend>
      <p className="help">{means}</p>
      <Question name={`${key}-name`} label="姓名" />
      <Question name={`${key}-login`} label="登录名" initial={login} />
      <Question
        name={`${key}-password`}
        label="密码"
        type="password"
        help="十个字以上，一句话就好。"
      />
      {key === 'clerk' && (
        <div className="choices">
          {DUTIES.map(({ value, label }, at) => (
            <label key={value}>
              <input type="radio" name="duties" value={value} defaultChecked={at === 0} />
              {label}
            </label>
          ))}
        </div>
      )}
    </fieldset>
  );
}

type Asked = Readonly<{
  name: string;
  label: string;
  help?: string;
  initial?: string;
  type?: 'text' | 'password';
}>;

function Question({ name, label, help, initial = '', type = 'text' }: Asked) {
  const id = useId();
  return (
    <div className="question">
      <label htmlFor={id}>{label}</label>
      {help !== undefined && (
        <p className="help" id={`${id}-help`}>
          {help}
        </p>
      )}
      <Input
        id={id}
        name={name}
        type={type}
        defaultValue={initial}
        autoComplete={type === 'password' ? 'new-password' : 'off'}
        aria-describedby={help === undefined ? undefined : `${id}-help`}
        required
      />
    </div>
  );
}
