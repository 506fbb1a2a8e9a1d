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
import { KeysRefused, type KeysFault } from '../ledger/vault/keys-refused.js';
import { MoveRefused, type MoveFault } from '../ledger/move-ledger.js';
import { MailFailed } from '../requests/reminder-outlets.js';
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

export function failureOf(error: unknown): Failure {
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
  return ledgerFailure(error) ?? fileFailure(error) ?? internal(error);
}

/** What is wrong with the keys, where, and what to do. */
const KEYS_WORDS: Readonly<Record<KeysFault, (where: string) => string>> = {
  missing: (where) =>
    `“${where}”里没有这本台账的密钥，没有登记。请从密钥的备份恢复整个文件夹；确已丢失的，只能查阅和打印，不能再登记。`,
  'kek-missing': (where) =>
    `主密钥“${where}”缺失或者损坏，没有登记。请从密钥的备份恢复整个密钥文件夹。`,
  'other-ledger': (where) =>
    `“${where}”里的密钥属于另一本台账，没有登记。请恢复与这本台账配套的密钥，或者与这些密钥配套的台账。`,
  'not-indexed': (where) =>
    `“${where}”里的密钥库是旧版程序建的，还不能按姓名和联系方式查找。请先启动一次服务（gongkai serve）或者登记一件，索引随即补齐，再查一次。`,
  'ledger-away': (where) =>
    `“${where}”里的密钥属于一本不在这里的台账，没有另建新台账。请从备份恢复 ledger.db；确要另建的，先移走密钥文件夹。`,
};

const MOVE_REFUSALS: Readonly<Record<MoveFault, string>> = {
  'another-ledger': '目标已经有另一本台账，没有搬迁；请换一个空的文件，或者用 ledger= 换一个流水名',
  forked: '目标里有同一本台账，但事实与来源不一致，没有继续搬迁；请先核对哪一边是对的',
};

function ledgerFailure(error: unknown): Failure | null {
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
    const says = `台账数据库没有应答，是否已经登记还不知道（${error.message}）。请稍后原样再做一次，已登记的不会重复。`;
    return { exit, code: 'ledger/unreachable', says };
  }
  if (error instanceof LedgerFull) {
    return { exit, code: 'ledger/full', says: '磁盘已满，没有登记；腾出空间后再运行一次。' };
  }
  if (error instanceof LedgerContradictsWitness) {
    const says = witnessWords(error.fault, error.sizes);
    return { exit, code: `ledger/witness-${error.fault}`, says };
  }
  if (error instanceof KeysRefused) {
    return { exit, code: `keys/${error.fault}`, says: KEYS_WORDS[error.fault](error.where) };
  }
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
  return says === undefined ? null : { exit: EXIT.usage, code: `file/${String(code)}`, says };
}

function internal(error: unknown): Failure {
  const says = `程序出错：${error instanceof Error ? error.message : String(error)}`;
  return { exit: EXIT.internal, code: 'internal', says };
}
