import { LedgerCorrupt, type Ledger } from '../ledger.js';
import { recordOf } from '../record.js';
import { Frontier, PathRoots, inclusionPath } from '../transparency/merkle.js';
import type { Checkpoint } from '../transparency/checkpoint.js';

/** An event as it is stored, and the way from its leaf to the root of a checkpoint. */
export type ProvedEvent = Readonly<{
  /** Counted from 0 in ledger order. */
  index: number;
  record: string;
  path: readonly Buffer[];
}>;

/**
 * The events of one stream that a checkpoint covers, each with its proof. Passes over the ledger twice
 * and keeps nothing of it but the stream. The checkpoint must be of the suite that the ledger hashes
 * with; throws {@link LedgerCorrupt} when the ledger does not have its root.
 */
export async function provedStream(
  ledger: Ledger,
  { size, root }: Pick<Checkpoint, 'size' | 'root'>,
  stream: string,
): Promise<readonly ProvedEvent[]> {
  const found: Omit<ProvedEvent, 'path'>[] = [];
  let index = 0;
  for await (const event of ledger.readAll()) {
    if (index === size) break;
    if (event.stream === stream) found.push({ index, record: recordOf(event) });
    index += 1;
  }

  const paths = found.map((event) => new PathRoots('sha256', inclusionPath(event.index, size)));
  const tree = new Frontier('sha256');
  for await (const { hash } of ledger.readAll()) {
    if (tree.size === size) break;
    const leaf = Buffer.from(hash, 'hex');
    for (const path of paths) path.take(tree.size, leaf);
    tree.append(leaf);
  }
  if (tree.size !== size || !tree.root().equals(root)) {
    throw new LedgerCorrupt('the ledger does not have the root that its checkpoint was signed for');
  }
  return found.map((event, at) => ({ ...event, path: paths[at]?.roots() ?? [] }));
}
