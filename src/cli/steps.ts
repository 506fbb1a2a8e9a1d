import { Option, type Command } from 'commander';
import { longTextOf } from '../csv/cells.js';
import type { Decided } from '../ledger/decide-and-append.js';
import { MergeRequestCommand } from '../requests/merge-request.handler.js';
import { GetRequest } from '../requests/request.queries.js';
import { SplitRequestCommand } from '../requests/split-request.handler.js';
import { TakeStepCommand } from '../requests/take-step.handler.js';
import { readEntry, readHeadings } from './entry-file.js';
import { dateGiven } from './given.js';
import type { Output } from './output.js';
import { standingWords } from './request-words.js';
import { agencyMeant, send, type Session } from './session.js';
import { DOORS } from './step-doors.js';
import type { Door, Field, Of, Taken, Text } from './step-fields.js';
import { shortText } from './texts.js';
import type { Within } from './within.js';

/** As Commander hands them over: texts, and `true` for what is set by being there. */
type Written = Readonly<Record<string, string | true | undefined>>;

/** `gongkai step …`: every step of the procedure; three of them have a command of their own too. */
export function addSteps(program: Command, within: Within): void {
  const step = program
    .command('step')
    .description('办理一件申请的一步：确认收到、补正、分办、征求意见、延期、收费、答复、归档等');
  for (const type of Object.keys(DOORS) as Taken[]) {
    addDoor(step, within, type, DOORS[type].name).alias(DOORS[type].called);
  }
  addMerger(step, within);
  addSplit(step, within);
  addDoor(program, within, 'DecideRequest', 'decide');
  addDoor(program, within, 'ServeReply', 'serve-reply');
  addDoor(program, within, 'WithdrawRequest', 'withdraw');
}

function addDoor(parent: Command, within: Within, type: Taken, name: string): Command {
  const door = DOORS[type] as Door;
  const command = parent.command(name).description(door.says).argument('<登记编号>');
  const fields = Object.entries<Field>(door.fields);
  const written = new Map<string, (command: Command) => string | true | undefined>();
  for (const [member, { flags, says, optional = false }] of fields) {
    if (flags.startsWith('<')) {
      const at = command.registeredArguments.length;
      command.argument(flags, says);
      written.set(member, ({ args }) => args[at]);
      continue;
    }
    const option = new Option(flags, says).makeOptionMandatory(!optional);
    command.addOption(option);
    written.set(member, (used) => used.opts<Written>()[option.attributeName()]);
  }
  const texts = Object.values<Text>(door.texts);
  if (texts.length > 0) {
    const headings = texts.map(({ heading }) => heading);
    const from = new Option(
      '--from <文件>',
      `${headings.join('、')}所在的文件，如“${headings[0] ?? ''}：……”，- 为标准输入`,
    );
    command.addOption(from.makeOptionMandatory(texts.some(({ needed }) => needed)));
  }
  return command.action((number: string, ...rest: readonly unknown[]) => {
    const used = rest.at(-1) as Command;
    const given = Object.fromEntries([...written].map(([member, of]) => [member, of(used)]));
    const { from } = used.opts<{ from?: string }>();
    return within('write', (session, output, { agency }) =>
      takeStep(session, output, { type, number, given, from }, agency),
    );
  });
}

async function takeStep(
  session: Session,
  output: Output,
  {
    type,
    number,
    given,
    from,
  }: Readonly<{ type: Taken; number: string; given: Written; from: string | undefined }>,
  agency: string | undefined,
): Promise<void> {
  const { agencyId } = await agencyMeant(session, agency);
  const door = DOORS[type] as Door;
  const told = Object.entries<Field>(door.fields).flatMap(([member, { read, absent }]) => {
    const text = given[member];
    const value = text === undefined ? absent : read(String(text));
    return value === undefined ? [] : [[member, value] as const];
  });
  const data = { agencyId, number, ...Object.fromEntries(told) } as Of<Taken>['data'];
  const sealed = await textsOf(door, from);
  const command = { type, data, ...sealed } as unknown as Omit<Of<Taken>, 'today'>;
  const decided = await send(session, TakeStepCommand, command);
  await answer(session, output, { agencyId, number, decided }, (stands) =>
    door.done === undefined
      ? `登记编号 ${number}：“${door.called}”已记入台账。现在：${stands}`
      : door.done(number, data),
  );
}

/** What is not written is left out; what is needed and not written, the decider asks for. */
async function textsOf(door: Door, from: string | undefined): Promise<object> {
  const texts = Object.entries<Text>(door.texts);
  if (from === undefined || texts.length === 0) return {};
  const row = await readEntry(
    from,
    texts.map(([, { heading }]) => heading),
  );
  const written = texts.flatMap(([member, { heading, needed }]) => {
    const text = longTextOf(row, heading);
    return text === '' && !needed ? [] : [[member, text]];
  });
  return { sealed: Object.fromEntries(written) as Record<string, string> };
}

function addMerger(step: Command, within: Within): void {
  step
    .command('merge')
    .alias('并案')
    .description('并入另一件在办的申请，以“其他处理”办结')
    .argument('<登记编号>')
    .requiredOption('--into <登记编号>', '并入哪一件')
    .requiredOption('--on <日期>', '并案之日')
    .action((number: string, { into, on }: { into: string; on: string }) =>
      within('write', async (session, output, { agency }) => {
        const { agencyId } = await agencyMeant(session, agency);
        const data = { agencyId, number, into, mergedOn: dateGiven(on) };
        const command = { type: 'MergeRequest', data } as const;
        const decided = await send(session, MergeRequestCommand, command);
        output.answer(decided, `登记编号 ${number} 已并入 ${into}。`);
      }),
    );
}

function addSplit(step: Command, within: Within): void {
  step
    .command('split')
    .alias('拆分')
    .description(
      '一事一申请：拆出几件，各有编号、各自计数，收到日期和申请人沿用；原件办理余下的内容',
    )
    .argument('<登记编号>')
    .requiredOption('--from <文件>', '一行一件，如“2021-005：某项目的批复”，- 为标准输入')
    .action((number: string, { from }: { from: string }) =>
      within('write', async (session, output, { agency }) => {
        const { agencyId } = await agencyMeant(session, agency);
        const row = await readHeadings(from);
        const parts = Object.keys(row.cells);
        for (const part of parts) shortText('登记编号', part);
        const sealed = Object.fromEntries(parts.map((part) => [part, longTextOf(row, part)]));
        const data = { agencyId, number, parts };
        const command = { type: 'SplitRequest', data, sealed } as const;
        const decided = await send(session, SplitRequestCommand, command);
        output.answer(decided, `登记编号 ${number} 已拆分，另登记 ${parts.join('、')}。`);
      }),
    );
}

async function answer(
  session: Session,
  output: Output,
  { agencyId, number, decided }: Readonly<{ agencyId: string; number: string; decided: Decided }>,
  words: (stands: string) => string,
): Promise<void> {
  const request = await session.queries.execute(new GetRequest(agencyId, number));
  const stands = request === null ? '' : standingWords(request);
  const { status = null, dueOn = null } = request ?? {};
  output.answer({ ...decided, status, dueOn }, words(stands));
}
