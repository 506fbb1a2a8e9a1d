import { useState } from 'react';
import { asProblem, post } from '../api';
import { PageHead } from '../parts/page-head';
import { ProblemAlert } from '../parts/problem-alert';
import { UnkeptForm, UnkeptInput, type UnkeptField } from '../parts/unkept-form';
import { useSession } from '../session';

const FIELDS: readonly UnkeptField[] = [
  { name: 'loginName', label: '登录名', complete: 'username', focused: true },
  { name: 'password', label: '密码', type: 'password', complete: 'current-password' },
];

const CODE: UnkeptField = {
  ...{ name: 'code', label: '动态口令', complete: 'one-time-code', numeric: true, focused: true },
  help: '手机验证器上现在显示的六位数字。',
};

/** 动态口令 is asked for when the password was right and the account has one. */
export function LogIn() {
  const { problem, refresh } = useSession();
  const [withCode, setWithCode] = useState(false);
  return (
    <main className="entrance">
      <div className="panel">
        <PageHead title="登录" lead="政府信息公开台账" />
        <ProblemAlert problem={problem} again={() => void refresh()} />
        <UnkeptForm
          fields={FIELDS}
          action="登录"
          send={async (values) => {
            try {
              await post('/v1/session', values);
            } catch (error) {
              if (asProblem(error).code !== 'access/second-factor-needed') throw error;
              setWithCode(true);
              return;
            }
            await refresh();
          }}
        >
          {withCode && <UnkeptInput field={CODE} />}
        </UnkeptForm>
        <p className="help">忘记密码，请系统管理员重置；十五分钟不操作自动退出。</p>
      </div>
    </main>
  );
}
