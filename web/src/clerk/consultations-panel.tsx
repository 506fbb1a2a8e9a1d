import { Rows, type Column } from '../parts/rows';
import { dayOf } from '../words.zh-CN';
import type { Consultation, RequestDetails } from './answers';
import { OPINION_WORDS, PARTY_WORDS } from './choices';

const COLUMNS: readonly Column<Consultation>[] = [
  { name: '第几次', cell: ({ consultation }) => consultation },
  { name: '向谁', cell: ({ party }) => PARTY_WORDS[party] },
  { name: '发出', cell: ({ sentOn }) => dayOf(sentOn) },
  { name: '对方收到', cell: ({ receivedOn }) => dayOf(receivedOn) },
  { name: '答复期限', cell: ({ respondBy }) => dayOf(respondBy) },
  {
    name: '意见',
    cell: ({ opinion, answeredOn }) =>
      opinion === null ? '等待答复' : `${OPINION_WORDS[opinion]}（${dayOf(answeredOn)}）`,
  },
];

export function ConsultationsPanel({ request }: Readonly<{ request: RequestDetails }>) {
  const { consultations } = request.handling;
  if (consultations.length === 0) return null;
  return (
    <section className="panel" aria-label="征求意见">
      <h2>征求意见</h2>
      <Rows
        caption="征求意见"
        columns={COLUMNS}
        rows={consultations}
        keyOf={({ consultation }) => String(consultation)}
        none=""
      />
    </section>
  );
}
