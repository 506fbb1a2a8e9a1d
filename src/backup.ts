import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { Usage } from './cli/exit-codes.js';
import type { BackedUp, BackupWish, Restored, RestoreWish } from './cli/backup.command.js';
import {
  contentOf,
  copyLedger,
  requireSame,
  type LedgerContent,
} from './ledger/embedded/copy-ledger.js';
import { lockForWriting } from './ledger/embedded/writer-lock.js';
import { noteBackup } from './ledger/housekeeping.js';
import { syncFile } from './ledger/sqlite/copy.js';
import { copyFiles, copyKeys } from './ledger/vault/copy-keys.js';
import { ErasureList } from './ledger/vault/erasure-list.js';
import { copySealedFiles } from './ledger/vault/sealed-files.js';
import { erasuresIn, filesOf, keysOf, lastBackupOf, ledgerFile, witnessOf } from './stores.js';

/*
 * A backup is a folder: `ledger.db`, `witness/` and `files/` when there are any, and `backup.json`,
 * which says what the ledger held. It is written last, so a folder without it is no backup. The keys
 * go to another folder, because whoever has both can read what was erased since.
 */
const MANIFEST = 'backup.json';

type Manifest = LedgerContent & Readonly<{ takenAt: string }>;

/** Backs up a ledger beside whoever is writing to it. A failure leaves the folders as they were. */
export async function backup({ dataDir, into, keys }: BackupWish): Promise<BackedUp> {
  const targets = [into, ...(keys === undefined ? [] : [keys])].map((folder) => resolve(folder));
  requireApart([resolve(dataDir), witnessOf(dataDir)], targets);
  for (const folder of targets) requireEmpty(folder, '没有备份；请换一个空的或者不存在的文件夹');
  const from = ledgerFile(dataDir);
  if (!existsSync(from)) throw new Usage(`“${resolve(dataDir)}”里没有台账，没有备份。`);
  if (keys !== undefined) requireKeysIn(keysOf(dataDir), '没有钥匙，没有备份');

  const taken = await orEmptied(targets, async () => {
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
  });
  return { ...taken, noted: isNoted(dataDir, taken) };
}

/** A backup that cannot be noted, in a folder that may only be read, is a backup all the same. */
function isNoted(dataDir: string, taken: Omit<BackedUp, 'noted'>): boolean {
  try {
    noteBackup(lastBackupOf(dataDir), taken);
    return true;
  } catch {
    return false;
  }
}

/**
 * Makes a data folder of a backup, which is verified before and after. Nothing that is there is
 * written over: neither the folder nor a ledger that LEDGER_URL names elsewhere.
 */
export async function restore({ dataDir, from, keys }: RestoreWish): Promise<Restored> {
  requireEmpty(
    resolve(dataDir),
    '没有恢复；请换一个空的或者不存在的文件夹（上次恢复中断留下的，先移走）',
  );
  const ledger = ledgerFile(dataDir);
  requireNoLedger(ledger);
  if (!existsSync(join(from, MANIFEST))) {
    throw new Usage(`“${resolve(from)}”不是完整的备份：缺少 ${MANIFEST}。`);
  }
  if (keys !== null) requireKeysIn(keys, '没有钥匙的备份');
  const manifest = JSON.parse(readFileSync(join(from, MANIFEST), 'utf8')) as Manifest;
  requireSame(await contentOf(join(from, 'ledger.db')), manifest, `the backup ${from}`);

  const release = lockForWriting(ledger);
  try {
    // Again, now that nobody else can found one: what is found from here on is ours to take away.
    requireNoLedger(ledger);
    return await orEmptied([resolve(dataDir)], async () => {
      if (keys !== null) await copyKeys(keys, keysOf(dataDir));
      restoreWitness(join(from, 'witness'), witnessOf(dataDir), manifest.ledgerId);
      copySealedFiles(join(from, 'files'), filesOf(dataDir));
      const content = await copyLedger(join(from, 'ledger.db'), ledger);
      requireSame(content, manifest, `the restored ledger in ${dataDir}`);
      return { ...manifest, withKeys: keys !== null };
    });
  } finally {
    release();
  }
}

/**
 * A witness on another disk has outlived the ledger and knows more than the backup: what it has is
 * kept, and what it has not is added. An erasure that either knows of holds.
 */
function restoreWitness(from: string, to: string, ledgerId: string): void {
  if (!existsSync(from)) return;
  copyFiles(from, to, (name) => !existsSync(join(to, name)));
  const [known, kept] = [from, to].map((folder) => new ErasureList(erasuresIn(folder), ledgerId));
  kept?.add([...(known?.streams ?? [])]);
}

function requireNoLedger(file: string): void {
  const found = [file, `${file}-wal`].find((path) => existsSync(path));
  if (found === undefined) return;
  throw new Usage(
    `“${found}”已经在那里，没有恢复：恢复不覆盖台账。请核对 LEDGER_URL，或者先把原来的台账整个移走。`,
  );
}

function requireKeysIn(folder: string, what: string): void {
  if (existsSync(join(folder, 'keys.db'))) return;
  throw new Usage(`“${resolve(folder)}”里${what}：缺少 keys.db。`);
}

function requireEmpty(folder: string, otherwise: string): void {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return;
  throw new Usage(`“${folder}”不是空文件夹，${otherwise}。`);
}

/** Takes out of folders that were empty what failed work has put there. */
async function orEmptied<T>(folders: readonly string[], work: () => Promise<T>): Promise<T> {
  const made = folders.filter((folder) => !existsSync(folder));
  try {
    return await work();
  } catch (error) {
    for (const folder of folders.filter((it) => existsSync(it))) {
      const rest = made.includes(folder)
        ? [folder]
        : readdirSync(folder).map((name) => join(folder, name));
      for (const path of rest) rmSync(path, { recursive: true });
    }
    throw error;
  }
}

/** No target is the same as another folder, or inside one, or around one. */
function requireApart(sources: readonly string[], targets: readonly string[]): void {
  for (const [index, folder] of targets.entries()) {
    const others = [...sources, ...targets.slice(index + 1)];
    const near = others.find((other) => isWithin(other, folder) || isWithin(folder, other));
    if (near === undefined) continue;
    throw new Usage(
      `“${folder}”和“${near}”不能是同一个文件夹，也不能一个在另一个里面：` +
        '台账、见证、台账的备份和钥匙的备份要分开存放。',
    );
  }
}

function isWithin(inner: string, outer: string): boolean {
  const path = relative(realPath(outer), realPath(inner));
  return path === '' || (path !== '..' && !path.startsWith(`..${sep}`));
}

/** Where a path leads through links, its end being there or not. */
function realPath(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(realPath(parent), basename(path));
}
