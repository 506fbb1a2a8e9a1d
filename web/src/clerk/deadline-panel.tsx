import { useAsked } from '../api';
import { Loaded } from '../parts/loaded';
import type { Explanation, RequestDetails } from './answers';

type Given = Readonly<{ request: RequestDetails; path: string }>;

/** How the due date came about, sentence by sentence. */
export function DeadlinePanel({ request, path }: Given) {
  const counted = request.receivedOn !== null && request.subject === 'disclosure';
  const asked = useAsked<Explanation>(counted ? `${path}/deadline` : null);
  return (
    <section className="panel" aria-label="期限怎样算出">
      <h2>期限怎样算出</h2>
      {counted ? (
        <Loaded of={asked}>
          {({ sentences }) => (
            <ol className="sentences">
              {sentences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ol>
          )}
        </Loaded>
      ) : (
        <p>没有答复期限：收到尚未确认，或者是更正申请。</p>
      )}
    </section>
  );
}
