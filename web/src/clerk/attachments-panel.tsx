import { Button } from 'antd';
import { useRef, useState, type SyntheticEvent } from 'react';
import { useSending } from '../api';
import { ATTACHMENT_WORDS } from '../labels.zh-CN';
import { ProblemAlert } from '../parts/problem-alert';
import { Rows } from '../parts/rows';
import { useFile } from '../parts/use-file';
import { useSession } from '../session';
import { dayOf } from '../words.zh-CN';
import type { Attachment, RequestDetails } from './answers';

type Given = Readonly<{ request: RequestDetails; path: string; again: () => void }>;

/** 附件: kept under seal. Looking at one is put down first. */
export function AttachmentsPanel({ request, path, again }: Given) {
  const { name: own } = useSession();
  const { fetchFile, href, fetching, problem } = useFile();
  const open = (hash: string): void =>
    void fetchFile(`${path}/attachments/${hash}/views`, {
      by: own,
      purpose: '办理申请',
    });
  return (
    <section className="panel" aria-label="附件">
      <h2>附件</h2>
      <Rows<Attachment>
        caption="附件"
        columns={[
          { name: '种类', cell: ({ kind }) => ATTACHMENT_WORDS[kind] },
          { name: '收存', cell: ({ addedOn }) => dayOf(addedOn) },
          { name: '大小', cell: ({ size }) => `${String(Math.ceil(size / 1024))} kB` },
          {
            name: '取出',
            cell: ({ hash, voidedOn }) =>
              voidedOn === null ? (
                <Button size="small" loading={fetching} onClick={() => open(hash)}>
                  记入台账并取出
                </Button>
              ) : (
                `已于${dayOf(voidedOn)}作废`
              ),
          },
        ]}
        rows={request.attachments}
        keyOf={({ hash }) => hash}
        none="没有附件。"
      />
      <ProblemAlert problem={problem} />
      {href !== undefined && (
        <p role="status">
          <a href={href} download="附件">
            保存附件
          </a>
        </p>
      )}
      <Add path={path} again={again} />
    </section>
  );
}

function Add({ path, again }: Readonly<{ path: string; again: () => void }>) {
  const [kind, setKind] = useState('application');
  const file = useRef<HTMLInputElement>(null);
  const { send, sending, problem } = useSending();
  const add = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const chosen = file.current?.files?.[0];
    if (chosen === undefined) {
      file.current?.focus();
      return;
    }
    const bytes = new File([chosen], chosen.name, { type: 'application/octet-stream' });
    const answer = await send(`${path}/attachments?kind=${kind}`, bytes);
    if (answer !== undefined) again();
  };
  return (
    <form className="filters no-print" onSubmit={(event) => void add(event)}>
      <label>
        种类
        <select className="select" value={kind} onChange={({ target }) => setKind(target.value)}>
          {Object.entries(ATTACHMENT_WORDS).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label>
        文件
        <input ref={file} type="file" />
      </label>
      <Button htmlType="submit" loading={sending}>
        收存
      </Button>
      <ProblemAlert problem={problem} />
    </form>
  );
}
