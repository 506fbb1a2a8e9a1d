import { dayOf, momentOf } from '../words.zh-CN';

/** One fact: the day it happened on, and the moment it was put down. */
export type Fact = Readonly<{
  name: string;
  occurredOn: string;
  recordedAt: string;
  actor?: string;
  note?: string;
}>;

/** What happened, the newest last, each with both its times. */
export function Timeline({ facts }: Readonly<{ facts: readonly Fact[] }>) {
  return (
    <ol className="timeline">
      {facts.map(({ name, occurredOn, recordedAt, actor, note }, at) => (
        <li key={`${recordedAt} ${String(at)}`}>
          <strong>{name}</strong>
          <span>
            发生于 <time dateTime={occurredOn}>{dayOf(occurredOn)}</time>
          </span>
          <span className="recorded">
            记入于 <time dateTime={recordedAt}>{momentOf(recordedAt)}</time>
            {actor !== undefined && `，${actor}`}
          </span>
          {note !== undefined && <p>{note}</p>}
        </li>
      ))}
    </ol>
  );
}
