import type { Command } from 'commander';
import { Usage } from './exit-codes.js';
import { Output } from './output.js';
import type { Globals } from './within.js';

export type BackupWish = Readonly<{ dataDir: string; into: string; keys: string | undefined }>;
/** `keys` null: the folder is to be made without them. */
export type RestoreWish = Readonly<{ dataDir: string; from: string; keys: string | null }>;

type Content = Readonly<{ ledgerId: string; events: number; head: string; digest: string }>;
/** `noted`: the data folder says of it, for the page. */
export type BackedUp = Content &
  Readonly<{ takenAt: string; into: string; keys: string | null; noted: boolean }>;
export type Restored = Content & Readonly<{ takenAt: string; withKeys: boolean }>;

/** What the composition root lends for both; neither opens a session. */
export type Backups = Readonly<{
  backup: (wish: BackupWish) => Promise<BackedUp>;
  restore: (wish: RestoreWish) => Promise<Restored>;
}>;

export function addBackups(program: Command, { backup, restore }: Backups): void {
  program
    .command('backup')
    .description('备份台账，服务不必停；钥匙另存一处')
    .argument('<文件夹>', '台账的备份放在哪里，空的或者不存在的文件夹')
    .option('--keys <文件夹>', '钥匙的备份放在哪里，与台账的备份分开')
    .action(async (into: string, { keys }: { keys?: string }) => {
      const { data, json } = program.opts<Globals>();
      const done = await backup({ dataDir: data, into, keys });
      new Output(json).answer(done, [
        `已备份 ${String(done.events)} 条事实，止于第 ${done.head} 条，逐条核对，与台账一致：${done.into}`,
        done.keys === null
          ? '没有备份钥匙：丢了钥匙，个人信息就再也读不出来。请用 --keys 另存一处。'
          : `钥匙已备份：${done.keys}。请与台账的备份分开存放。`,
        ...(done.noted
          ? []
          : ['数据文件夹写不进去，没有记下这次备份；备份是好的，只是页面上看不到。']),
      ]);
    });
  program
    .command('restore')
    .description('把备份恢复到一个空的数据文件夹（--data）')
    .argument('<备份>', '台账的备份所在的文件夹')
    .option('--keys <文件夹>', '钥匙的备份所在的文件夹')
    .option('--without-keys', '没有钥匙也恢复，个人信息将读不出来', false)
    .action(async (from: string, options: { keys?: string; withoutKeys: boolean }) => {
      const { data, json } = program.opts<Globals>();
      const done = await restore({ dataDir: data, from, keys: keysMeant(options) });
      new Output(json).answer(done, [
        `已恢复 ${String(done.events)} 条事实，止于第 ${done.head} 条（${done.takenAt} 的备份），` +
          '恢复前后逐条核对，一致。',
        '如果见证记得备份以后的事实，程序会拒绝启动并说出两边的条数：那些事实不在这份备份里，要找更新的备份或者补登。',
        ...(done.withKeys ? [] : ['没有恢复钥匙：申请人是谁、要什么信息读不出来，数字不受影响。']),
      ]);
    });
}

function keysMeant({ keys, withoutKeys }: { keys?: string; withoutKeys: boolean }): string | null {
  if (keys !== undefined) return keys;
  if (withoutKeys) return null;
  throw new Usage('请用 --keys 写明钥匙的备份在哪里；确实没有的，写 --without-keys。');
}
