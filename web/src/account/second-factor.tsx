import { Button } from 'antd';
import qrcode from 'qrcode-generator';
import { useState } from 'react';
import { useSending } from '../api';
import { Form } from '../parts/form';
import { ProblemAlert } from '../parts/problem-alert';

type Offer = Readonly<{ secret: string; uri: string }>;

/** 动态口令: the secret is shown once, and counts when a code of it was given back. */
export function SecondFactor() {
  const [offer, setOffer] = useState<Offer>();
  const [bound, setBound] = useState(false);
  const { send, sending, problem } = useSending<Offer>();
  if (bound) return <p role="status">已绑定，下次登录起要用动态口令。</p>;
  if (offer === undefined) {
    return (
      <>
        <p>手机上的验证器每半分钟给一个口令；登录时连同密码一起填写，密码被人知道了也进不来。</p>
        <Button
          loading={sending}
          onClick={() => void send('/v1/session/second-factor').then((found) => setOffer(found))}
        >
          绑定动态口令
        </Button>
        <ProblemAlert problem={problem} />
      </>
    );
  }
  return (
    <>
      <p>用验证器扫这个二维码，或者抄写密钥；只显示这一次。</p>
      <Picture of={offer.uri} />
      <p>
        密钥：<code>{offer.secret}</code>
      </p>
      <Form
        draft="second-factor"
        fields={[{ name: 'code', label: '验证器显示的口令', kind: 'text' }]}
        path="/v1/session/second-factor/confirmation"
        action="绑定"
        done={() => setBound(true)}
        leave={() => setOffer(undefined)}
      />
    </>
  );
}

/** Four modules of margin all around (ISO/IEC 18004). */
const MARGIN = 4;

function Picture({ of }: Readonly<{ of: string }>) {
  const code = qrcode(0, 'M');
  code.addData(of);
  code.make();
  const count = code.getModuleCount();
  const side = count + 2 * MARGIN;
  const cells = Array.from({ length: count * count }, (_, at) => [
    Math.floor(at / count),
    at % count,
  ]);
  const path = cells
    .filter(([row = 0, column = 0]) => code.isDark(row, column))
    .map(([row = 0, column = 0]) => `M${String(column + MARGIN)} ${String(row + MARGIN)}h1v1h-1z`)
    .join('');
  return (
    <svg className="qr" viewBox={`0 0 ${String(side)} ${String(side)}`} role="img">
      <title>动态口令的二维码</title>
      <path d={path} />
    </svg>
  );
}
