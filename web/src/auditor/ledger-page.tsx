import { Button } from 'antd';
import { useAsked } from '../api';
import { Loaded } from '../parts/loaded';
import { PageHead } from '../parts/page-head';
import { LedgerBrowser } from './ledger-browser';
import { Verification } from './verification';

type LedgerState = Readonly<{ ledgerId: string; head: string }>;
type Key = Readonly<{ suite: string; verifierKey: string }>;

/** How far the ledger has come, what stands in it, and that nothing was changed. */
export function LedgerPage() {
  const ledger = useAsked<LedgerState>('/v1/ledger');
  const keys = useAsked<readonly Key[]>('/v1/ledger/keys');
  return (
    <>
      <PageHead
        title="台账和检查点"
        lead="事实只增不改；检查点是台账条数和根散列，带签名，存到台账以外的地方，以后就能证明没有改动。"
      />
      <section className="panel" aria-label="核验">
        <h2>核验</h2>
        <Verification />
        <p className="actions">
          <Button href="/v1/ledger/checkpoint" target="_blank" rel="noreferrer">
            取检查点（SHA-256 / Ed25519）
          </Button>
          <Button href="/v1/ledger/checkpoint?suite=sm3-sm2" target="_blank" rel="noreferrer">
            取检查点（SM3 / SM2）
          </Button>
        </p>
        <Loaded of={keys}>
          {(known) => (
            <dl className="long">
              {known.map(({ suite, verifierKey }) => (
                <div key={suite}>
                  <dt>公钥 {suite}</dt>
                  <dd>
                    <code>{verifierKey}</code>
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </Loaded>
        <p className="basis">
          不相信这台服务器的，用程序之外的 gongkai verify
          核对台账文件，它不与写台账的程序共用一行代码；用法见审计指南。
        </p>
      </section>
      <section className="panel" aria-label="台账浏览">
        <h2>台账浏览</h2>
        <Loaded of={ledger}>
          {({ ledgerId, head }) => (
            <>
              <p>
                台账编号 {ledgerId}，最后一条事实是第 {head} 条；下面是本机关的。
              </p>
              <LedgerBrowser head={Number(head)} />
            </>
          )}
        </Loaded>
      </section>
    </>
  );
}
