import { Link } from 'react-router';
import { dayOf, momentOf } from '../words.zh-CN';
import { useWho, type Fact } from './fact';

/** Facts with both their times, by whom, and the way to the proof of each. */
export function FactsTable({ facts }: Readonly<{ facts: readonly Fact[] }>) {
  const who = useWho();
  return (
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
          {facts.map((fact) => (
            <tr key={fact.eventId}>
              <td>{fact.position}</td>
              <th scope="row">{fact.words}</th>
              <td>{dayOf(fact.occurredOn)}</td>
              <td>{momentOf(fact.recordedAt)}</td>
              <td>{who(fact.actor)}</td>
              <td>
                <Link
                  to={`/proofs/${fact.eventId}`}
                  aria-label={`${fact.hash.slice(0, 12)}…，第 ${fact.position} 条的证明`}
                >
                  {fact.hash.slice(0, 12)}…
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
