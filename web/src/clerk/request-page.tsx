import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useParams } from 'react-router';
import { useAsked } from '../api';
import { EVENT_WORDS } from '../event-words.zh-CN';
import { OUTCOME_WORDS, STATUS_WORDS } from '../labels.zh-CN';
import { DaysLeft } from '../parts/days-left';
import type { Field } from '../parts/fields';
import { Form } from '../parts/form';
import { Loaded } from '../parts/loaded';
import { PageHead } from '../parts/page-head';
import { Timeline } from '../parts/timeline';
import { useSession } from '../session';
import { dayOf } from '../words.zh-CN';
import type { RequestDetails, WorkList, WorkRow } from './answers';
import { ApplicantPanel } from './applicant-panel';
import { AttachmentsPanel } from './attachments-panel';
import { ConsultationsPanel } from './consultations-panel';
import { DeadlinePanel } from './deadline-panel';
import { DuplicatesPanel } from './duplicates-panel';
import { LettersPanel } from './letters-panel';
import { SignOffsPanel } from './sign-offs-panel';
import { nextStep, usualStep } from './next-step';
import type { Step } from './step';
import { stepsOf } from './steps';

export function RequestPage() {
  const { number = '' } = useParams();
  const { at } = useSession();
  const path = at(`requests/${encodeURIComponent(number)}`);
  const asked = useAsked<RequestDetails>(path);
  return (
    <>
      {asked.problem !== undefined && <PageHead title={`申请 ${number}`} />}
      <Loaded of={asked}>
        {(request, again) => (
          <Shown
            key={`${request.number} ${request.history.length}`}
            {...{ request, path, again }}
          />
        )}
      </Loaded>
    </>
  );
}

type Given = Readonly<{ request: RequestDetails; path: string; again: () => void }>;

function Shown({ request, path, again }: Given) {
  const [round, setRound] = useState(0);
  const { may, at } = useSession();
  const who = useAsked<readonly Colleague[]>(at('colleagues'));
  const done = (): void => {
    setRound(round + 1);
    again();
  };
  return (
    <>
      <PageHead title={`申请 ${request.number}`} lead={nextStep(request)} />
      <Standing request={request} />
      {may('requests.handle') && <Steps key={round} {...{ request, path, done }} />}
      <div className="columns">
        <div>
          <ApplicantPanel request={request} path={path} again={again} />
          <ConsultationsPanel request={request} />
          <SignOffsPanel key={round} path={path} />
          <LettersPanel path={path} />
          <AttachmentsPanel request={request} path={path} again={again} />
          <DuplicatesPanel path={path} />
        </div>
        <div>
          <DeadlinePanel request={request} path={path} />
          <section className="panel" aria-label="经过">
            <h2>经过</h2>
            <Timeline facts={factsOf(request, who.answer ?? [])} />
          </section>
        </div>
      </div>
    </>
  );
}

/** What may be done now, and the questions of what is being done. */
function Steps({ request, path, done }: Omit<Given, 'again'> & Readonly<{ done: () => void }>) {
  const [step, setStep] = useState<Step>();
  const { name } = useSession();
  const steps = useMemo(() => stepsOf(request), [request]);
  return (
    <section className="panel no-print" aria-label="办理">
      <h2>{step?.name ?? '办理'}</h2>
      {step === undefined ? (
        <div className="actions">
          {steps.map((one) => (
            <Button
              key={one.id}
              type={one.id === usualStep(request) ? 'primary' : 'default'}
              onClick={() => setStep(one)}
            >
              {one.name}
            </Button>
          ))}
          {steps.length === 0 && '现在没有可以办理的步骤。'}
        </div>
      ) : (
        <div className="narrow">
          <p className="lead">{step.means}</p>
          <Form
            key={step.id}
            draft={`${path} ${step.id}`}
            fields={signed(step.fields, name)}
            path={`${path}/${step.path(request)}`}
            action={step.name}
            done={done}
            leave={() => setStep(undefined)}
          />
        </div>
      )}
    </section>
  );
}

/** Who signs is whoever is logged in, unless he says otherwise. */
function signed(fields: readonly Field[], name: string): readonly Field[] {
  return fields.map((field) => (field.name === 'by' ? { ...field, initial: name } : field));
}

/** Where it stands and how long there is, as the list says it. */
function Standing({ request }: Readonly<{ request: RequestDetails }>) {
  const { at } = useSession();
  const { number, status, dueOn, closedOn, outcome, documentNumber } = request;
  const query = new URLSearchParams({
    text: number,
    scope: closedOn === null ? 'agency' : 'closed',
  });
  const listed = useAsked<WorkList>(
    status === 'voided' ? null : at(`work-list?${query.toString()}`),
  );
  const row: WorkRow | undefined = listed.answer?.rows.find((found) => found.number === number);
  const result = outcome === null ? null : OUTCOME_WORDS[outcome];
  return (
    <dl className="panel facts">
      <dt>状态</dt>
      <dd>{STATUS_WORDS[status]}</dd>
      <dt>剩余</dt>
      <dd>{row === undefined ? '—' : <DaysLeft {...row} />}</dd>
      <dt>期限</dt>
      <dd>{dayOf(dueOn)}</dd>
      <dt>承办人</dt>
      <dd>{request.handling.assigned?.handler ?? '未分办'}</dd>
      {result !== null && (
        <>
          <dt>办理结果</dt>
          <dd>
            {result.group}
            {result.label}
            {documentNumber !== null && `，${documentNumber}`}
          </dd>
        </>
      )}
    </dl>
  );
}

type Colleague = Readonly<{ actor: string; name: string | null }>;

function factsOf({ history }: RequestDetails, colleagues: readonly Colleague[]) {
  const known = new Map(colleagues.map((one) => [one.actor, one.name]));
  const names: Readonly<Record<string, string>> = EVENT_WORDS;
  return history.map(({ type, occurredOn, recordedAt, actor, by, why }) => {
    const note = [by, why].filter((said) => said !== undefined).join('：');
    const who = known.get(actor) ?? actor;
    const named = { name: names[type] ?? type, occurredOn, recordedAt, actor: who };
    return note === '' ? named : { ...named, note };
  });
}
