import { Button } from 'antd';
import { useAsked } from '../api';
import { Loaded } from '../parts/loaded';
import { PageHead } from '../parts/page-head';

type LedgerState = Readonly<{ ledgerId: string; head: string }>;
type Key = Readonly<{ suite: string; verifierKey: string }>;

/** How far the ledger has come, and what it takes to check that nothing was changed. */
export function LedgerPage() {
  const ledger = useAsked<LedgerState>('/v1/ledger');
  const keys = useAsked<readonly Key[]>('/v1/ledger/keys');
  return (
    <>
      <PageHead
        title="台账和检查点"
        lead="事实只增不改；检查点是台账条数和根散列，带签名，存到台账以外的地方，以后就能证明没有改动。"
      />
      <section className="panel">
        <h2>现在</h2>
        <Loaded of={ledger}>
          {({ ledgerId, head }) => (
            <p>
              台账编号 {ledgerId}，最后一条事实是第 {head} 条。
            </p>
          )}
        </Loaded>
        <p className="actions">
          <Button href="/v1/ledger/checkpoint" target="_blank" rel="noreferrer">
            取检查点（SHA-256 / Ed25519）
          </Button>
          <Button href="/v1/ledger/checkpoint?suite=sm3-sm2" target="_blank" rel="noreferrer">
            取检查点（SM3 / SM2）
          </Button>
        </p>
      </section>
      <section className="panel">
        <h2>签名公钥</h2>
        <Loaded of={keys}>
          {(known) => (
            <dl className="long">
              {known.map(({ suite, verifierKey }) => (
                <div key={suite}>
                  <dt>{suite}</dt>
                  <dd>
                    <code>{verifierKey}</code>
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </Loaded>
        <p className="basis">
          核对整本台账用程序之外的 gongkai verify，它不与写台账的程序共用一行代码；用法见审计指南。
        </p>
      </section>
    </>
  );
}
