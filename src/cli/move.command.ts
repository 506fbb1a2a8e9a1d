import type { Ledger } from '../ledger/ledger.js';
import { moveLedger, type OpenIntake } from '../ledger/move-ledger.js';
import type { Output } from './output.js';

/** Where a ledger is, and where it is to go. */
export type Move = Readonly<{ source: Ledger; openIntake: OpenIntake }>;

/** `gongkai move --from sqlite:PATH --to esdb://…`, and back. */
export async function moveBetween({ source, openIntake }: Move, output: Output): Promise<void> {
  const bar = output.progress('搬迁');
  try {
    const last = Number(await source.head());
    const { size, root } = await moveLedger(source, openIntake, (position) => {
      bar.update(Number(position), last);
    });
    bar.stop();
    const { ledgerId } = source;
    output.answer({ ledgerId, size, root }, [
      `台账 ${ledgerId} 已搬迁：${String(size)} 条事实，两边逐条一致。`,
      `树根 ${root}`,
      '请把 LEDGER_URL 改为新地址后启动；数据文件夹里的 keys/ 照旧使用。',
    ]);
  } finally {
    bar.stop();
    await source.close();
  }
}
