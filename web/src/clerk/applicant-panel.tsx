import { Button } from 'antd';
import { useState } from 'react';
import { useSending } from '../api';
import { ConfirmWithReason } from '../parts/confirm-with-reason';
import { useSession } from '../session';
import type { RequestDetails } from './answers';
import { APPLICANTS, CHANNELS, wordOf } from './choices';

const GONE = {
  erased: '个人信息已依法销毁。',
  lost: '个人信息的密钥缺失，无法显示，请告诉管理员。',
  restricted: '个人信息已封存，除保存和审计以外停止使用。',
} as const;

const LABELS: Readonly<Record<string, string>> = {
  applicant: '申请人',
  idNumber: '证件号码',
  contact: '联系方式',
  address: '通信地址',
  description: '所需信息',
  provision: '形式要求',
  agent: '代理人',
  coApplicants: '其他联合申请人',
  remarks: '备注',
};

type Given = Readonly<{ request: RequestDetails; path: string; again: () => void }>;

/** Who asks for what: masked, until somebody says what for. */
export function ApplicantPanel({ request, path }: Given) {
  const { applicant, applicantKind, channel } = request;
  const [asking, setAsking] = useState(false);
  const [shown, setShown] = useState<Readonly<Record<string, string>>>();
  const { name: own } = useSession();
  const { send, sending, problem, clear } = useSending<Readonly<Record<string, unknown>>>();
  const disclose = async (purpose: string): Promise<void> => {
    const answer = await send(`${path}/disclosures`, { by: own, purpose });
    if (answer === undefined) return;
    setShown(textsIn(answer));
    setAsking(false);
  };
  const masked: Readonly<Record<string, string>> = typeof applicant === 'string' ? {} : applicant;
  const values = shown ?? masked;
  return (
    <section className="panel" aria-label="申请人">
      <h2>申请人</h2>
      {typeof applicant === 'string' ? (
        <p>{GONE[applicant]}</p>
      ) : (
        <dl className="facts">
          {Object.entries(LABELS)
            .filter(([name]) => (values[name] ?? '') !== '')
            .map(([name, label]) => (
              <div key={name}>
                <dt>{label}</dt>
                <dd className="written">{values[name]}</dd>
              </div>
            ))}
          <div>
            <dt>类别</dt>
            <dd>{wordOf(APPLICANTS, applicantKind)}</dd>
          </div>
          <div>
            <dt>渠道</dt>
            <dd>{wordOf(CHANNELS, channel)}</dd>
          </div>
        </dl>
      )}
      {typeof applicant !== 'string' && shown === undefined && (
        <Button className="no-print" onClick={() => setAsking(true)}>
          显示未遮盖的信息
        </Button>
      )}
      <ConfirmWithReason
        open={asking}
        title="显示未遮盖的个人信息"
        action="记入台账并显示"
        label="用途"
        sending={sending}
        problem={problem}
        done={(purpose) => void disclose(purpose)}
        leave={() => {
          clear();
          setAsking(false);
        }}
      >
        <p>谁在什么时候为了什么查阅，先记入台账，再显示；用途里不要写申请人的信息。</p>
      </ConfirmWithReason>
    </section>
  );
}

function textsIn(answer: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const known = Object.entries(answer).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] in LABELS,
  );
  return Object.fromEntries(known);
}
