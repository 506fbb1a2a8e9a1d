import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useAsked } from '../api';
import { Dialog } from '../parts/dialog';
import { Form } from '../parts/form';
import { today, type Field } from '../parts/fields';
import { Loaded } from '../parts/loaded';
import { PageHead } from '../parts/page-head';
import { Rows } from '../parts/rows';
import { useSession } from '../session';
import { dayOf } from '../words.zh-CN';
import { DOCUMENT_KINDS, wordOf } from './choices';
import { MonthlyCounts } from './monthly-counts';

type Document = Readonly<{
  documentNumber: string;
  title: string;
  kind: string;
  issuedOn: string;
  repealedOn: string | null;
  voidedOn: string | null;
}>;

/** 主动公开: the documents and the numbers of table two. */
export function Publications() {
  const { at } = useSession();
  const asked = useAsked<readonly Document[]>(at('documents'));
  const [repealed, setRepealed] = useState<string>();
  const [issuing, repealing] = useMemo(() => [issueFields(), repealFields()], []);
  return (
    <>
      <PageHead title="主动公开" lead="规章、行政规范性文件和每月的数量，计入年报表二。" />
      <MonthlyCounts />
      <section className="panel" aria-label="登记制发文件">
        <h2>登记制发文件</h2>
        <div className="narrow">
          <Form
            draft="document"
            fields={issuing}
            path={at('documents')}
            action="登记文件"
            done={asked.again}
          />
        </div>
      </section>
      <section className="panel" aria-label="文件台账">
        <h2>文件台账</h2>
        <Loaded of={asked}>
          {(documents) => (
            <Rows
              caption="文件台账"
              columns={[
                { name: '文号', cell: ({ documentNumber }) => documentNumber },
                { name: '标题', cell: ({ title }) => title },
                { name: '类别', cell: ({ kind }) => wordOf(DOCUMENT_KINDS, kind) },
                { name: '制发', cell: ({ issuedOn }) => dayOf(issuedOn) },
                {
                  name: '现行',
                  cell: (row) => (
                    <InForce {...row} repeal={() => setRepealed(row.documentNumber)} />
                  ),
                },
              ]}
              rows={documents}
              keyOf={({ documentNumber }) => documentNumber}
              none="没有文件。"
            />
          )}
        </Loaded>
      </section>
      {repealed !== undefined && (
        <Dialog title={`登记废止：${repealed}`} leave={() => setRepealed(undefined)}>
          <Form
            draft={`repeal ${repealed}`}
            fields={repealing}
            path={at(`documents/${encodeURIComponent(repealed)}/repeal`)}
            action="登记废止"
            done={() => {
              setRepealed(undefined);
              asked.again();
            }}
            leave={() => setRepealed(undefined)}
          />
        </Dialog>
      )}
    </>
  );
}

function InForce({ repealedOn, voidedOn, repeal }: Document & { repeal: () => void }) {
  if (voidedOn !== null) return '已作废';
  if (repealedOn !== null) return `已于${dayOf(repealedOn)}废止`;
  return (
    <>
      现行有效{' '}
      <Button size="small" onClick={repeal}>
        登记废止
      </Button>
    </>
  );
}

function issueFields(): readonly Field[] {
  return [
    { name: 'kind', label: '类别', kind: 'choice', choices: DOCUMENT_KINDS },
    { name: 'documentNumber', label: '文号', kind: 'text' },
    { name: 'title', label: '标题', kind: 'text' },
    { name: 'issuedOn', label: '制发日期', kind: 'date', initial: today() },
  ];
}

function repealFields(): readonly Field[] {
  return [{ name: 'repealedOn', label: '废止日期', kind: 'date', initial: today() }];
}
