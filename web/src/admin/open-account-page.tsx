import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { Form } from '../parts/form';
import type { Field } from '../parts/fields';
import { PageHead } from '../parts/page-head';
import { useSession } from '../session';
import { PasswordOnce, type PasswordGiven } from './password-once';

/** 开通账户. It has no role yet: who opens accounts does not say what they may do. */
export function OpenAccountPage() {
  const { agencies, agency } = useSession();
  const [given, setGiven] = useState<PasswordGiven>();
  const chosen = agency?.agencyId ?? '';
  const fields = useMemo((): readonly Field[] => {
    const choices = agencies.map(({ agencyId, name }) => ({ value: agencyId, label: name }));
    return [
      { name: 'agencyId', label: '哪个机关', kind: 'choice', choices, initial: chosen },
      { name: 'name', label: '姓名', kind: 'text', help: '使用人本人，不要写科室。' },
      {
        ...{ name: 'loginName', label: '登录名', kind: 'text' },
        help: '2 至 32 个小写字母、数字、点、横线或者下划线。',
      },
    ];
  }, [agencies, chosen]);
  return (
    <>
      <PageHead title="开通账户" lead="开通以后还没有角色，请安全管理员授予。" />
      {given === undefined ? (
        <section className="panel narrow" aria-label="开通账户">
          <Form<PasswordGiven>
            draft="open-account"
            fields={fields}
            path="/v1/accounts"
            action="开通"
            done={setGiven}
          />
        </section>
      ) : (
        <>
          <PasswordOnce password={given.password} />
          <p>
            <Link to={`/accounts/${encodeURIComponent(given.accountId)}`}>查看这个账户</Link>
          </p>
        </>
      )}
    </>
  );
}
