import { useParams } from 'react-router';
import { useAsked } from '../api';
import { Loaded } from '../parts/loaded';
import { PageHead } from '../parts/page-head';

type Proof = Readonly<{
  index: number;
  size: number;
  record: string;
  leaf: string;
  path: readonly string[];
  note: string;
}>;

/** 证明: that one fact is in the ledger, of which the head is signed. */
export function ProofPage() {
  const { event = '' } = useParams();
  const proof = useAsked<Proof>(`/v1/ledger/events/${encodeURIComponent(event)}/proof`);
  return (
    <>
      <PageHead
        title="一条事实的证明"
        lead="记录的散列沿路径逐级合并，得到检查点里的根散列；任何人用公钥都能核对（RFC 6962）。"
      />
      <section className="panel">
        <Loaded of={proof}>
          {({ index, size, record, leaf, path, note }) => (
            <>
              <p>
                台账的第 {index + 1} 条，检查点共 {size} 条。
              </p>
              <h2>记录原文</h2>
              <pre tabIndex={0}>{record}</pre>
              <h2>叶散列</h2>
              <pre tabIndex={0}>{leaf}</pre>
              <h2>路径</h2>
              <pre tabIndex={0}>{path.join('\n')}</pre>
              <h2>检查点</h2>
              <pre tabIndex={0}>{note}</pre>
            </>
          )}
        </Loaded>
      </section>
    </>
  );
}
