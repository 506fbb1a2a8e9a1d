import { Waiting } from '../parts/waiting';
import { useSession } from '../session';
import { FirstRun } from './first-run';
import { LogIn } from './log-in';

/** What is seen before anybody is logged in. */
export function Entrance() {
  const { state } = useSession();
  if (state === 'asking') return <Waiting />;
  return <main className="entrance">{state === 'first-run' ? <FirstRun /> : <LogIn />}</main>;
}
