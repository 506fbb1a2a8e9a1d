import { Button, Input } from 'antd';
import { useState } from 'react';
import { useAsked, useSending } from '../api';
import {
  LETTER_FIELD_WORDS,
  LETTER_WORDS,
  type LetterField,
  type LetterKind,
} from '../labels.zh-CN';
import { Loaded } from '../parts/loaded';
import { ProblemAlert } from '../parts/problem-alert';
import { Rows } from '../parts/rows';
import { useFile } from '../parts/use-file';
import { useSession } from '../session';
import { dayOf } from '../words.zh-CN';
import type { Letters } from './answers';

/** 文书: what was issued, and what may be issued now. */
export function LettersPanel({ path }: Readonly<{ path: string }>) {
  const asked = useAsked<Letters>(`${path}/letters`);
  return (
    <section className="panel" aria-label="文书">
      <h2>文书</h2>
      <Loaded of={asked}>
        {({ issued, issuable }, again) => (
          <>
            <Issued issued={issued} />
            {issuable.length > 0 && <Issue path={path} issuable={issuable} again={again} />}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Issued({ issued }: Pick<Letters, 'issued'>) {
  const { at, name: own } = useSession();
  const { fetchFile, href, fetching, problem } = useFile();
  const print = (year: number, serial: number): void =>
    void fetchFile(at(`letters/${String(year)}/${String(serial)}/reprint`), {
      by: own,
      format: 'pdf',
    });
  return (
    <>
      <Rows
        caption="已制发的文书"
        columns={[
          { name: '文书', cell: ({ kind }) => LETTER_WORDS[kind] },
          { name: '文号', cell: ({ documentNumber }) => documentNumber ?? '不编号' },
          {
            name: '成文日期',
            cell: ({ issuedOn, cancelledOn }) =>
              cancelledOn === null ? dayOf(issuedOn) : `已于${dayOf(cancelledOn)}作废`,
          },
          {
            name: '打印',
            cell: ({ year, serial }) => (
              <Button size="small" loading={fetching} onClick={() => print(year, serial)}>
                重印
              </Button>
            ),
          },
        ]}
        rows={issued}
        keyOf={({ year, serial }) => `${String(year)}-${String(serial)}`}
        none="还没有制发文书。"
      />
      <ProblemAlert problem={problem} />
      <Opened href={href} />
    </>
  );
}

type Given = Readonly<{ path: string; issuable: readonly LetterKind[]; again: () => void }>;

function Issue({ path, issuable, again }: Given) {
  const [kind, setKind] = useState<LetterKind>();
  const [said, setSaid] = useState<Readonly<Partial<Record<LetterField, string>>>>({});
  const { name: own } = useSession();
  const preview = useFile();
  const { send, sending, problem } = useSending<{ warnings: readonly string[] }>();
  const chosen = kind !== undefined && issuable.includes(kind) ? kind : issuable[0];
  const issue = async (): Promise<void> => {
    const answer = await send(`${path}/letters`, { kind: chosen, said });
    if (answer === undefined) return;
    setSaid({});
    again();
  };
  return (
    <div className="issue no-print">
      <h3>制发文书</h3>
      <label>
        哪一种
        <select
          className="select"
          value={chosen}
          onChange={({ target }) => setKind(target.value as LetterKind)}
        >
          {issuable.map((one) => (
            <option key={one} value={one}>
              {LETTER_WORDS[one]}
            </option>
          ))}
        </select>
      </label>
      <Said said={said} change={setSaid} />
      <div className="actions">
        <Button
          loading={preview.fetching}
          onClick={() =>
            void preview.fetchFile(`${path}/letters/preview`, {
              ...{ kind: chosen, said, by: own, format: 'pdf' },
            })
          }
        >
          预览
        </Button>
        <Button type="primary" loading={sending} onClick={() => void issue()}>
          编号并制发
        </Button>
      </div>
      <ProblemAlert problem={preview.problem ?? problem} />
      <Opened href={preview.href} />
    </div>
  );
}

type SaidGiven = Readonly<{
  said: Readonly<Partial<Record<LetterField, string>>>;
  change: (said: Readonly<Partial<Record<LetterField, string>>>) => void;
}>;

/** What the ledger does not know and the letter has to say, item by item. */
function Said({ said, change }: SaidGiven) {
  const fields = Object.entries(LETTER_FIELD_WORDS) as [LetterField, string][];
  return (
    <>
      {fields
        .filter(([field]) => said[field] !== undefined)
        .map(([field, label]) => (
          <label key={field}>
            {label}
            <Input.TextArea
              rows={2}
              value={said[field] ?? ''}
              onChange={({ target }) => change({ ...said, [field]: target.value })}
            />
          </label>
        ))}
      <label>
        补充台账里没有的内容
        <select
          className="select"
          value=""
          onChange={({ target }) => change({ ...said, [target.value]: '' })}
        >
          <option value="">选择一项</option>
          {fields
            .filter(([field]) => said[field] === undefined)
            .map(([field, label]) => (
              <option key={field} value={field}>
                {label}
              </option>
            ))}
        </select>
      </label>
    </>
  );
}

function Opened({ href }: Readonly<{ href: string | undefined }>) {
  if (href === undefined) return null;
  return (
    <p role="status">
      已备好：
      <a href={href} target="_blank" rel="noreferrer">
        打开 PDF
      </a>
    </p>
  );
}
