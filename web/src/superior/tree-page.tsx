import { useAsked } from '../api';
import { Loaded } from '../parts/loaded';
import { PageHead } from '../parts/page-head';
import { AgencyBranch, type AgencyNode } from '../parts/agency-branch';

/** Who reports to whom. */
export function TreePage() {
  const tree = useAsked<readonly AgencyNode[]>('/v1/agency-tree');
  return (
    <>
      <PageHead title="机关树" lead="谁向谁报送；年末在谁之下，这一年的报告就向谁报送。" />
      <section className="panel">
        <Loaded of={tree}>{(nodes) => <AgencyBranch nodes={nodes} />}</Loaded>
      </section>
    </>
  );
}
