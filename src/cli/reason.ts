import type { Command } from 'commander';
import { longTextOf } from '../csv/cells.js';
import { readEntry } from './entry-file.js';

/** Why an entry is mended: with the option, or under 理由 in what `--from` names. */
export type Reason = Readonly<{ reason?: string; from?: string }>;

export function withReason(command: Command): Command {
  return command
    .option('--reason <理由>', '原登记错在哪里；提到人的理由请用 --from')
    .option('--from <文件>', '理由所在的文件，如“理由：……”，- 为标准输入');
}

/** Empty when none is given: the decider says what to do. */
export async function readReason({ reason = '', from }: Reason): Promise<string> {
  if (from === undefined) return reason;
  const given = longTextOf(await readEntry(from, ['理由']), '理由');
  return given === '' ? reason : given;
}
