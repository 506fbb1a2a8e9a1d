import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { Usage } from './cli/exit-codes.js';
import type { BackedUp, BackupWish, Restored, RestoreWish } from './cli/backup.command.js';
import {
  contentOf,
  copyLedger,
  requireSame,
  type LedgerContent,
} from './ledger/embedded/copy-ledger.js';
import { syncFile } from './ledger/sqlite/copy.js';
import { copyFiles, copyKeys } from './ledger/vault/copy-keys.js';
import { copySealedFiles } from './ledger/vault/sealed-files.js';
import { filesOf, keysOf, ledgerFile, witnessOf } from './stores.js';

/*
 * A backup is a folder: `ledger.db`, `witness/` and `files/` when there are any, and `backup.json`,
 * which says what the ledger held. It is written last, so a folder without it is no backup. The keys
 * go to another folder, because whoever has both can read what was erased since.
 */
const MANIFEST = 'backup.json';

type Manifest = LedgerContent & Readonly<{ takenAt: string }>;

/** Backs up a ledger beside whoever is writing to it. */
export async function backup({ dataDir, into, keys }: BackupWish): Promise<BackedUp> {
  const folders = [resolve(dataDir), resolve(into), ...(keys === undefined ? [] : [resolve(keys)])];
  requireApart(folders);
  for (const folder of folders.slice(1)) requireEmpty(folder, '备份');
  const from = ledgerFile(dataDir);
  if (!existsSync(from)) throw new Usage(`“${resolve(dataDir)}”里没有台账，没有备份。`);

  // The witness before the ledger, or it would remember events that the copy does not have; the
  // keys after it, or an event would come without its key.
  mkdirSync(into, { recursive: true, mode: 0o700 });
  const witness = witnessOf(dataDir);
  if (existsSync(witness)) copyFiles(witness, join(into, 'witness'), () => true);
  const content = await copyLedger(from, join(into, 'ledger.db'));
  // A file is durable before an event names it, so what the copy names is there to be copied.
  copySealedFiles(filesOf(dataDir), join(into, 'files'));
  if (keys !== undefined) await copyKeys(keysOf(dataDir), keys);

  const manifest: Manifest = { ...content, takenAt: new Date().toISOString() };
  writeFileSync(join(into, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  syncFile(join(into, MANIFEST));
  return { ...manifest, into: resolve(into), keys: keys === undefined ? null : resolve(keys) };
}

/** Makes a data folder of a backup, which is verified before and after. */
export async function restore({ dataDir, from, keys }: RestoreWish): Promise<Restored> {
  requireEmpty(resolve(dataDir), '恢复');
  if (!existsSync(join(from, MANIFEST))) {
    throw new Usage(`“${resolve(from)}”不是完整的备份：缺少 ${MANIFEST}。`);
  }
  if (keys !== null && !existsSync(join(keys, 'keys.db'))) {
    throw new Usage(`“${resolve(keys)}”里没有钥匙的备份：缺少 keys.db。`);
  }
  const manifest = JSON.parse(readFileSync(join(from, MANIFEST), 'utf8')) as Manifest;
  requireSame(await contentOf(join(from, 'ledger.db')), manifest, `the backup ${from}`);

  if (keys !== null) await copyKeys(keys, keysOf(dataDir));
  // A witness on another disk has outlived the ledger and knows more than the backup.
  const witness = witnessOf(dataDir);
  if (existsSync(join(from, 'witness')) && !existsSync(witness)) {
    copyFiles(join(from, 'witness'), witness, () => true);
  }
  copySealedFiles(join(from, 'files'), filesOf(dataDir));
  const content = await copyLedger(join(from, 'ledger.db'), ledgerFile(dataDir));
  requireSame(content, manifest, `the restored ledger in ${dataDir}`);
  return { ...manifest, withKeys: keys !== null };
}

function requireEmpty(folder: string, what: string): void {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return;
  throw new Usage(`“${folder}”不是空文件夹，没有${what}；请换一个空的或者不存在的文件夹。`);
}

/** Neither the same nor one inside another. */
function requireApart(folders: readonly string[]): void {
  for (const [index, folder] of folders.entries()) {
    const near = folders.find((other, at) => at !== index && isWithin(other, folder));
    if (near === undefined) continue;
    throw new Usage(
      `“${folder}”和“${near}”不能是同一个文件夹，也不能一个在另一个里面：` +
        '台账、台账的备份和钥匙的备份要分开存放。',
    );
  }
}

function isWithin(inner: string, outer: string): boolean {
  const path = relative(outer, inner);
  return path === '' || (path !== '..' && !path.startsWith(`..${sep}`));
}
