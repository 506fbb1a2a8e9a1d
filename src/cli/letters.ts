import { Option, type Command } from 'commander';
import { LETTER_FORMATS, type LetterFormat } from '../letters/domain/letter.events.js';
import { PREVIEW_FORMATS, type PreviewFormat } from '../letters/preview-letter.handler.js';
import {
  cancelLetter,
  issueLetter,
  listLetters,
  previewLetter,
  reprintLetter,
} from './letter.command.js';
import { wholeNumber, type Within } from './within.js';

const FROM = [
  '--from <文件>',
  '台账里没有的内容所在的文件，一行一项，如“理由：……”；- 为标准输入',
] as const;
const CONSULTATION = [
  '--consultation <序号>',
  '第几次征求意见，不写为最近一次',
  wholeNumber,
] as const;
const BY = ['--by <姓名>', '查阅人；文书里有个人信息，查阅记入台账'] as const;
const LETTER = ['<文书>', '文号，或者年度和序号，如 2026-7'] as const;

type Wanted = Readonly<{ from?: string; consultation?: number }>;

/** 文书: previewed, issued, printed again, listed, cancelled. */
export function addLetters(program: Command, within: Within): void {
  const letter = program.command('letter').description('文书：预览、制发、重印、查看、作废');
  addMaking(letter, within);
  letter
    .command('reprint')
    .description('重印文书：与制发时逐字节相同')
    .argument(...LETTER)
    .requiredOption('--out <文件>', '写到哪里')
    .addOption(new Option('--format <格式>', '格式').choices(LETTER_FORMATS).default('pdf'))
    .requiredOption(...BY)
    .action((named: string, asked: { out: string; format: LetterFormat; by: string }) =>
      within('write', (session, output, { agency }) =>
        reprintLetter(session, output, { named, agency, ...asked }),
      ),
    );
  letter
    .command('list')
    .description('一件申请已制发的文书，和现在可以制发的')
    .argument('<登记编号>')
    .action((number: string) =>
      within('read', (session, output, { agency }) =>
        listLetters(session, output, { number, agency }),
      ),
    );
  letter
    .command('cancel')
    .description('作废文书：文号不再使用')
    .argument(...LETTER)
    .requiredOption('--reason <理由>', '明文保存，不写申请人的信息')
    .action((named: string, { reason }: { reason: string }) =>
      within('write', (session, output, { agency }) =>
        cancelLetter(session, output, { named, agency, reason }),
      ),
    );
}

function addMaking(letter: Command, within: Within): void {
  letter
    .command('preview')
    .description('预览文书：没有文号')
    .argument('<登记编号>')
    .argument('<文种>', '如 补正告知书、不予公开告知书')
    .option(...FROM)
    .option(...CONSULTATION)
    .requiredOption('--out <文件>', '写到哪里')
    .addOption(new Option('--format <格式>', '格式').choices(PREVIEW_FORMATS).default('pdf'))
    .requiredOption(...BY)
    .action(
      (
        number: string,
        kind: string,
        asked: Wanted & { out: string; format: PreviewFormat; by: string },
      ) =>
        within('write', (session, output, { agency }) =>
          previewLetter(session, output, { number, kind, agency, ...asked }),
        ),
    );
  letter
    .command('issue')
    .description('制发文书：编号、打印、密封保存、记入台账')
    .argument('<登记编号>')
    .argument('<文种>', '如 补正告知书、不予公开告知书')
    .option(...FROM)
    .option(...CONSULTATION)
    .action((number: string, kind: string, asked: Wanted) =>
      within('write', (session, output, { agency }) =>
        issueLetter(session, output, { number, kind, agency, ...asked }),
      ),
    );
}
