import { readFile } from 'node:fs/promises';
import { NO_MAPPING } from '../agencies/domain/register-mapping.events.js';
import { MapRegisterCommand } from '../agencies/map-register.handler.js';
import type { ImportResult } from '../csv/import-rows.js';
import { listed, type ListedProblems } from '../words/row-problems.js';
import { EXIT, Usage } from './exit-codes.js';
import type { Output } from './output.js';
import { mappingGiven, mappingWords } from './register-mappings.js';
import { rejectedRows } from './rejected-rows.js';
import { isRegister, REGISTERS } from './register-files.js';
import { replaceFile } from './replace-file.js';
import { agencyMeant, send, type Session } from './session.js';

/** What `gongkai import` may be told of a file. */
export type ImportGiven = Readonly<{
  allOrNothing: boolean;
  dryRun?: boolean;
  /** 登记编号=受理编号: our heading, and that of the file. */
  map?: readonly string[];
  /** 申请人类型=自然人=公民: the column, our word, and that of the file. */
  value?: readonly string[];
  /** Where the refused rows go. */
  rejects?: string;
}>;

/** `gongkai import REGISTER FILE`. Answers with the exit code: 1 when a row was refused. */
export async function importFile(
  session: Session,
  output: Output,
  {
    register,
    file,
    agency,
    allOrNothing,
    dryRun = false,
    rejects,
    ...said
  }: Readonly<{ register: string; file: string; agency: string | undefined }> & ImportGiven,
): Promise<number> {
  if (!isRegister(register)) {
    throw new Usage(`没有“${register}”台账，应为：${Object.keys(REGISTERS).join('、')}。`);
  }
  const bytes = await readFile(file);
  const { agencyId, name, mappings } = await agencyMeant(session, agency);
  const remembered = mappings.get(register) ?? NO_MAPPING;
  const mapping = mappingGiven(register, said, remembered);
  const { title, command: ImportRegister } = REGISTERS[register];
  const bar = output.progress(`导入${title}`);
  const by = { today: session.clock.today(), actor: session.actor };
  const columns = new Map(Object.entries(mapping.columns));
  const { values } = mapping;
  const options = { allOrNothing, dryRun, columns, values, onProgress: bar.update };
  const result = await session.commands
    .execute(new ImportRegister(agencyId, bytes, by, options))
    .finally(() => {
      bar.stop();
    });

  const { refusedRows, ...counts } = result;
  const problems = listed(result.problems);
  // What brought rows in is right, and the next file of the office will be like this one.
  const told = mapping.columns !== remembered.columns || mapping.values !== remembered.values;
  const kept = told && !dryRun && result.added + result.unchanged > 0;
  if (kept) {
    const data = { agencyId, register, ...mapping };
    await send(session, MapRegisterCommand, { type: 'MapRegister', data });
  }
  if (rejects !== undefined && refusedRows.length > 0) {
    await replaceFile(rejects, rejectedRows(refusedRows, result.problems, columns));
  }
  output.answer({ ...counts, ...problems }, [
    ...wordsOf(`${name} ${title}`, counts, problems, allOrNothing),
    ...(kept ? ['列名和用词的对照已经记住，下次导入不必再写。'] : []),
    ...(told || mappingWords(mapping) === '' ? [] : [`照记住的对照：${mappingWords(mapping)}`]),
    ...(dryRun ? ['这是试导，什么也没有登记。'] : []),
    ...(rejects !== undefined && refusedRows.length > 0
      ? [`退回的行写在 ${rejects}，改好以后再导这个文件。`]
      : []),
  ]);
  return problems.refused === 0 ? EXIT.done : EXIT.refused;
}

function wordsOf(
  title: string,
  { rows, added, unchanged, ignoredHeadings }: Omit<ImportResult, 'refusedRows'>,
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
