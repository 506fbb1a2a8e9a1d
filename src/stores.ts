import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Usage } from './cli/exit-codes.js';
import type { Move } from './cli/move.command.js';
import { systemClock } from './ledger/clock.js';
import { openFileIntake } from './ledger/embedded/file-intake.js';
import { openEmbeddedLedger } from './ledger/embedded/embedded-ledger.js';
import {
  addressOf,
  isEventStoreUrl,
  type Address,
  type AddressFault,
} from './ledger/eventstoredb/address.js';
import type { Ledger } from './ledger/ledger.js';
import type { DiskFailed } from './ledger/sqlite/store.js';

type Store =
  Readonly<{ kind: 'file'; file: string }> | Readonly<{ kind: 'stream'; address: Address }>;

const ADDRESS_FAULTS: Readonly<Record<AddressFault, string>> = {
  unreadable:
    '台账地址读不懂，请写成 sqlite:文件路径，或者 esdb://用户:密码@主机:2113?tlsCAFile=证书文件&ledger=流水名',
  'user-without-tls':
    '台账地址写了用户和密码，又写了 tls=false：没有 TLS 时密码不起作用，请去掉 tls=false，或者去掉用户',
  'tls-without-user':
    '台账地址没有写用户和密码：启用 TLS 的数据库不接受匿名登录，请写成 esdb://用户:密码@主机:2113',
};

export type OpenStore = Readonly<{
  mode: 'read' | 'write';
  /** May refuse the founding of a new ledger file. */
  beforeFounding?: () => void;
  /** Told the first error of the disk; the process must then end. */
  diskFailed?: DiskFailed | undefined;
}>;

/** `LEDGER_URL` chooses the store; by default it is `ledger.db` in the data folder. */
export function ledgerUrl(dataDir: string): string {
  return process.env['LEDGER_URL'] ?? `sqlite:${join(resolve(dataDir), 'ledger.db')}`;
}

/** The ledger's file; null when it is in a database. */
export function fileOfLedger(dataDir: string): string | null {
  const store = storeOf(ledgerUrl(dataDir));
  return store.kind === 'file' ? store.file : null;
}

/** The ledger's file, for what only files can do. */
export function ledgerFile(dataDir: string): string {
  const file = fileOfLedger(dataDir);
  if (file !== null) return file;
  throw new Usage(
    '台账在 EventStoreDB 里，不能这样备份和恢复；请按 docs/deployment.zh-CN.md 备份数据库。',
  );
}

export function keysOf(dataDir: string): string {
  return join(resolve(dataDir), 'keys');
}

/** What `gongkai backup` left behind of the last one. */
export function lastBackupOf(dataDir: string): string {
  return join(resolve(dataDir), 'last-backup.json');
}

/** Passwords and sessions. */
export function accessOf(dataDir: string): string {
  return join(resolve(dataDir), 'access.db');
}

/** Sealed files: they stay in the data folder wherever the ledger is. */
export function filesOf(dataDir: string): string {
  return join(resolve(dataDir), 'files');
}

/** What is kept outside the ledger and its keys, on another disk where there is one. */
export function witnessOf(dataDir: string): string {
  return resolve(process.env['GONGKAI_WITNESS'] ?? join(dataDir, 'witness'));
}

/** The list of erasures in a witness folder. */
export function erasuresIn(witness: string): string {
  return join(witness, 'erasures');
}

/** Opens the ledger that a URL names: `sqlite:PATH`, `esdb://…`, `esdb+discover://…`. */
export async function openStore(url: string, options: OpenStore): Promise<Ledger> {
  const store = storeOf(url);
  const clock = systemClock.now;
  if (store.kind === 'file') return openEmbeddedLedger({ file: store.file, clock, ...options });
  // The client is loaded only by those who have such a store: it takes longer than a command does.
  const { openEventStoreLedger } = await import('./ledger/eventstoredb/eventstore-ledger.js');
  return openEventStoreLedger({ address: store.address, clock, mode: options.mode });
}

/** A ledger to be carried from one URL to another. Nobody writes to a file meanwhile. */
export async function openMove(from: string, to: string): Promise<Move> {
  const [source, target] = [storeOf(from), storeOf(to)];
  if (source.kind === 'file' && !existsSync(source.file)) {
    throw new Usage(`找不到“${source.file}”，没有可以搬迁的台账，请核对 --from。`);
  }
  return {
    source: await openStore(from, { mode: source.kind === 'file' ? 'write' : 'read' }),
    openIntake: async (ledgerId) => {
      if (target.kind === 'file') return openFileIntake(target.file, ledgerId);
      const { openStreamIntake } = await import('./ledger/eventstoredb/stream-intake.js');
      return openStreamIntake(target.address, ledgerId);
    },
  };
}

function storeOf(url: string): Store {
  const file = /^sqlite:(.+)$/.exec(url)?.[1];
  if (file !== undefined) return { kind: 'file', file: resolve(file) };
  const address = isEventStoreUrl(url) ? addressOf(url) : 'unreadable';
  // Without the URL in the sentence: there may be a password in it.
  if (typeof address === 'string') throw new Usage(`${ADDRESS_FAULTS[address]}。`);
  return { kind: 'stream', address };
}
