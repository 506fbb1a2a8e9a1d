import { post } from '../api';
import { BUSINESS_ROLES } from '../account/roles';
import { ROLE_WORDS, type Role } from '../labels.zh-CN';
import { PageHead } from '../parts/page-head';
import { UnkeptForm, UnkeptInput, type UnkeptField } from '../parts/unkept-form';
import { useSession } from '../session';

const OFFICE: readonly UnkeptField[] = [
  {
    ...{ name: 'secret', label: '启用口令', complete: 'off', focused: true },
    help: '启动程序的窗口里显示的；每次启动都不同，用过作废。',
  },
  {
    ...{ name: 'agency', label: '机关全称', complete: 'organization' },
    help: '例如：某市某区机关事务管理中心。台账里已经有这个机关的，照原名写。',
  },
];

type Person = Readonly<{
  key: string;
  /** None: what is ticked. */
  roles: readonly Role[];
  /** A suggestion. */
  loginName: string;
  does: string;
}>;

const PEOPLE: readonly Person[] = [
  {
    ...{ key: 'system', roles: ['system-admin'], loginName: 'xitong' },
    does: '开通账户、重置密码，看备份；不能给任何人授权。',
  },
  {
    ...{ key: 'security', roles: ['security-admin'], loginName: 'anquan' },
    does: '决定谁能办什么，停用账户；不能开通账户。',
  },
  {
    ...{ key: 'audit', roles: ['audit-admin'], loginName: 'shenji' },
    does: '查看前两人和所有人做过什么；什么也不能改。',
  },
  {
    ...{ key: 'clerk', roles: [], loginName: '' },
    does: '办理申请、编制报告的人。一个人的办公室，下面的角色都留着。',
  },
];

/** Without 审计, who looks at the others' work. */
const ONE_PERSON_OFFICE: readonly Role[] = ['handler', 'reviewer', 'leader', 'statistics'];

/**
 * The first accounts. There is no password to begin with: who reads the window that the program was
 * started in may come in.
 */
export function FirstRun() {
  const { refresh } = useSession();
  return (
    <main className="entrance wide">
      <div className="panel">
        <PageHead title="第一次使用" lead="写下机关和四个人，就可以登录。密码当面由本人填写。" />
        <p>
          <strong>三员分立</strong>
          ：管账户的、管授权的、看记录的由三个人分别担任，谁也不能独自给自己开门又抹去痕迹（GB/T
          22239—2019）。
        </p>
        <UnkeptForm
          fields={OFFICE}
          action="开通并去登录"
          send={async (values) => {
            await post('/v1/first-run', bodyOf(values));
            await refresh();
          }}
        >
          {PEOPLE.map((person) => (
            <PersonFields key={person.key} person={person} />
          ))}
        </UnkeptForm>
      </div>
    </main>
  );
}

function PersonFields({ person }: Readonly<{ person: Person }>) {
  const { key, roles, loginName, does } = person;
  const [admin] = roles;
  return (
    <fieldset className="person">
      <legend>{admin === undefined ? '第一个业务账户' : ROLE_WORDS[admin]}</legend>
      <p className="help">{does}</p>
      <div className="side-by-side">
        <UnkeptInput field={{ name: `${key}.name`, label: '姓名', complete: 'off' }} />
        <UnkeptInput
          field={{
            ...{ name: `${key}.loginName`, label: '登录名', complete: 'off' },
            ...(loginName === '' ? {} : { initial: loginName }),
          }}
        />
        <UnkeptInput
          field={{
            ...{ name: `${key}.password`, label: '密码（至少 10 个字）', type: 'password' },
            complete: 'new-password',
          }}
        />
      </div>
      {admin === undefined && (
        <div className="choices" role="group" aria-label="业务角色">
          {BUSINESS_ROLES.map((role) => (
            <label key={role}>
              <input
                type="checkbox"
                name={`role.${role}`}
                defaultChecked={ONE_PERSON_OFFICE.includes(role)}
              />
              {ROLE_WORDS[role]}
            </label>
          ))}
        </div>
      )}
    </fieldset>
  );
}

function bodyOf(values: Readonly<Record<string, string>>): object {
  const chosen = BUSINESS_ROLES.filter((role) => values[`role.${role}`] !== undefined);
  return {
    secret: values['secret'],
    agency: { name: values['agency'] },
    accounts: PEOPLE.map(({ key, roles }) => ({
      name: values[`${key}.name`],
      loginName: values[`${key}.loginName`],
      password: values[`${key}.password`],
      roles: roles.length === 0 ? chosen : roles,
    })),
  };
}
