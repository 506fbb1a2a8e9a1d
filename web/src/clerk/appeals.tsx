import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { useAsked } from '../api';
import { Dialog } from '../parts/dialog';
import { Form } from '../parts/form';
import { today, type Field } from '../parts/fields';
import { Loaded } from '../parts/loaded';
import { PageHead } from '../parts/page-head';
import { Rows } from '../parts/rows';
import { useSession } from '../session';
import { dayOf } from '../words.zh-CN';
import { APPEAL_KINDS, APPEAL_OUTCOMES, wordOf } from './choices';
import { requestPath } from './work-columns';

type Appeal = Readonly<{
  caseNumber: string;
  kind: string;
  requestNumbers: readonly string[];
  filedOn: string;
  concluded: Readonly<{ on: string; outcome: string }> | null;
  voidedOn: string | null;
}>;

function filing(): readonly Field[] {
  return [
    { name: 'kind', label: '哪一种', kind: 'choice', choices: APPEAL_KINDS },
    { name: 'caseNumber', label: '案号', kind: 'text' },
    {
      ...{ name: 'requestNumbers', label: '关联的登记编号', kind: 'text', optional: true },
      help: '有几件的用逗号分开。',
    },
    { name: 'acceptedOn', label: '受理日期', kind: 'date', initial: today() },
  ];
}

function concluding(): readonly Field[] {
  return [
    { name: 'outcome', label: '结果', kind: 'choice', choices: APPEAL_OUTCOMES },
    { name: 'concludedOn', label: '审结日期', kind: 'date', initial: today() },
  ];
}

/** 复议诉讼: the cases of table four. */
export function Appeals() {
  const { at } = useSession();
  const asked = useAsked<readonly Appeal[]>(at('appeals'));
  const [filingOpen, setFilingOpen] = useState(false);
  const [concluded, setConcluded] = useState<string>();
  const [file, conclude] = useMemo(() => [filing(), concluding()], []);
  const finish = (): void => {
    setFilingOpen(false);
    setConcluded(undefined);
    asked.again();
  };
  return (
    <>
      <PageHead
        title="复议诉讼"
        lead="行政复议和行政诉讼案件，计入年报表四。"
        actions={
          <Button type="primary" onClick={() => setFilingOpen(!filingOpen)}>
            登记案件
          </Button>
        }
      />
      {filingOpen && <File fields={file} finish={finish} leave={() => setFilingOpen(false)} />}
      <Loaded of={asked}>
        {(appeals) => (
          <Rows
            caption="复议诉讼台账"
            columns={[
              { name: '案号', cell: ({ caseNumber }) => caseNumber },
              { name: '类型', cell: ({ kind }) => wordOf(APPEAL_KINDS, kind) },
              { name: '受理', cell: ({ filedOn }) => dayOf(filedOn) },
              { name: '登记编号', cell: (row) => <Numbers {...row} /> },
              {
                name: '结果',
                cell: (row) => <Result {...row} conclude={() => setConcluded(row.caseNumber)} />,
              },
            ]}
            rows={appeals}
            keyOf={({ caseNumber }) => caseNumber}
            none="没有案件。"
          />
        )}
      </Loaded>
      {concluded !== undefined && (
        <Dialog title={`登记审结：${concluded}`} leave={() => setConcluded(undefined)}>
          <Form
            draft={`conclude ${concluded}`}
            fields={conclude}
            path={at(`appeals/${encodeURIComponent(concluded)}/conclusion`)}
            action="登记审结"
            done={finish}
            leave={() => setConcluded(undefined)}
          />
        </Dialog>
      )}
    </>
  );
}

type Given = Readonly<{ fields: readonly Field[]; finish: () => void; leave: () => void }>;

function File({ fields, finish, leave }: Given) {
  const { at } = useSession();
  return (
    <div className="panel narrow">
      <Form
        draft="appeal"
        fields={fields}
        path={at('appeals')}
        body={(sent, { requestNumbers = '' }) => ({
          ...sent,
          requestNumbers: requestNumbers.split(/[,，、\s]+/).filter(Boolean),
        })}
        action="登记案件"
        done={finish}
        leave={leave}
      />
    </div>
  );
}

function Numbers({ requestNumbers }: Appeal) {
  return requestNumbers.map((number) => (
    <Link key={number} className="one-of" to={requestPath(number)}>
      {number}
    </Link>
  ));
}

function Result({ concluded, voidedOn, conclude }: Appeal & { conclude: () => void }) {
  if (voidedOn !== null) return '已作废';
  if (concluded !== null) {
    return `${wordOf(APPEAL_OUTCOMES, concluded.outcome)}（${dayOf(concluded.on)}）`;
  }
  return (
    <>
      尚未审结{' '}
      <Button size="small" onClick={conclude}>
        登记审结
      </Button>
    </>
  );
}
