import type { Command } from 'commander';
import { CASE_KINDS, ListCaseEvents, type CaseKind } from '../annual-reports/case-events.query.js';
import { EVENT_NAMES } from '../words/event-names.zh-CN.js';
import { Usage } from './exit-codes.js';
import { choiceGiven, sent } from './given.js';
import type { Output } from './output.js';
import { agencyMeant, type Session } from './session.js';
import type { Within } from './within.js';

const KIND_WORDS: Readonly<Record<CaseKind, string>> = {
  request: '申请',
  appeal: '案件',
  document: '文件',
  'monthly-count': '月份',
  'opening-balance': '期初',
  agency: '机关',
};

/** 下钻到事实. */
export function addHistory(program: Command, within: Within): void {
  program
    .command('history')
    .description('下钻：一件的全部事实，各有位置、两个时间、登记人和散列；证明用 gongkai prove')
    .argument('<种类>', Object.values(KIND_WORDS).join('、'))
    .argument('<编号>', '登记编号、案号、文号、月份（如 2021-03）或者机关编号')
    .option('--category <类别>', '只看月度数量的一个类别，如 licensing')
    .action((kind: string, id: string, options: { category?: string }) =>
      within('read', (session, output, { agency }) =>
        showHistory(session, output, { kind, id, agency, ...options }),
      ),
    );
}

/** `gongkai history KIND ID`. */
async function showHistory(
  session: Session,
  output: Output,
  given: Readonly<{ kind: string; id: string; category?: string; agency: string | undefined }>,
): Promise<void> {
  const { id, category } = given;
  const kind = choiceGiven(given.kind, kindFrom, '种类');
  const { agencyId, name } = await agencyMeant(session, given.agency);
  const named = { agencyId, kind, id, ...sent({ category }) };
  const events = await session.queries.execute(new ListCaseEvents(named));
  if (events.length === 0) throw new Usage(`${name}没有${KIND_WORDS[kind]}“${id}”，请核对。`);
  output.answer(events, [
    `${KIND_WORDS[kind]} ${id}：${events.length} 条事实`,
    ...events.flatMap(({ position, type, occurredOn, recordedAt, actor, hash }) => [
      `第 ${position} 条 ${EVENT_NAMES[type]}：${occurredOn}（${actor} ${recordedAt} 记入）`,
      `  散列 ${hash}`,
    ]),
    `证明：gongkai prove ${events.at(-1)?.position ?? ''} --out 证明.json`,
  ]);
}

function kindFrom(word: string): CaseKind | undefined {
  return CASE_KINDS.find((kind) => kind === word || KIND_WORDS[kind] === word);
}
