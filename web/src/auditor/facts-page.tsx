import { Button } from 'antd';
import { useParams } from 'react-router';
import { useAsked } from '../api';
import { Loaded } from '../parts/loaded';
import { PageHead } from '../parts/page-head';
import { useSession } from '../session';
import type { Fact } from './fact';
import { FactsTable } from './facts-table';

/** What can be taken away as evidence. */
const BUNDLED = ['request', 'appeal'];

/** Every fact of one case, and the way to the proof of each. */
export function FactsPage() {
  const { kind = '', id = '' } = useParams();
  const { at, may } = useSession();
  const query = new URLSearchParams({ kind, id }).toString();
  const facts = useAsked<readonly Fact[]>(at(`events?${query}`));
  return (
    <>
      <PageHead
        title={`${id} 的全部事实`}
        lead="按记入台账的次序；每一条都能证明在台账里。"
        actions={
          BUNDLED.includes(kind) &&
          may('ledger.verify') && (
            <Button href={at(`evidence/${kind}/${encodeURIComponent(id)}`)}>下载证据包</Button>
          )
        }
      />
      <section className="panel">
        <Loaded of={facts}>{(known) => <FactsTable facts={known} />}</Loaded>
        <p className="basis">
          证据包里有全部事实、证明、检查点和核对的办法，用 openssl 就能核对，不需要本程序。
        </p>
      </section>
    </>
  );
}
