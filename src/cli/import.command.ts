import { readFile } from 'node:fs/promises';
import type { ImportResult } from '../csv/import-rows.js';
import { listed, type ListedProblems } from '../words/row-problems.js';
import { EXIT, Usage } from './exit-codes.js';
import type { Output } from './output.js';
import { isRegister, REGISTERS } from './register-files.js';
import { agencyMeant, type Session } from './session.js';

/** `gongkai import REGISTER FILE`. Answers with the exit code: 1 when a row was refused. */
export async function importFile(
  session: Session,
  output: Output,
  {
    register,
    file,
    agency,
    allOrNothing,
  }: Readonly<{
    register: string;
    file: string;
    agency: string | undefined;
    allOrNothing: boolean;
  }>,
): Promise<number> {
  if (!isRegister(register)) {
    throw new Usage(`没有“${register}”台账，应为：${Object.keys(REGISTERS).join('、')}。`);
  }
  const bytes = await readFile(file);
  const { agencyId, name } = await agencyMeant(session, agency);
  const { title, command: ImportRegister } = REGISTERS[register];
  const bar = output.progress(`导入${title}`);
  const by = { today: session.clock.today(), actor: session.actor };
  const options = { allOrNothing, onProgress: bar.update };
  const result = await session.commands
    .execute(new ImportRegister(agencyId, bytes, by, options))
    .finally(() => {
      bar.stop();
    });

  const problems = listed(result.problems);
  output.answer(
    { ...result, ...problems },
    wordsOf(`${name} ${title}`, result, problems, allOrNothing),
  );
  return problems.refused === 0 ? EXIT.done : EXIT.refused;
}

function wordsOf(
  title: string,
  { rows, added, unchanged, ignoredHeadings }: ImportResult,
  { refused, problems, note }: ListedProblems,
  allOrNothing: boolean,
): readonly string[] {
  return [
    `${title}：共 ${String(rows)} 行，新登记 ${String(added)} 行，已在账 ${String(unchanged)} 行，退回 ${String(refused)} 行。`,
    ...(ignoredHeadings.length > 0 ? [`没有用到的列：${ignoredHeadings.join('、')}。`] : []),
    ...problems.map(
      ({ line, column, reason, basis }) =>
        `第 ${String(line)} 行「${column}」：${reason}（${basis}）`,
    ),
    ...(note === undefined ? [] : [note]),
    ...(refused > 0 && allOrNothing ? ['有行退回，按 --all-or-nothing 一行也没有登记。'] : []),
  ];
}
