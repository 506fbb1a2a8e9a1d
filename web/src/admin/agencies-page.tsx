import { useMemo, useState } from 'react';
import { useAsked } from '../api';
import { Form } from '../parts/form';
import { today, type Choice, type Field } from '../parts/fields';
import { Loaded } from '../parts/loaded';
import { PageHead } from '../parts/page-head';
import { useSession, type Agency } from '../session';
import { AgencyBranch, type AgencyNode } from '../parts/agency-branch';

/** 机关: who is in this ledger, what it is called, and to whom it reports. */
export function AgenciesPage() {
  const { agencies, agency, refresh } = useSession();
  const tree = useAsked<readonly AgencyNode[]>('/v1/agency-tree');
  const again = (): void => {
    tree.again();
    void refresh();
  };
  return (
    <>
      <PageHead title="机关" lead="建账、更名、登记隶属关系和撤并；原来的名称和隶属关系都保留。" />
      <div className="columns">
        <div>
          <section className="panel" aria-label="机关树">
            <h2>谁向谁报送</h2>
            <Loaded of={tree}>{(nodes) => <AgencyBranch nodes={nodes} />}</Loaded>
          </section>
          {agency !== undefined && (
            <Change key={agency.agencyId} agency={agency} agencies={agencies} again={again} />
          )}
        </div>
        <Found again={again} />
      </div>
    </>
  );
}

const FOUNDING: readonly Field[] = [
  { name: 'name', label: '机关全称', kind: 'text' },
  {
    ...{ name: 'shortName', label: '机关简称', kind: 'text', optional: true },
    help: '用于报告标题；不填同全称。',
  },
  {
    ...{ name: 'level', label: '部门还是人民政府', kind: 'choice', initial: 'department' },
    choices: [
      { value: 'department', label: '部门' },
      { value: 'government', label: '人民政府' },
    ],
  },
];

function Found({ again }: Readonly<{ again: () => void }>) {
  return (
    <section className="panel" aria-label="建账">
      <h2>建账</h2>
      <Form draft="found-agency" fields={FOUNDING} path="/v1/agencies" action="建账" done={again} />
    </section>
  );
}

/** What is done to the agency that is chosen above. */
type Step = Readonly<{
  title: string;
  path: string;
  what: string;
  fieldsFor: (agency: Agency, others: readonly Choice[]) => readonly Field[];
}>;

const dated = (name: string, label: string): Field => ({
  ...{ name, label, kind: 'date', initial: today() },
});

const STEPS: readonly Step[] = [
  {
    ...{ title: '登记隶属关系', path: 'placement' },
    what: '年末在谁之下，这一年的报告就向谁报送（《条例》第四十九条）。',
    fieldsFor: (_agency, choices) => [
      {
        ...{ name: 'parentId', label: '上级机关', kind: 'choice', optional: true },
        choices: [{ value: '', label: '没有上级' }, ...choices],
      },
      dated('from', '从哪天起'),
    ],
  },
  {
    ...{ title: '更名', path: 'name' },
    what: '更名之日以后的报告用新的名称。',
    fieldsFor: () => [
      { name: 'name', label: '新的全称', kind: 'text' },
      { name: 'shortName', label: '新的简称', kind: 'text', optional: true, help: '不填同全称。' },
      dated('renamedOn', '更名之日'),
    ],
  },
  {
    ...{ title: '登记撤并', path: 'abolition' },
    what: '撤并当年的报告仍须编制；没有办完的申请由承接的机关接着办。',
    fieldsFor: (_agency, choices) => [
      {
        ...{ name: 'successorId', label: '承接的机关', kind: 'choice', optional: true },
        choices: [{ value: '', label: '没有' }, ...choices],
      },
      dated('abolishedOn', '撤并之日'),
    ],
  },
];

type Given = Readonly<{ agency: Agency; agencies: readonly Agency[]; again: () => void }>;

function Change({ agency, agencies, again }: Given) {
  const [chosen, setChosen] = useState(STEPS[0]?.path);
  const step = STEPS.find(({ path }) => path === chosen);
  return (
    <section className="panel" aria-label={agency.name}>
      <h2>{agency.name}</h2>
      {agencies.length > 1 && <p className="help">换一个机关，在页面顶上选。</p>}
      <label>
        办什么{' '}
        <select
          className="select"
          value={chosen}
          onChange={({ target }) => setChosen(target.value)}
        >
          {STEPS.map(({ path, title }) => (
            <option key={path} value={path}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {step !== undefined && (
        <StepForm key={step.path} step={step} agency={agency} agencies={agencies} again={again} />
      )}
    </section>
  );
}

function StepForm({ step, agency, agencies, again }: Given & Readonly<{ step: Step }>) {
  const { at } = useSession();
  const fields = useMemo(() => {
    const others = agencies.filter(({ agencyId }) => agencyId !== agency.agencyId);
    const choices = others.map(({ agencyId, name }) => ({ value: agencyId, label: name }));
    return step.fieldsFor(agency, choices);
  }, [step, agency, agencies]);
  return (
    <>
      <p>{step.what}</p>
      <Form
        draft={`${step.path}-${agency.agencyId}`}
        fields={fields}
        path={at(step.path)}
        action={step.title}
        done={again}
      />
    </>
  );
}
