import { Link, useParams } from 'react-router';
import { useAsked } from '../api';
import { Loaded } from '../parts/loaded';
import { PageHead } from '../parts/page-head';
import { useSession } from '../session';
import { dayOf, momentOf } from '../words.zh-CN';

type Fact = Readonly<{
  position: string;
  eventId: string;
  words: string;
  occurredOn: string;
  recordedAt: string;
  actor: string;
  hash: string;
}>;

/** Every fact of one case, and the way to the proof of each. */
export function FactsPage() {
  const { kind = '', id = '' } = useParams();
  const { at } = useSession();
  const query = new URLSearchParams({ kind, id }).toString();
  const facts = useAsked<readonly Fact[]>(at(`events?${query}`));
  return (
    <>
      <PageHead title={`${id} 的全部事实`} lead="按记入台账的次序；每一条都能证明在台账里。" />
      <section className="panel">
        <Loaded of={facts}>
          {(known) => (
            <div className="scroll" role="region" aria-label="事实" tabIndex={0}>
              <table className="plain-table">
                <thead>
                  <tr>
                    {['第几条', '事实', '发生于', '记入于', '由谁', '证明'].map((name) => (
                      <th scope="col" key={name}>
                        {name}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {known.map((fact) => (
                    <tr key={fact.eventId}>
                      <td>{fact.position}</td>
                      <th scope="row">{fact.words}</th>
                      <td>{dayOf(fact.occurredOn)}</td>
                      <td>{momentOf(fact.recordedAt)}</td>
                      <td>{fact.actor}</td>
                      <td>
                        <Link
                          to={`/proofs/${fact.eventId}`}
                          aria-label={`第 ${fact.position} 条的证明`}
                        >
                          {fact.hash.slice(0, 12)}…
                        </Link>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </Loaded>
      </section>
    </>
  );
}
