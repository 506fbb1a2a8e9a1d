import { CommanderError } from 'commander';
import { PrintFailed } from '../annual-reports/report-printer.js';
import { UnreadableCsv } from '../csv/csv-file.js';
import { UnreadableCell } from '../csv/row-problem.js';
import { BrokenInvariant } from '../kernel/decider.js';
import { CommandRefused } from '../ledger/command-refused.js';
import {
  InvalidEvent,
  LedgerContradictsWitness,
  LedgerCorrupt,
  LedgerFull,
  LedgerLocked,
  LedgerStopped,
  LedgerUnreachable,
  VersionConflict,
} from '../ledger/ledger.js';
import { KeysRefused } from '../ledger/vault/keys-refused.js';
import { Unscrubbed } from '../ledger/vault/scrub.js';
import { MoveRefused, type MoveFault } from '../ledger/move-ledger.js';
import { MailFailed } from '../requests/reminder-outlets.js';
import { keysWords, UNSCRUBBED } from '../words/keys.zh-CN.js';
import { refusalWords } from '../words/refusals.zh-CN.js';
import { witnessWords } from '../words/witness.zh-CN.js';
import { usageWords } from './usage-words.js';

/** What the shell is told. */
export const EXIT = {
  done: 0,
  /** The law or the ledger said no, or rows of a file were refused. */
  refused: 1,
  /** The command line or a file could not be read. */
  usage: 2,
  /** The ledger could not be opened or written. */
  ledger: 3,
  /** Paper could not be made. */
  print: 4,
  /** A mail could not be sent. */
  mail: 5,
  /** A fault of the program. */
  internal: 70,
} as const;

/** The command line asks for something that cannot be; the message is a Chinese sentence. */
export class Usage extends Error {
  override readonly name = 'Usage';
}

/** A failure as the CLI tells it: to programs as JSON, to people as a sentence. */
export type Failure = Readonly<{ exit: number; code: string; says: string; basis?: string }>;

/** `reading`: the command takes nothing in, so nothing of it can be in doubt. */
export function failureOf(error: unknown, reading = false): Failure {
  if (error instanceof CommandRefused) {
    const { refusal } = error;
    const says = refusalWords(refusal);
    return { exit: EXIT.refused, code: refusal.refused, says, basis: refusal.basis };
  }
  if (error instanceof BrokenInvariant) {
    const says = `勾稽关系不成立，没有打印：${error.message}。`;
    return { exit: EXIT.refused, code: 'report/unbalanced', says };
  }
  if (error instanceof CommanderError) {
    return { exit: EXIT.usage, code: 'usage', says: usageWords(error) };
  }
  if (error instanceof Usage) return { exit: EXIT.usage, code: 'usage', says: error.message };
  if (error instanceof UnreadableCsv) {
    const says = `第 ${String(error.line)} 行：${error.reason}`;
    return { exit: EXIT.usage, code: 'input/unreadable-csv', says };
  }
  if (error instanceof UnreadableCell) {
    return { exit: EXIT.usage, code: error.code, says: `${error.reason}。` };
  }
  if (error instanceof PrintFailed) {
    return { exit: EXIT.print, code: 'print/failed', says: error.message };
  }
  if (error instanceof MailFailed) {
    return { exit: EXIT.mail, code: 'mail/failed', says: error.message };
  }
  return ledgerFailure(error, reading) ?? fileFailure(error) ?? internal(error);
}

const MOVE_REFUSALS: Readonly<Record<MoveFault, string>> = {
  'another-ledger': '目标已经有另一本台账，没有搬迁；请换一个空的文件，或者用 ledger= 换一个流水名',
  forked: '目标里有同一本台账，但事实与来源不一致，没有继续搬迁；请先核对哪一边是对的',
};

const FULL =
  '磁盘已满，没有登记完：已经写入的留在台账里；腾出空间后原样再做一次，已登记的不会重复。';
const FULL_READING = '磁盘已满，没有做完；腾出空间后再运行一次。';

function ledgerFailure(error: unknown, reading: boolean): Failure | null {
  const exit = EXIT.ledger;
  if (error instanceof MoveRefused) {
    const says = `${MOVE_REFUSALS[error.fault]}（${error.message}）。`;
    return { exit: EXIT.refused, code: `move/${error.fault}`, says };
  }
  if (error instanceof LedgerLocked) {
    const says =
      '台账正由另一个程序写入（可能是 gongkai serve），没有登记。请先停止它，或者通过它的 HTTP 接口登记。';
    return { exit, code: 'ledger/locked', says };
  }
  if (error instanceof LedgerUnreachable) {
    const outcome = reading ? '没有读到' : '是否已经登记还不知道';
    const again = reading ? '' : '，已登记的不会重复';
    const says = `台账数据库没有应答，${outcome}（${error.message}）。请稍后原样再做一次${again}。`;
    return { exit, code: 'ledger/unreachable', says };
  }
  if (error instanceof LedgerFull) {
    return { exit, code: 'ledger/full', says: reading ? FULL_READING : FULL };
  }
  if (error instanceof LedgerContradictsWitness) {
    const says = witnessWords(error.fault, error.sizes);
    return { exit, code: `ledger/witness-${error.fault}`, says };
  }
  if (error instanceof KeysRefused) {
    return { exit, code: `keys/${error.fault}`, says: keysWords(error) };
  }
  if (error instanceof Unscrubbed) return { exit, code: 'keys/unscrubbed', says: UNSCRUBBED };
  if (error instanceof LedgerCorrupt) {
    const says = `台账文件与写入时不一致，已停止：${error.message}。请勿继续登记，联系管理员用备份核对。`;
    return { exit, code: 'ledger/corrupt', says };
  }
  if (error instanceof LedgerStopped) {
    const says =
      `台账打不开或者读写失败，已停止：${error.message}。台账在文件里的，请检查磁盘和文件夹的权限；` +
      '在 EventStoreDB 里的，请检查 LEDGER_URL 的地址、用户密码和 CA 证书。然后再运行一次。';
    return { exit, code: 'ledger/stopped', says };
  }
  if (error instanceof VersionConflict) {
    const says = '有人同时在登记同一件，没有登记；请再运行一次。';
    return { exit: EXIT.refused, code: 'ledger/conflict', says };
  }
  if (error instanceof InvalidEvent) {
    const says = '内容过长，或者含有无法保存的字符，没有登记；请缩短或者改写。';
    return { exit: EXIT.refused, code: 'ledger/invalid-event', says };
  }
  return null;
}

function fileFailure(error: unknown): Failure | null {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const path = error instanceof Error && 'path' in error ? String(error.path) : '';
  const words: Readonly<Record<string, string>> = {
    ENOENT: `找不到“${path}”，请核对路径。`,
    EACCES: `没有权限读写“${path}”。`,
    EPERM: `没有权限读写“${path}”。`,
    EROFS: `“${path}”所在的磁盘是只读的，请换一个地方。`,
    EISDIR: `“${path}”是文件夹，请写文件名。`,
    ENOTDIR: `“${path}”的上级不是文件夹，请核对路径。`,
    EEXIST: `“${path}”已经是一个文件，请换一个文件夹。`,
    ENAMETOOLONG: `“${path}”太长，请换一个短一些的名称。`,
    ENOSPC: '磁盘已满，请腾出空间后再运行一次。',
    EADDRINUSE: '端口已被占用，请用 --port 换一个，或者停止正在运行的服务。',
  };
  const says = words[String(code)];
  const exit = code === 'ENOSPC' ? EXIT.ledger : EXIT.usage;
  return says === undefined ? null : { exit, code: `file/${String(code)}`, says };
}

function internal(error: unknown): Failure {
  const says = `程序出错：${error instanceof Error ? error.message : String(error)}`;
  return { exit: EXIT.internal, code: 'internal', says };
}
