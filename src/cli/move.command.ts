import type { Ledger } from '../ledger/ledger.js';
import { MoveRefused, moveLedger, type MoveFault, type OpenIntake } from '../ledger/move-ledger.js';
import { EXIT } from './exit-codes.js';
import type { Output } from './output.js';

/** Where a ledger is, and where it is to go. */
export type Move = Readonly<{ source: Ledger; openIntake: OpenIntake }>;

const REFUSALS: Readonly<Record<MoveFault, string>> = {
  'another-ledger': '目标已经有另一本台账，没有搬迁；请换一个空的文件或者流水名（ledger=）。',
  forked: '目标里有同一本台账，但事实与来源不一致，没有继续搬迁；请核对两边哪一本是对的。',
};

/** `gongkai move --from sqlite:PATH --to esdb://…`, and back. */
export async function moveBetween({ source, openIntake }: Move, output: Output): Promise<number> {
  const last = Number(await source.head());
  const bar = output.progress('搬迁');
  try {
    const { size, root } = await moveLedger(source, openIntake, (position) => {
      bar.update(Number(position), last);
    });
    bar.stop();
    const { ledgerId } = source;
    output.answer({ ledgerId, size, root }, [
      `台账 ${ledgerId} 已搬迁：${String(size)} 条事实，两边逐条一致。`,
      `树根 ${root}`,
      '请把 LEDGER_URL 改为新地址后启动；数据文件夹里的 keys/ 照旧使用，不要移动。',
    ]);
    return EXIT.done;
  } catch (error) {
    if (!(error instanceof MoveRefused)) throw error;
    const says = `${REFUSALS[error.fault]}（${error.message}）`;
    output.failure({ code: `move/${error.fault}`, says }, says);
    return EXIT.refused;
  } finally {
    bar.stop();
  }
}
