import type { Command } from 'commander';
import {
  exportEvidence,
  verifyLedger,
  type ExportOptions,
  type VerifyOptions,
} from './evidence.command.js';
import type { Globals, Within } from './within.js';

/** What an auditor takes away, and what she checks it with. */
export function addEvidence(
  program: Command,
  within: Within,
  exitWith: (exit: number) => void,
): void {
  program
    .command('export')
    .description('证据包：一件申请或者案件的全部事实和证明，用 openssl 就能核对')
    .requiredOption('--case <编号>', '登记编号，或者案号')
    .option('--appeal', '编号是案号；有申请与它同号的，不写则是申请')
    .requiredOption('--out <文件夹>', '写到哪里，应是还没有的文件夹')
    .action((options: Omit<ExportOptions, 'agency'>) =>
      within('read', (session, output, { agency }) =>
        exportEvidence(session, output, { ...options, agency }),
      ),
    );
  const more = (text: string, texts: readonly string[]): readonly string[] => [...texts, text];
  program
    .command('verify')
    .description('核对台账、证据包：0 完好，1 损坏，2 用法不对，3 比见证短，4 分叉，5 公钥不符')
    .argument('[文件或文件夹]', '台账文件或者证据包；不写则为数据文件夹里的台账和它的见证')
    .option('--key <公钥>', '您信任的公钥，文字或者文件，可以多次', more, [])
    .option('--head <台账头>', '打印在纸上的“条数 根”，可以多次', more, [])
    .option('--checkpoint <文件>', '检查点，旧的也行，可以多次', more, [])
    .option('--witness <文件夹>', '见证所在的文件夹')
    .action((target: string | undefined, options: VerifyOptions) => {
      const { data, json } = program.opts<Globals>();
      exitWith(verifyLedger(data, json, target, options));
    });
}
