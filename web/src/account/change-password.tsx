import { post, Problem } from '../api';
import { UnkeptForm, type UnkeptField } from '../parts/unkept-form';
import { useSession } from '../session';

const FIELDS: readonly UnkeptField[] = [
  { name: 'before', label: '现在的密码', type: 'password', complete: 'current-password' },
  {
    ...{ name: 'after', label: '新密码', type: 'password', complete: 'new-password' },
    help: '至少 10 个字；一句话比一个词好记，不必有大小写和符号。',
  },
  { name: 'again', label: '再写一遍新密码', type: 'password', complete: 'new-password' },
];

/** Afterwards all log-ins are ended, this one too. */
export function ChangePassword() {
  const { refresh } = useSession();
  return (
    <UnkeptForm
      fields={FIELDS}
      action="修改密码"
      send={async ({ before, after, again }) => {
        if (after !== again) throw notAlike();
        await post('/v1/session/password', { before, after });
        await refresh();
      }}
    />
  );
}

function notAlike(): Problem {
  const said = '两遍新密码不一样，请重新填写；密码没有改。';
  return new Problem(0, 'page/not-alike', '两遍不一样', said);
}
