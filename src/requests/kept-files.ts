import type { LetterIssued } from '../letters/domain/letter.events.js';
import type { Ledger, RecordedEvent } from '../ledger/ledger.js';
import type { SealedFiles } from '../ledger/vault/sealed-files.js';
import type { Vault } from '../ledger/vault/vault.js';
import type { AttachmentAdded } from './domain/attachment.events.js';
import { requestStream } from './request-stream.js';

/** A sealed file that an event names, and the request under whose key it is. */
type KeptFile = Readonly<{ stream: string; hash: string }>;

type NamingEvent = AttachmentAdded | LetterIssued;

/** Every event that names sealed files. What is not listed here is swept away in the end. */
const NAMED_BY: {
  readonly [Type in NamingEvent['type']]: (
    data: Extract<NamingEvent, { type: Type }>['data'],
  ) => readonly KeptFile[];
} = {
  AttachmentAdded: ({ hash, ...key }) => [{ stream: requestStream(key), hash }],
  LetterIssued: ({ agencyId, requestNumber, files }) => {
    const stream = requestStream({ agencyId, number: requestNumber });
    return Object.values(files).map(({ hash }) => ({ stream, hash }));
  },
};

/** Every sealed file that the ledger names, of voided and cancelled things too. */
async function* keptFiles(ledger: Pick<Ledger, 'readAll'>): AsyncGenerator<KeptFile> {
  for (const type of Object.keys(NAMED_BY) as NamingEvent['type'][]) {
    const named = NAMED_BY[type] as (data: RecordedEvent['data']) => readonly KeptFile[];
    for await (const { data } of ledger.readAll({ type })) yield* named(data);
  }
}

/** Removes what was kept of a request that was erased; nobody could read it any more. */
export async function removeFilesOf(
  erased: string,
  ledger: Pick<Ledger, 'readAll'>,
  files: Pick<SealedFiles, 'remove'>,
): Promise<void> {
  for await (const { stream, hash } of keptFiles(ledger)) {
    if (stream === erased) files.remove([hash]);
  }
}

/** A file is kept before the event that names it; a writer may be between the two. In milliseconds. */
const BETWEEN = 24 * 60 * 60 * 1000;

/**
 * Removes the files of requests that were erased, where a crash came between or a backup brought them
 * back, and those that no event names, because a crash came before it. To be called when ledger and
 * keys were opened for writing, after the erasures were caught up.
 */
export async function tidyFiles(
  ledger: Pick<Ledger, 'readAll'>,
  vault: Pick<Vault, 'isErased'>,
  files: Pick<SealedFiles, 'isEmpty' | 'remove' | 'sweep'>,
  now: Date,
): Promise<void> {
  if (files.isEmpty()) return;
  const named = new Set<string>();
  for await (const { stream, hash } of keptFiles(ledger)) {
    if (vault.isErased(stream)) files.remove([hash]);
    else named.add(hash);
  }
  files.sweep(named, new Date(now.getTime() - BETWEEN));
}
