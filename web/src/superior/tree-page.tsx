import { useAsked } from '../api';
import { Loaded } from '../parts/loaded';
import { PageHead } from '../parts/page-head';
import { dayOf } from '../words.zh-CN';

type Node = Readonly<{
  agencyId: string;
  name: string;
  abolished: Readonly<{ on: string }> | null;
  children: readonly Node[];
}>;

/** Who reports to whom. */
export function TreePage() {
  const tree = useAsked<readonly Node[]>('/v1/agency-tree');
  return (
    <>
      <PageHead title="机关树" lead="谁向谁报送；年末在谁之下，这一年的报告就向谁报送。" />
      <section className="panel">
        <Loaded of={tree}>{(nodes) => <Branch nodes={nodes} />}</Loaded>
      </section>
    </>
  );
}

function Branch({ nodes }: Readonly<{ nodes: readonly Node[] }>) {
  return (
    <ul className="tree">
      {nodes.map(({ agencyId, name, abolished, children }) => (
        <li key={agencyId}>
          {name}
          {abolished !== null && `（${dayOf(abolished.on)}撤并）`}
          {children.length > 0 && <Branch nodes={children} />}
        </li>
      ))}
    </ul>
  );
}
