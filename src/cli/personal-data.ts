import { Option, type Command } from 'commander';
import { ERASURE_GROUND_LABELS } from '../requests/domain/erasure-labels.js';
import {
  adoptRetention,
  approveErasure,
  findPerson,
  proposeErasure,
  restrict,
  rotateKeys,
  showCertificate,
  showRequest,
  type Why,
} from './personal-data.command.js';
import { wholeNumber, type Within } from './within.js';

const BY = ['--by <姓名>', '办理人姓名'] as const;
const REASON = ['--reason <理由>', '明文保存，不写申请人的信息'] as const;

/** The commands that show, restrict, search and erase personal data, and keep its keys. */
export function addPersonalData(program: Command, within: Within): void {
  addErasure(program, within);
  addReading(program, within);
  for (const [name, description, lift] of [
    ['restrict', '封存一件申请的个人信息：除保存和审计以外停止使用', false],
    ['lift', '解除封存', true],
  ] as const) {
    program
      .command(name)
      .description(description)
      .argument('<登记编号>')
      .requiredOption(...REASON)
      .requiredOption(...BY)
      .action((number: string, why: { by: string; reason: string }) =>
        within('write', (session, output, { agency }) =>
          restrict(session, output, { number, agency, lift, ...why }),
        ),
      );
  }
  program
    .command('retention')
    .description('个人信息保存期限：查看，或者确定办结当年以后再保存几年')
    .option('--years <年数>', '1 至 30', wholeNumber)
    .action(({ years }: { years?: number }) =>
      within(years === undefined ? 'read' : 'write', (session, output, { agency }) =>
        adoptRetention(session, output, { years, agency }),
      ),
    );
  program
    .command('keys')
    .description('密钥')
    .command('rotate')
    .description('轮换主密钥：换新的，销毁旧的，事实不变')
    .action(() => within('write', rotateKeys));
}

function addErasure(program: Command, within: Within): void {
  const erase = program.command('erase').description('销毁一件申请的个人信息，由两人先后批准');
  erase
    .command('propose')
    .description('提出销毁（第一人）')
    .argument('<登记编号>')
    .addOption(
      new Option('--ground <情形>', '《个人信息保护法》第47条规定的情形')
        .choices(Object.values(ERASURE_GROUND_LABELS))
        .default(ERASURE_GROUND_LABELS['retention-over']),
    )
    .option('--reason <理由>', '保存期限没有届满的必须写明；明文保存，不写申请人的信息')
    .requiredOption(...BY)
    .action((number: string, why: { by: string; ground: string; reason?: string }) =>
      within('write', (session, output, { agency }) =>
        proposeErasure(session, output, { number, agency, ...why }),
      ),
    );
  erase
    .command('approve')
    .description('批准销毁（第二人）：立即销毁密钥，不能恢复')
    .argument('<登记编号>')
    .requiredOption(...BY)
    .action((number: string, { by }: { by: string }) =>
      within('write', (session, output, { agency }) =>
        approveErasure(session, output, { number, agency, by }),
      ),
    );
  erase
    .command('certificate')
    .description('销毁证明')
    .argument('<登记编号>')
    .action((number: string) =>
      within('read', (session, output, { agency }) =>
        showCertificate(session, output, { number, agency }),
      ),
    );
}

function addReading(program: Command, within: Within): void {
  program
    .command('show')
    .description('一件申请及其流水，个人信息遮盖显示')
    .argument('<登记编号>')
    .option('--unmask', '显示未遮盖的个人信息；先记入台账，再显示', false)
    .option('--purpose <用途>', '查阅的用途；明文保存，不写申请人的信息')
    .option(...BY)
    .action((number: string, asked: { unmask: boolean } & Partial<Why>) =>
      within(asked.unmask ? 'write' : 'read', (session, output, { agency }) =>
        showRequest(session, output, { number, agency, ...asked }),
      ),
    );
  program
    .command('find-person')
    .description('按证件号码查找申请；号码从键盘或者标准输入读取，不写在命令里')
    .requiredOption('--purpose <用途>', '查找的用途；明文保存，不写申请人的信息')
    .requiredOption(...BY)
    .action((why: Why) =>
      within('write', (session, output, { agency }) =>
        findPerson(session, output, { agency, ...why }),
      ),
    );
}
