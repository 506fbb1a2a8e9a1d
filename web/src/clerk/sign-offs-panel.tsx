import { useAsked } from '../api';
import { Rows, type Column } from '../parts/rows';
import { MATTER_WORDS, proposalOf, type SignOff } from '../parts/sign-off';
import { dayOf } from '../words.zh-CN';

const COLUMNS: readonly Column<SignOff>[] = [
  { name: '事项', cell: ({ matter }) => MATTER_WORDS[matter] },
  { name: '拟', cell: proposalOf },
  { name: '送签', cell: ({ soughtBy, soughtOn }) => `${soughtBy}，${dayOf(soughtOn)}` },
  { name: '批示', cell: ({ answer }) => (answer === null ? '等待批示' : answered(answer)) },
];

function answered({ opinion, by, on, reason }: NonNullable<SignOff['answer']>): string {
  const said = opinion === 'agrees' ? '同意' : '不同意';
  return `${by} ${said}，${dayOf(on)}${reason === undefined ? '' : `：${reason}`}`;
}

/** 送签和批示 of one request; nothing where nothing was put before the head. */
export function SignOffsPanel({ path }: Readonly<{ path: string }>) {
  const { answer } = useAsked<readonly SignOff[]>(`${path}/sign-offs`);
  if (answer === undefined || answer.length === 0) return null;
  return (
    <section className="panel" aria-label="送签和批示">
      <h2>送签和批示</h2>
      <Rows
        caption="送签和批示"
        columns={COLUMNS}
        rows={answer}
        keyOf={({ matter }) => matter}
        none=""
      />
    </section>
  );
}
