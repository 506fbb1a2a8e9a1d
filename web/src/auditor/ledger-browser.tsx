import { Button } from 'antd';
import { useState } from 'react';
import { useAsked } from '../api';
import { Loaded } from '../parts/loaded';
import { useSession } from '../session';
import type { Fact } from './fact';
import { FactsTable } from './facts-table';
import { PlaceInput } from './place-input';

type Page = Readonly<{ events: readonly Fact[]; next: string | null }>;

/** The ledger, fifty facts at a time, from any place on. */
export function LedgerBrowser({ head }: Readonly<{ head: number }>) {
  const { at } = useSession();
  const [after, setAfter] = useState(0);
  const page = useAsked<Page>(at(`ledger?after=${String(after)}`));
  return (
    <>
      <PlaceInput label="从第几条以后" value={after} max={head} change={setAfter} />
      <Loaded of={page}>
        {({ events, next }) => (
          <>
            {events.length === 0 ? <p>这里没有本机关的事实。</p> : <FactsTable facts={events} />}
            <p className="actions">
              <Button disabled={after === 0} onClick={() => setAfter(0)}>
                从头
              </Button>
              <Button disabled={next === null} onClick={() => setAfter(Number(next))}>
                往后五十条
              </Button>
            </p>
          </>
        )}
      </Loaded>
    </>
  );
}
