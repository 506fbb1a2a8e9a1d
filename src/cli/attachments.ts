import { Option, type Command } from 'commander';
import { ATTACHMENT_LABELS } from '../requests/domain/attachment-labels.js';
import { attach, listAttachments, takeOut, voidAttachment } from './attachment.command.js';
import type { Why } from './personal-data.command.js';
import { withReason, type Reason } from './reason.js';
import type { Within } from './within.js';

/** The commands that keep, list, give out and void files of a request. */
export function addAttachments(program: Command, within: Within): void {
  program
    .command('attach')
    .description('收存附件：加密保存；收 PDF、OFD、JPG、PNG、Word、Excel，20 MB 以内')
    .argument('<登记编号>')
    .argument('<文件>')
    .addOption(
      new Option('--kind <种类>', '附件种类')
        .choices(Object.values(ATTACHMENT_LABELS))
        .makeOptionMandatory(),
    )
    .option('--on <日期>', '收到附件之日；不写为今天')
    .action((number: string, file: string, options: { kind: string; on?: string }) =>
      within('write', (session, output, { agency }) =>
        attach(session, output, { number, file, agency, ...options }),
      ),
    );
  program
    .command('attachments')
    .description('一件申请的附件清单，不含文件名')
    .argument('<登记编号>')
    .option('--check', '逐个核对文件是否完好', false)
    .action((number: string, { check }: { check: boolean }) =>
      within('read', (session, output, { agency }) =>
        listAttachments(session, output, { number, agency, check }),
      ),
    );
  program
    .command('attachment')
    .description('取出一个附件；先记入台账，再写成文件')
    .argument('<登记编号>')
    .argument('<散列>', '清单里的散列')
    .requiredOption('--out <文件>', '写到哪里')
    .requiredOption('--by <姓名>', '办理人姓名')
    .requiredOption('--purpose <用途>', '查阅的用途；明文保存，不写申请人的信息')
    .action((number: string, hash: string, options: Why & { out: string }) =>
      within('write', (session, output, { agency }) =>
        takeOut(session, output, { number, hash, agency, ...options }),
      ),
    );
  withReason(program.command('void-attachment'))
    .description('作废附件：放错了的不再给出，原登记保留')
    .argument('<登记编号>')
    .argument('<散列>', '清单里的散列')
    .action((number: string, hash: string, reason: Reason) =>
      within('write', (session, output, { agency }) =>
        voidAttachment(session, output, { number, hash, agency, ...reason }),
      ),
    );
}
