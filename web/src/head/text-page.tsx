import { Alert, Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useAsked, usePutting, useSending } from '../api';
import { Confirm } from '../parts/confirm';
import { Loaded } from '../parts/loaded';
import { ProblemAlert } from '../parts/problem-alert';
import { useSession } from '../session';
import { ReportFrame, useYear } from './report-frame';

const PARTS = [
  ['preamble', '引言'],
  ['overview', '一、总体情况'],
  ['publications', '二、主动公开（表前说明，一般没有）'],
  ['requests', '三、收到和处理申请（表前说明，一般没有）'],
  ['appeals', '四、行政复议、行政诉讼（表前说明，一般没有）'],
  ['problems', '五、存在的主要问题及改进情况'],
  ['otherMatters', '六、其他需要报告的事项'],
] as const;
type Part = (typeof PARTS)[number][0];

/** Lines that a part usually has; most have none of their own. */
const ROWS: Partial<Readonly<Record<Part, number>>> = {
  preamble: 5,
  overview: 16,
  problems: 8,
  otherMatters: 5,
};
type Draft = Readonly<Record<Part, string> & { signedOn: string }>;

type ReportText = Readonly<{
  drafted: boolean;
  text: Readonly<{
    preamble: string;
    parts: Readonly<Record<Exclude<Part, 'preamble'>, string>>;
    signedOn: string;
  }>;
  words: Readonly<{ parts: readonly Readonly<{ heading: string; text: string }>[] }>;
  unknown: readonly string[];
  figures: readonly Readonly<{ name: string; figure: string }>[];
}>;

/** The words of the report; figures stand in them as {{names}} and are filled from the ledger. */
export function TextPage() {
  const year = useYear();
  const { at } = useSession();
  const base = `reports/${String(year)}`;
  const asked = useAsked<ReportText>(at(`${base}/text`));
  return (
    <ReportFrame
      title="文字"
      lead="数字写成 {{新收申请数}} 的样子，由台账填入；直接写的数字会与表格核对。"
    >
      <Loaded of={asked}>
        {(text, again) => (
          // A newer text is another form: what was typed is kept by the browser until it is saved.
          <Editor
            key={`${String(year)} ${JSON.stringify(text.text)}`}
            text={text}
            kept={`gongkai:text:${at(base)}`}
            draft={at(`${base}/draft`)}
            nil={at(`${base}/nil-return`)}
            saved={again}
          />
        )}
      </Loaded>
    </ReportFrame>
  );
}

type Given = Readonly<{
  text: ReportText;
  kept: string;
  draft: string;
  nil: string;
  saved: () => void;
}>;

function Editor({ text, kept, draft, nil, saved }: Given) {
  const [typed, setTyped] = useState<Draft>(() => keptIn(kept) ?? draftOf(text));
  const { put, putting, problem } = usePutting();
  const id = useId();
  const type = (name: keyof Draft, value: string): void => {
    const next = { ...typed, [name]: value };
    setTyped(next);
    sessionStorage.setItem(kept, JSON.stringify(next));
  };
  const save = async (): Promise<void> => {
    if (!(await put(draft, typed))) return;
    sessionStorage.removeItem(kept);
    saved();
  };
  return (
    <div className="columns">
      <section className="panel">
        <h2>{text.drafted ? '已起草' : '还没有起草，下面是程序按数字写的'}</h2>
        {text.unknown.length > 0 && (
          <Alert
            type="error"
            showIcon
            title={`台账里没有：${text.unknown.join('、')}，打印以前要改正。`}
          />
        )}
        {PARTS.map(([name, label]) => (
          <div key={name}>
            <label className="field" htmlFor={`${id}-${name}`}>
              {label}
            </label>
            <Input.TextArea
              id={`${id}-${name}`}
              rows={ROWS[name] ?? 2}
              value={typed[name]}
              onChange={(event) => type(name, event.target.value)}
            />
          </div>
        ))}
        <label className="field" htmlFor={`${id}-signed`}>
          成文日期
        </label>
        <Input
          id={`${id}-signed`}
          type="date"
          value={typed.signedOn}
          onChange={(event) => type('signedOn', event.target.value)}
        />
        <p className="actions">
          <Button type="primary" loading={putting} onClick={() => void save()}>
            保存文字
          </Button>
          <NilReturn to={nil} signedOn={typed.signedOn} done={saved} />
        </p>
        <ProblemAlert problem={problem} />
      </section>
      <aside className="panel" aria-label="可以用的数字">
        <h2>可以用的数字</h2>
        <ul className="names" tabIndex={0}>
          {text.figures.map(({ name, figure }) => (
            <li key={name}>
              <code>{`{{${name}}}`}</code> {figure}
            </li>
          ))}
        </ul>
      </aside>
    </div>
  );
}

/** 零报告: every cell of the year is 0, and that is one confirmation. */
function NilReturn({
  to,
  signedOn,
  done,
}: Readonly<{ to: string; signedOn: string; done: () => void }>) {
  const [asking, setAsking] = useState(false);
  const { send, sending, problem, clear } = useSending();
  const confirm = async (): Promise<void> => {
    if ((await send(to, { signedOn })) === undefined) return;
    setAsking(false);
    done();
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>零报告……</Button>
      {asking && (
        <Confirm
          title="零报告"
          action="确认全年为零"
          sending={sending}
          problem={problem}
          done={() => void confirm()}
          leave={() => {
            clear();
            setAsking(false);
          }}
        >
          <p>
            确认全年没有收到申请，没有复议诉讼，没有文件、决定和收费；没有上报的月份补记为
            0，并起草文字。
          </p>
        </Confirm>
      )}
    </>
  );
}

function draftOf({ text: { preamble, parts, signedOn } }: ReportText): Draft {
  return { preamble, ...parts, signedOn };
}

/** What was typed and not saved; no applicant is named in it, and it ends with the browser's tab. */
function keptIn(key: string): Draft | null {
  const kept = sessionStorage.getItem(key);
  return kept === null ? null : (JSON.parse(kept) as Draft);
}
