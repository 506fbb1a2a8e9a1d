import { ChangePassword } from '../account/change-password';
import { PageHead } from '../parts/page-head';
import { Waiting } from '../parts/waiting';
import { useSession } from '../session';
import { FirstRun } from './first-run';
import { LogIn } from './log-in';

/** What is seen before anybody is let in. */
export function Entrance() {
  const { state } = useSession();
  switch (state) {
    case 'asking':
      return <Waiting />;
    case 'first-run':
      return <FirstRun />;
    case 'password-due':
      return <PasswordDue />;
    case 'out':
    case 'in':
      return <LogIn />;
  }
}

/** A password that somebody else knows is good for this alone. */
function PasswordDue() {
  return (
    <main className="entrance">
      <div className="panel">
        <PageHead
          title="先修改密码"
          lead="现在的密码是别人代设的。改成只有您自己知道的，再用新密码登录。"
        />
        <ChangePassword />
      </div>
    </main>
  );
}
