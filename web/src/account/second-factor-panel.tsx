import { Button } from 'antd';
import { useState } from 'react';
import { post, useSending } from '../api';
import { ProblemAlert } from '../parts/problem-alert';
import { UnkeptForm } from '../parts/unkept-form';
import { QrCode } from './qr-code';

type Offer = Readonly<{ secret: string; uri: string }>;

/** 动态口令: shown, and bound once a code of it was given back. */
export function SecondFactorPanel() {
  const { send, sending, problem } = useSending<Offer>();
  const [offer, setOffer] = useState<Offer>();
  const [bound, setBound] = useState(false);
  const begin = async (): Promise<void> => {
    setBound(false);
    setOffer(await send('/v1/session/second-factor'));
  };
  return (
    <section className="panel narrow" aria-label="动态口令">
      <h2>动态口令</h2>
      <p>
        绑定以后，登录时除了密码还要手机验证器上的六位数字：密码被人知道了也进不来。验证器不用联网。
      </p>
      {bound && <p role="status">已经绑定。下次登录请连同动态口令一起填写。</p>}
      {offer === undefined ? (
        <>
          <ProblemAlert problem={problem} />
          <Button loading={sending} onClick={() => void begin()}>
            绑定（换手机的重新绑定）
          </Button>
        </>
      ) : (
        <>
          <ol className="sentences">
            <li>用手机上的验证器扫描这个二维码，或者把密钥抄进去。</li>
            <li>把验证器显示的六位数字填在下面，才算绑定。</li>
          </ol>
          <QrCode text={offer.uri} title="动态口令的二维码" />
          <p>
            密钥：<code className="token">{offer.secret.match(/.{1,4}/g)?.join(' ')}</code>
          </p>
          <UnkeptForm
            fields={[{ name: 'code', label: '动态口令', complete: 'one-time-code', numeric: true }]}
            action="绑定"
            send={async (values) => {
              await post('/v1/session/second-factor/confirmation', values);
              setOffer(undefined);
              setBound(true);
            }}
          />
        </>
      )}
    </section>
  );
}
