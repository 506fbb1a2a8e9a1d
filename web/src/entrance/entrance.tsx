import { PageHead } from '../parts/page-head';
import { ProblemAlert } from '../parts/problem-alert';
import { useSession } from '../session';

/** What is seen before anybody is logged in. */
export function Entrance() {
  const { problem } = useSession();
  return (
    <main className="entrance">
      <PageHead title="登录" />
      <ProblemAlert problem={problem} />
    </main>
  );
}
