import { Button } from 'antd';
import { useState } from 'react';
import { asProblem, get, type Problem } from '../api';
import { ProblemAlert } from '../parts/problem-alert';
import { useSession } from '../session';
import { momentOf } from '../words.zh-CN';

type Verified = Readonly<{ size: number; root: string; time: string; verifiedAt: string }>;

/** 核验: every hash anew, against the root that was signed. */
export function Verification() {
  const { at } = useSession();
  const [verified, setVerified] = useState<Verified>();
  const [problem, setProblem] = useState<Problem>();
  const [asking, setAsking] = useState(false);
  const verify = async (): Promise<void> => {
    setAsking(true);
    setProblem(undefined);
    try {
      setVerified(await get<Verified>(at('ledger/verification')));
    } catch (error) {
      setVerified(undefined);
      setProblem(asProblem(error));
    } finally {
      setAsking(false);
    }
  };
  return (
    <>
      {verified !== undefined && (
        <p role="status">
          <strong>✓ 完好</strong>：{momentOf(verified.verifiedAt)}核验，{verified.size}
          条事实的散列重新算过，根散列与 {momentOf(verified.time)}签名的检查点相同。
          <br />
          <code>{verified.root}</code>
        </p>
      )}
      <ProblemAlert problem={problem} />
      <p>
        <Button type="primary" loading={asking} onClick={() => void verify()}>
          现在核验
        </Button>
      </p>
    </>
  );
}
