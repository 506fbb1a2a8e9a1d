import type { Command } from 'commander';
import { printCheckpoint, prove, type CheckpointOptions } from './transparency.command.js';
import type { Within } from './within.js';

const SUITE = ['--suite <套件>', 'sha256-ed25519 或 sm3-sm2（国密）', 'sha256-ed25519'] as const;

/** What lets somebody else check the ledger. */
export function addTransparency(program: Command, within: Within): void {
  program
    .command('checkpoint')
    .description('检查点：带签名的台账条数和根散列，交给别人留存')
    .option(...SUITE)
    .option('--out <文件>', '把检查点（或公钥）写到哪里')
    .option('--public-key', '打印签名公钥', false)
    .option('--new-witness', '高水位标记丢失或台账已从备份恢复时，按现状重新留存', false)
    .action((options: CheckpointOptions) =>
      within(
        options.newWitness ? 'write' : 'read',
        (session, output) => printCheckpoint(session, output, options),
        options.newWitness,
      ),
    );
  program
    .command('prove')
    .description('证明：一条事实在台账里，或者台账从某个检查点以来只增不改')
    .argument('[事实]', '登记时回答的位置，或者事实的编号')
    .option('--since <检查点>', '从前的条数，或者从前检查点的文件')
    .option(...SUITE)
    .option('--out <文件>', '把证明写到哪里')
    .action((event: string | undefined, options: { since?: string; suite: string; out?: string }) =>
      within('read', (session, output) => prove(session, output, { event, ...options })),
    );
}
