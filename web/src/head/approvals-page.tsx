import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useAsked } from '../api';
import { ERASURE_GROUND_WORDS } from '../labels.zh-CN';
import { Form } from '../parts/form';
import type { Field } from '../parts/fields';
import { Loaded } from '../parts/loaded';
import { PageHead } from '../parts/page-head';
import { MATTER_WORDS, proposalOf, type SignOff } from '../parts/sign-off';
import { useSession } from '../session';
import { dayOf } from '../words.zh-CN';

type Waiting = SignOff & Readonly<{ number: string; dueOn: string | null }>;
type Erasure = Readonly<{
  number: string;
  on: string;
  by: string;
  ground: keyof typeof ERASURE_GROUND_WORDS;
  reason?: string;
  retainedUntil: string;
}>;
type Approvals = Readonly<{ signOffs: readonly Waiting[]; erasures: readonly Erasure[] }>;

/** What it means in law to agree. */
const MEANING = {
  reply:
    '同意以后由经办人作出答复并送达；答复以机关名义作出，可以被申请复议、提起诉讼（《条例》第36、51条）。',
  extension:
    '延期须经工作机构负责人同意并告知申请人，前后合计不超过二十个工作日（《条例》第33条）；不告知的，仍算逾期。',
} as const;

/** 待批: what the head agrees to, with what it means in law. */
export function ApprovalsPage() {
  const { at } = useSession();
  const asked = useAsked<Approvals>(at('approvals'));
  return (
    <>
      <PageHead title="待批" lead="答复、延期的批示，个人信息销毁的批准；期限近的在前。" />
      <Loaded of={asked}>
        {({ signOffs, erasures }, again) => (
          <>
            {signOffs.length + erasures.length === 0 && <p className="panel">没有待批的。</p>}
            {signOffs.map((waiting) => (
              <SignOffPanel key={`${waiting.number} ${waiting.matter}`} {...{ waiting, again }} />
            ))}
            {erasures.map((erasure) => (
              <ErasurePanel key={erasure.number} {...{ erasure, again }} />
            ))}
          </>
        )}
      </Loaded>
    </>
  );
}

function SignOffPanel({ waiting, again }: Readonly<{ waiting: Waiting; again: () => void }>) {
  const { number, matter, soughtBy, soughtOn, reason, dueOn } = waiting;
  return (
    <Panel title={MATTER_WORDS[matter]} number={number} means={MEANING[matter]}>
      <dl className="panel facts">
        <dt>拟</dt>
        <dd>{proposalOf(waiting)}</dd>
        <dt>送签</dt>
        <dd>{`${soughtBy}，${dayOf(soughtOn)}`}</dd>
        <dt>理由</dt>
        <dd>{reason}</dd>
        <dt>答复期限</dt>
        <dd>{dayOf(dueOn)}</dd>
      </dl>
      <Answering waiting={waiting} again={again} />
    </Panel>
  );
}

type Opinion = 'agrees' | 'objects';

function Answering({ waiting, again }: Readonly<{ waiting: Waiting; again: () => void }>) {
  const { at, may, name } = useSession();
  const [opinion, setOpinion] = useState<Opinion>();
  if (!may('sign-offs.answer')) return <p className="help">由负责人批示。</p>;
  if (opinion === undefined) {
    return (
      <div className="actions">
        <Button type="primary" onClick={() => setOpinion('agrees')}>
          同意
        </Button>
        <Button onClick={() => setOpinion('objects')}>不同意</Button>
      </div>
    );
  }
  const { number, matter } = waiting;
  const fields: readonly Field[] = [
    { name: 'by', label: '批示人', kind: 'text', initial: name },
    {
      ...{ name: 'reason', label: '意见', kind: 'long', optional: opinion === 'agrees' },
      help: '明文保存，不写申请人的信息。',
    },
  ];
  return (
    <Form
      draft={`approval ${number} ${matter} ${opinion}`}
      fields={fields}
      path={at(`requests/${encodeURIComponent(number)}/sign-offs/answer`)}
      body={(sent) => ({ ...sent, matter, opinion })}
      action={opinion === 'agrees' ? '批示同意' : '批示不同意'}
      done={again}
      leave={() => setOpinion(undefined)}
    />
  );
}

function ErasurePanel({ erasure, again }: Readonly<{ erasure: Erasure; again: () => void }>) {
  const { at, may, name } = useSession();
  const [sure, setSure] = useState(false);
  const { number, by, on, ground, reason, retainedUntil } = erasure;
  return (
    <Panel
      title="销毁个人信息"
      number={number}
      means="批准以后立即销毁这件申请的密钥，申请人是谁、要什么信息再也读不出来，不能恢复；三张表的数字不变（《个人信息保护法》第47条）。"
    >
      <dl className="panel facts">
        <dt>情形</dt>
        <dd>{`${ERASURE_GROUND_WORDS[ground]}${reason === undefined ? '' : `：${reason}`}`}</dd>
        <dt>提出</dt>
        <dd>{`${by}，${dayOf(on)}`}</dd>
        <dt>保存期限届满</dt>
        <dd>{dayOf(retainedUntil)}</dd>
      </dl>
      {!may('erasure.approve') && <p className="help">由负责人批准。</p>}
      {may('erasure.approve') && !sure && <Button onClick={() => setSure(true)}>批准销毁</Button>}
      {sure && (
        <Form
          draft={`erasure ${number}`}
          fields={[{ name: 'by', label: '批准人', kind: 'text', initial: name }]}
          path={at(`requests/${encodeURIComponent(number)}/erasure/approval`)}
          action="批准销毁，不能恢复"
          done={again}
          leave={() => setSure(false)}
        />
      )}
    </Panel>
  );
}

type Shown = Readonly<{ title: string; number: string; means: string; children: ReactNode }>;

function Panel({ title, number, means, children }: Shown) {
  return (
    <section className="panel" aria-label={`${number} ${title}`}>
      <h2>
        <Link to={`/requests/${encodeURIComponent(number)}`}>{number}</Link> {title}
      </h2>
      <p className="lead">{means}</p>
      {children}
    </section>
  );
}
