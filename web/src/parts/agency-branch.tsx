import { dayOf } from '../words.zh-CN';

/** One agency and those below it, as `GET /v1/agency-tree` says. */
export type AgencyNode = Readonly<{
  agencyId: string;
  name: string;
  abolished: Readonly<{ on: string }> | null;
  children: readonly AgencyNode[];
}>;

export function AgencyBranch({ nodes }: Readonly<{ nodes: readonly AgencyNode[] }>) {
  return (
    <ul className="tree">
      {nodes.map(({ agencyId, name, abolished, children }) => (
        <li key={agencyId}>
          {name}
          {abolished !== null && `（${dayOf(abolished.on)}撤并）`}
          {children.length > 0 && <AgencyBranch nodes={children} />}
        </li>
      ))}
    </ul>
  );
}
