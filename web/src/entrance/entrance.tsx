import { ChangePassword } from '../account/change-password';
import { PageHead } from '../parts/page-head';
import { Waiting } from '../parts/waiting';
import { useSession } from '../session';
import { FirstRun } from './first-run';
import { LogIn } from './log-in';

/** What is seen before anybody works. */
export function Entrance() {
  const { state } = useSession();
  if (state === 'asking') return <Waiting />;
  return <main className="entrance">{shown(state)}</main>;
}

function shown(state: ReturnType<typeof useSession>['state']) {
  if (state === 'first-run') return <FirstRun />;
  if (state !== 'password-due') return <LogIn />;
  return (
    <div className="panel">
      <PageHead title="修改密码" lead="现在的密码是别人代设的，改成只有您知道的，再登录使用。" />
      <ChangePassword />
    </div>
  );
}
