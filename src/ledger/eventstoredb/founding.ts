import { randomUUID } from 'node:crypto';

import { LedgerCorrupt, LedgerStopped } from '../ledger.js';
import { canonicalText } from '../plain-json.js';
import type { StoredStream } from './stored-stream.js';

/** Format of a ledger in EventStoreDB: what stands in event 0, and how records follow it. */
const FORMAT = 1;

const TYPE = 'LedgerFounded';

/** The id of the ledger that the stream holds, or null if there is no stream. */
export async function foundedId(stream: StoredStream, shown: string): Promise<string | null> {
  const [first] = await stream.page(0, 1);
  if (first === undefined) return null;
  const founding = first.type === TYPE && first.revision === 0 ? parsed(first.text) : null;
  if (founding === null) {
    throw new LedgerStopped(`${shown} holds no ledger: choose another stream with ?ledger=NAME`);
  }
  if (founding.format > FORMAT) {
    throw new LedgerStopped(
      `${shown} is written in format ${founding.format} and this program reads format ` +
        `${FORMAT}: install the newer program`,
    );
  }
  return founding.ledgerId;
}

/** Founds a ledger in an empty stream, and answers with its id; another may have been first. */
export async function found(
  stream: StoredStream,
  shown: string,
  ledgerId: string = randomUUID(),
): Promise<string> {
  const text = canonicalText({ ledgerId, format: FORMAT });
  await stream.append(-1, [{ id: randomUUID(), type: TYPE, text }]);
  const founded = await foundedId(stream, shown);
  if (founded === null) throw new LedgerCorrupt(`${shown} lost its first event`);
  return founded;
}

function parsed(text: string): Readonly<{ ledgerId: string; format: number }> | null {
  try {
    const { ledgerId, format } = JSON.parse(text) as Partial<{ ledgerId: string; format: number }>;
    if (typeof ledgerId !== 'string' || typeof format !== 'number') return null;
    return { ledgerId, format };
  } catch {
    return null;
  }
}
