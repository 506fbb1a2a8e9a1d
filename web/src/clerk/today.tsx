import { PageHead } from '../parts/page-head';

export function Today() {
  return <PageHead title="今日" />;
}
