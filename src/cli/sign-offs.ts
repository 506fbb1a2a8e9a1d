import { Option, type Command } from 'commander';
import { outcomeFromText } from '../requests/domain/outcome-labels.js';
import { GetApprovals } from '../requests/approvals.query.js';
import type { SignOffMatter } from '../requests/domain/sign-off.events.js';
import { AnswerSignOffCommand, SeekSignOffCommand } from '../requests/sign-off.handlers.js';
import { ERASURE_GROUND_LABELS } from '../requests/domain/erasure-labels.js';
import { Usage } from './exit-codes.js';
import { agencyMeant, send } from './session.js';
import { wholeNumber, type Within } from './within.js';

const MATTERS: Readonly<Record<string, SignOffMatter>> = { 答复: 'reply', 延期: 'extension' };
const NAMES: Readonly<Record<SignOffMatter, string>> = { reply: '答复', extension: '延期' };
const BY = ['--by <姓名>', '办理人姓名'] as const;

type Asked = Readonly<{ matter: string; by: string; reason?: string }>;

/** 送签、批示 at the machine itself, where the names that are given are believed. */
export function addSignOffs(program: Command, within: Within): void {
  const signOff = program
    .command('sign-off')
    .description('送签和批示；不带子命令的列出待批的')
    .action(() =>
      within('read', async ({ queries, ...session }, output, { agency }) => {
        const { agencyId } = await agencyMeant({ queries, ...session }, agency);
        const { signOffs, erasures } = await queries.execute(new GetApprovals(agencyId));
        const lines = [
          ...signOffs.map(({ number, matter, soughtBy, soughtOn, reason }) =>
            [number, `${NAMES[matter]}待批示`, `${soughtBy} ${soughtOn} 送签`, reason].join('  '),
          ),
          ...erasures.map(({ number, ground, by, on }) =>
            [number, '销毁个人信息待批准', `${by} ${on} 提出`, ERASURE_GROUND_LABELS[ground]].join(
              '  ',
            ),
          ),
        ];
        output.answer({ signOffs, erasures }, lines.length === 0 ? '没有待批的。' : lines);
      }),
    );
  const matter = (): Option =>
    new Option('--matter <事项>', '送签什么').choices(Object.keys(MATTERS)).makeOptionMandatory();
  addSeek(signOff, within, matter);
  signOff
    .command('answer')
    .description('批示；不同意的写明 --reason')
    .argument('<登记编号>')
    .addOption(matter())
    .addOption(
      new Option('--opinion <意见>', '同意或者不同意')
        .choices(['同意', '不同意'])
        .makeOptionMandatory(),
    )
    .option('--reason <意见>', '明文保存，不写申请人的信息')
    .requiredOption(...BY)
    .action((number: string, { opinion: said, ...asked }: Asked & { opinion: string }) =>
      within('write', async (session, output, { agency }) => {
        const { agencyId } = await agencyMeant(session, agency);
        const opinion = said === '同意' ? ('agrees' as const) : ('objects' as const);
        const data = { agencyId, number, ...asked, opinion, matter: matterOf(asked.matter) };
        const decided = await send(session, AnswerSignOffCommand, { type: 'AnswerSignOff', data });
        output.answer(decided, `登记编号 ${number}：${asked.by}${said}（${asked.matter}）。`);
      }),
    );
}

function addSeek(signOff: Command, within: Within, matter: () => Option): void {
  signOff
    .command('seek')
    .description('送签：答复写明 --outcome，延期写明 --days')
    .argument('<登记编号>')
    .addOption(matter())
    .option('--outcome <结果>', '拟作出的结果')
    .option('--days <天数>', '拟延长几个工作日', wholeNumber)
    .requiredOption('--reason <理由>', '明文保存，不写申请人的信息')
    .requiredOption(...BY)
    .action((number: string, asked: Asked & { reason: string; outcome?: string; days?: number }) =>
      within('write', async (session, output, { agency }) => {
        const { agencyId } = await agencyMeant(session, agency);
        const { by, reason, outcome: named, days: workingDays } = asked;
        const outcome = named === undefined ? undefined : outcomeFromText(named);
        if (named !== undefined && outcome === undefined)
          throw new Usage(`没有“${named}”这种办理结果，请核对。`);
        const proposed = {
          ...(outcome === undefined ? {} : { outcome }),
          ...(workingDays === undefined ? {} : { workingDays }),
        };
        const data = { agencyId, number, by, reason, ...proposed, matter: matterOf(asked.matter) };
        const decided = await send(session, SeekSignOffCommand, { type: 'SeekSignOff', data });
        output.answer(decided, `登记编号 ${number}：${asked.matter}已送签，请负责人批示。`);
      }),
    );
  signOff
    .command('take-back')
    .description('撤回送签')
    .argument('<登记编号>')
    .addOption(matter())
    .requiredOption(...BY)
    .action((number: string, { by, matter: named }: Asked) =>
      within('write', async (session, output, { agency }) => {
        const { agencyId } = await agencyMeant(session, agency);
        const data = { agencyId, number, by, matter: matterOf(named) };
        const command = { type: 'TakeBackSignOff', data } as const;
        output.answer(await send(session, SeekSignOffCommand, command), `${named}的送签已撤回。`);
      }),
    );
}

function matterOf(named: string): SignOffMatter {
  return MATTERS[named] ?? 'reply';
}
