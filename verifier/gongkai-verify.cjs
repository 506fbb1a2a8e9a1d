#!/usr/bin/env node
// @ts-check
'use strict';

/*
 * gongkai-verify: says whether a ledger 台账, or an evidence bundle 证据包, is what a checkpoint 检查点
 * was signed for. One file, to be read by the auditor who relies on it. It shares no line with the
 * program that writes ledgers, changes nothing, and needs Node 20.19 or newer; `better-sqlite3` only to
 * read a ledger file, `sm-crypto-v2` only for signatures with SM2.
 *
 * What it holds a ledger to:
 *   - the tables and triggers are letter for letter those of format 1, and SQLite finds the file sound;
 *   - positions are 1, 2, 3 …; revisions are 0, 1, 2 … in every stream; event ids are unique;
 *   - every record is canonical JSON (RFC 8785), hashes to its leaf (RFC 6962: SHA-256 of 0x00 ‖ record),
 *     and says the same stream, revision and type as the columns beside it; `recordedAt` never decreases;
 *   - every append has its one row in `commands`, and there are no others;
 *   - at the size of every checkpoint, mark and printed head, the Merkle tree (RFC 6962) has their root;
 *   - it is the ledger that the caller's key names. What the ledger says of itself is never evidence.
 *
 * A checkpoint is a C2SP signed note (c2sp.org/signed-note, c2sp.org/tlog-checkpoint).
 */

const crypto = require('node:crypto');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { parseArgs } = require('node:util');

/** The answers: 完好、损坏、用法不对、比见证短、分叉、公钥不符. */
const EXIT = { ok: 0, damaged: 1, usage: 2, shorter: 3, forked: 4, 'unknown-key': 5 };
/** A fault of this program, which says nothing of the ledger. */
const FAULT = 70;

/** @typedef {keyof typeof EXIT} Status */
/** @typedef {'sha256-ed25519' | 'sm3-sm2'} Suite */
/** @typedef {{ name: string, id: Buffer, suite: Suite, raw: Buffer }} Key */
/** A root that the caller brings; `typed` by hand. @typedef {{ what: string, size: number, root: Buffer,
 *   suite: Suite, ledgerId: string | null, typed?: boolean }} Anchor */
/** `target`: a ledger file, a data folder, a bundle, or the bytes of a ledger. `keys`: texts or files.
 * @typedef {{ target?: string | Buffer | undefined, keys?: string[], heads?: string[],
 *   checkpoints?: string[], witness?: string | undefined }} Asked */
/** `notCompared`: what the caller brought and a bundle cannot be compared with.
 * `events`: how many facts a bundle has; null for a ledger.
 * @typedef {{ ledgerId: string | null, size: number | null, root: string | null, events: number | null,
 *   compared: string[], notCompared: string[] }} Facts */
/** `at`: the event, 1, 2, 3 …, where it was found; null for none.
 * @typedef {Facts & { status: Status, exit: number, at: number | null, keyPinned: boolean,
 *   says: string[] }} Answer */

/** The end of a verification that is not `ok`. */
class Finding extends Error {
  /** @param {Status} status @param {string} says @param {number | null} [at] */
  constructor(status, says, at = null) {
    super(says);
    this.status = status;
    this.at = at;
  }
}

/** @param {boolean} holds @param {number | null} at @param {string} otherwise @returns {asserts holds} */
function sound(holds, at, otherwise) {
  if (holds) return;
  throw new Finding('damaged', `损坏：${at === null ? '' : `第 ${at} 条`}${otherwise}。`, at);
}

// ---------------------------------------------------------------- files

/** @param {unknown} error @returns {string} */
const codeOf = (error) => String(Object(error).code);

/**
 * What only one of them being absent may answer with null: a file that is there and cannot be read is
 * neither gone nor damaged.
 * @template T @param {() => T} reach @returns {T | null}
 */
function ifThere(reach) {
  try {
    return reach();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** @param {string} file */
const bytesOf = (file) => ifThere(() => fs.readFileSync(file));
/** @param {string} file */
const isThere = (file) => ifThere(() => fs.statSync(file)) !== null;

/** @param {string} file */
function readText(file) {
  const bytes = bytesOf(file);
  if (bytes !== null) return bytes.toString();
  throw new Finding('usage', `找不到“${file}”，请核对路径。`);
}

/** @type {Record<string, string>} */
const WHY = {
  EACCES: '没有权限，请换一个有权限的用户',
  EPERM: '没有权限，请换一个有权限的用户',
  EISDIR: '是文件夹，应为文件',
  ENOENT: '不存在，请核对路径',
  ENOTDIR: '的上级不是文件夹，请核对路径',
  ELOOP: '是指向自己的链接，请核对路径',
  ENOSPC: '所在的磁盘已满，请腾出空间，或者用 TMPDIR 换一个地方放临时文件',
  EIO: '读写出错，请检查磁盘',
};

/** What kept the program from verifying, or null for a fault of its own. @param {unknown} error */
function hindrance(error) {
  if (error instanceof Finding) return error;
  const { message, path: file, dest } = Object(error);
  const code = codeOf(error);
  if (code === 'MODULE_NOT_FOUND') {
    const name = /'([^']+)'/.exec(message)?.[1];
    const says = `没有核对：缺少 npm 包 ${name}，请在这个程序的文件夹里运行 npm install ${name}。`;
    return new Finding('usage', says);
  }
  if (code.startsWith('SQLITE_')) {
    return new Finding(
      'usage',
      `没有核对完：台账文件这时读不了（${code}：${message}），请排除后再试。`,
    );
  }
  if (Object(error).syscall === undefined) return null;
  const where = code === 'ENOSPC' ? (dest ?? file) : file;
  return new Finding('usage', `没有核对完：“${where}”${WHY[code] ?? `读不了（${code}）`}。`);
}

// ---------------------------------------------------------------- hashes and the tree

const HASH = { 'sha256-ed25519': 'sha256', 'sm3-sm2': 'sm3' };

/** @param {Suite} suite @param {string | Buffer} data @returns {Buffer} */
const hash = (suite, data) => crypto.hash(HASH[suite], data, 'buffer');
/** @param {Suite} suite @param {string} record */
const leafOf = (suite, record) => hash(suite, `\0${record}`);
/** @param {Suite} suite @param {Buffer} left @param {Buffer} right */
const nodeOf = (suite, left, right) => hash(suite, Buffer.concat([Buffer.of(1), left, right]));

/** RFC 6962, section 2.1, leaf by leaf: the roots of the complete subtrees, the widest first. */
class Tree {
  size = 0;
  /** @type {Buffer[]} */
  #subtrees = [];

  /** @param {Suite} suite */
  constructor(suite) {
    this.suite = suite;
  }

  /** @param {Buffer} leaf */
  push(leaf) {
    let node = leaf;
    for (let rest = this.size; rest % 2 === 1; rest = (rest - 1) / 2) {
      node = nodeOf(this.suite, /** @type {Buffer} */ (this.#subtrees.pop()), node);
    }
    this.#subtrees.push(node);
    this.size += 1;
  }

  root() {
    if (this.size === 0) return hash(this.suite, '');
    return this.#subtrees.reduceRight((right, left) => nodeOf(this.suite, left, right));
  }
}

/**
 * RFC 9162, section 2.1.3.2: the root to which the path of leaf `index` of `size` leads, or null for a
 * path that such a leaf cannot have.
 * @param {Suite} suite @param {Buffer} leaf @param {number} index @param {number} size
 * @param {readonly Buffer[]} siblings
 */
function rootFrom(suite, leaf, index, size, siblings) {
  if (index >= size) return null;
  let [at, last, node] = [index, size - 1, leaf];
  const up = () => ([at, last] = [Math.floor(at / 2), Math.floor(last / 2)]);
  for (const sibling of siblings) {
    if (last === 0) return null;
    if (at % 2 === 1 || at === last) {
      node = nodeOf(suite, sibling, node);
      while (at % 2 === 0 && at !== 0) up();
    } else {
      node = nodeOf(suite, node, sibling);
    }
    up();
  }
  return last === 0 ? node : null;
}

// ---------------------------------------------------------------- keys and notes

const ORIGIN = 'gongkai-ledger/';
/** What stands before a public key: C2SP's type of its signatures. */
const TYPE = {
  'sha256-ed25519': Buffer.of(1),
  'sm3-sm2': Buffer.from('\xffsm2-with-sm3', 'latin1'),
};
const KEY_BYTES = { 'sha256-ed25519': 32, 'sm3-sm2': 65 };
const ED25519_SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** @param {string} name @param {Suite} suite @param {Buffer} raw @returns {Key} */
function keyOf(name, suite, raw) {
  const named = Buffer.concat([Buffer.from(`${name}\n`), TYPE[suite], raw]);
  return { name, suite, raw, id: hash('sha256-ed25519', named).subarray(0, 4) };
}

/** The verifier keys in a text or a file, one a line: `name+id+base64`. @param {string} given */
function keysIn(given) {
  const text = given.trim().startsWith(ORIGIN) ? given : (bytesOf(given)?.toString() ?? '');
  const words = text.split(/\s+/).filter((word) => word.startsWith(ORIGIN));
  if (words.length === 0) {
    throw new Finding(
      'usage',
      `“${given}”里没有公钥（以 ${ORIGIN} 开头的一行），或者没有这个文件。`,
    );
  }
  return words.map((word) => {
    const [, name = '', id = '', base64 = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(word) ?? [];
    const typed = Buffer.from(base64, 'base64');
    const suite = typed[0] === 1 ? 'sha256-ed25519' : 'sm3-sm2';
    const raw = typed.subarray(TYPE[suite].length);
    const key = keyOf(name, suite, raw);
    const isWhole = raw.length === KEY_BYTES[suite] && typed.indexOf(TYPE[suite]) === 0;
    if (isWhole && key.id.toString('hex') === id) return key;
    throw new Finding('usage', `“${word}”不是一把完整的公钥，请重新抄录。`);
  });
}

/** @param {Key} key @param {string} text @param {Buffer} signature @returns {boolean} */
function isSignedBy({ suite, raw }, text, signature) {
  if (suite === 'sha256-ed25519') {
    const der = Buffer.concat([ED25519_SPKI, raw]);
    const key = crypto.createPublicKey({ key: der, format: 'der', type: 'spki' });
    return crypto.verify(null, Buffer.from(text), key, signature);
  }
  const { sm2 } = require('sm-crypto-v2');
  const options = { der: true, hash: true, userId: '1234567812345678' };
  const [point, signed] = [raw.toString('hex'), signature.toString('hex')];
  try {
    return sm2.doVerifySignature(Buffer.from(text), signed, point, options);
  } catch {
    // It throws at what is no DER.
    return false;
  }
}

const NOTE = /^([^]*?\n)\n((?:\u2014 \S+ \S+\n)+)$/;
const BODY = /^(\S+)\n(0|[1-9]\d{0,14})\n(\S{43}=)\ntime \S+\nsuite (sha256-ed25519|sm3-sm2)\n$/;

/**
 * Reads a note, and believes it only if one of the keys signed it. Without any key it says nothing of who
 * wrote it. `otherwise`: what it means when the note is none.
 * @param {string} note @param {readonly Key[]} keys @param {string} what @param {Status} [otherwise]
 * @returns {Anchor & { text: string, signature: Buffer }}
 */
function readNote(note, keys, what, otherwise = 'damaged') {
  const [, text = '', tail = ''] = NOTE.exec(note) ?? [];
  const [, name = '', size = '', base64 = '', suiteName] = BODY.exec(text) ?? [];
  const suite = /** @type {Suite} */ (suiteName);
  const root = Buffer.from(base64, 'base64');
  const lines = tail.split('\n').map((line) => line.split(' '));
  const own = lines.filter(([, by]) => by === name && by !== '');
  const signatures = own.map(([, , signature = '']) => Buffer.from(signature, 'base64'));
  const isWhole = name.startsWith(ORIGIN) && root.toString('base64') === base64;
  if (!isWhole || signatures.length === 0) {
    const says = otherwise === 'usage' ? '请核对文件' : '损坏';
    throw new Finding(otherwise, `${what}不是完整的检查点，${says}。`);
  }

  const known = keys.filter((key) => key.name === name && key.suite === suite);
  const isBy = (/** @type {Key} */ key, /** @type {Buffer} */ it) =>
    key.id.equals(it.subarray(0, 4)) && isSignedBy(key, text, it.subarray(4));
  const signed =
    keys.length === 0 ? signatures[0] : signatures.find((it) => known.some((key) => isBy(key, it)));
  const signature = (signed ?? Buffer.alloc(0)).subarray(4);
  if (signed === undefined) {
    throw new Finding('unknown-key', `公钥不符：${what}不是所给的公钥签的，或者签后被改动。`);
  }
  const ledgerId = name.slice(ORIGIN.length);
  return { what, size: Number(size), root, suite, ledgerId, text, signature };
}

/** A checkpoint of the caller, as it comes from a scanner or by mail. @param {string} file
 * @param {readonly Key[]} keys */
function readCheckpoint(file, keys) {
  const text = readText(file)
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .trimEnd();
  return readNote(`${text}\n`, keys, `检查点“${path.basename(file)}”`, 'usage');
}

const RETYPE = '先请逐字核对输入的台账头：抄错一个字也是这个结果。';
const HEAD = /^\s*(\d{1,15})\s+([0-9a-f\s]+?)(?:\s+(sha256-ed25519|sm3-sm2))?\s*$/i;

/** A head as it is printed; spaces do not count. @param {string} text @returns {Anchor} */
function readHead(text) {
  const [, size = '', hex = '', named] = HEAD.exec(text) ?? [];
  const root = Buffer.from(hex.replace(/\s/g, ''), 'hex');
  if (root.length !== 32) throw new Finding('usage', `“${text}”应为条数和 64 位十六进制的根。`);
  const suite = named === 'sm3-sm2' ? 'sm3-sm2' : 'sha256-ed25519';
  const what = '打印的台账头';
  return { what, size: Number(size), root, suite, ledgerId: null, typed: true };
}

/** The newest mark of a witness folder. @param {string} folder @param {readonly Key[]} keys */
function readWitness(folder, keys) {
  const file = path.join(folder, 'marks.jsonl');
  const text = bytesOf(file)?.toString();
  if (text === undefined) {
    throw new Finding('shorter', `“${folder}”里没有见证，不能证明台账没有变短。`);
  }
  // A line without its end was never acknowledged.
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const note = /"note":("(?:[^"\\]|\\.)*")/.exec(whole.trimEnd().split('\n').at(-1) ?? '')?.[1];
  sound(note !== undefined, null, `“${file}”里最新的见证读不出来`);
  return readNote(JSON.parse(note), keys, '见证');
}

// ---------------------------------------------------------------- records

/** RFC 8785: JSON as JavaScript writes it, members sorted. @param {any} value @returns {string} */
function canonical(value) {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join()}}`;
}

/** Whether {@link canonical} would sort nothing. @param {unknown} value @returns {boolean} */
function isSorted(value) {
  if (value === null || typeof value !== 'object') return true;
  const names = Array.isArray(value) ? [] : Object.keys(value);
  return (
    names.every((name, n) => n === 0 || String(names[n - 1]) < name) &&
    Object.values(value).every(isSorted)
  );
}

const MEMBERS =
  'actor,commandId,data,eventId,occurredOn,recordedAt,revision,schema,sealed,stream,type';
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** The events of a ledger or of a bundle, and what must hold from one to the next. */
class Sequence {
  /** @type {Map<string, number>} */
  lengths = new Map();
  #eventIds = new Set();
  #recordedAt = '';

  /** @param {string} text @param {number} at @returns {Record<string, any>} */
  take(text, at) {
    const record = parsed(text);
    // The first is the same and quicker, but for members that are whole numbers.
    const isQuick = JSON.stringify(record) === text && isSorted(record);
    sound(record !== null && (isQuick || canonical(record) === text), at, '的记录不是规范的 JSON');
    const { stream, revision, eventId, recordedAt } = record;
    sound(Object.keys(record).join() === MEMBERS, at, '的记录缺少或者多出项目');
    const next = this.lengths.get(stream) ?? 0;
    sound(revision === next, at, '在它的流水里不是下一号：缺号、重号或者换了次序');
    this.lengths.set(stream, next + 1);
    sound(!this.#eventIds.has(eventId), at, '的事件编号重复');
    this.#eventIds.add(eventId);
    sound(INSTANT.test(recordedAt) && recordedAt >= this.#recordedAt, at, '的记账时间早于前一条');
    this.#recordedAt = recordedAt;
    return record;
  }
}

/** @param {string} text @returns {any} */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

// ---------------------------------------------------------------- a ledger file

/** @param {string} table */
const neverEdited = (table) => `
CREATE TRIGGER ${table}_never_updated BEFORE UPDATE ON ${table}
BEGIN SELECT RAISE(ABORT, '${table} is append only'); END;
CREATE TRIGGER ${table}_never_deleted BEFORE DELETE ON ${table}
BEGIN SELECT RAISE(ABORT, '${table} is append only'); END;`;

/** Format 1, letter for letter. */
const SCHEMA = `
CREATE TABLE ledger (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id TEXT NOT NULL,
  format INTEGER NOT NULL
) STRICT;
CREATE TABLE streams (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE types (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE events (
  position INTEGER PRIMARY KEY CHECK (position > 0),
  stream INTEGER NOT NULL REFERENCES streams (id),
  revision INTEGER NOT NULL CHECK (revision >= 0),
  type INTEGER NOT NULL REFERENCES types (id),
  record TEXT NOT NULL,
  leaf BLOB NOT NULL CHECK (length(leaf) = 32),
  UNIQUE (stream, revision)
) STRICT;
CREATE TABLE commands (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL REFERENCES events (position)
) STRICT, WITHOUT ROWID;
${['ledger', 'streams', 'types', 'events', 'commands'].map(neverEdited).join('')}`;

/**
 * Opens a ledger without leaving a trace. Beside a program that has it open (`-shm` says so) SQLite reads
 * the file itself, as one more reader. Otherwise it would leave files of its own there, so a copy in a
 * private folder is read, with the `-wal` if there is one.
 * @param {string | Buffer} source @param {(database: any) => void} check
 */
function withLedger(source, check) {
  /** @type {new (file: string | Buffer, options?: object) => any} */
  const Database = require('better-sqlite3');
  const copied = typeof source === 'string' && !isThere(`${source}-shm`);
  const folder = copied ? fs.mkdtempSync(path.join(os.tmpdir(), 'gongkai-verify-')) : '';
  const copy = path.join(folder, 'ledger.db');
  let database;
  try {
    for (const end of copied ? ['', '-wal'] : []) {
      if (!isThere(source + end)) continue;
      fs.copyFileSync(source + end, copy + end, fs.constants.COPYFILE_FICLONE);
    }
    database = new Database(copied ? copy : source, { readonly: true });
    database.pragma('trusted_schema = OFF');
    database.pragma('cell_size_check = ON');
    // One snapshot for all that is read, whatever a writer adds meanwhile.
    database.exec('BEGIN');
    requireSchema(database, new Database(':memory:'));
    check(database);
  } catch (error) {
    if (!isDamage(error)) throw error;
    const { message } = /** @type {Error} */ (error);
    throw new Finding('damaged', `损坏：台账文件读不下去（${message}）。`);
  } finally {
    database?.close();
    if (copied) fs.rmSync(folder, { recursive: true });
  }
}

/** Whether SQLite stumbled over the file itself, and not over what is around it. @param {unknown} error */
function isDamage(error) {
  const around = /^SQLITE_(BUSY|CANTOPEN|FULL|IOERR|LOCKED|NOMEM|PERM|READONLY)/;
  return codeOf(error).startsWith('SQLITE_') && !around.test(codeOf(error));
}

/** @param {any} database @param {any} model */
function requireSchema(database, model) {
  const all = 'SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name';
  model.exec(SCHEMA);
  const [found, expected] = [database, model].map((it) => JSON.stringify(it.prepare(all).all()));
  model.close();
  sound(found === expected, null, '台账文件的表和触发器不是第 1 版格式的样子');
}

/**
 * Reads a whole ledger and holds it to everything.
 * @param {any} database @param {readonly Anchor[]} anchors @param {Facts} facts
 */
function checkLedger(database, anchors, facts) {
  const identity = database.prepare('SELECT id, format FROM ledger').get();
  sound(identity?.format === 1, null, '台账文件没有编号，或者不是第 1 版格式');
  requireOneLedger([identity.id, ...anchors.map(({ ledgerId }) => ledgerId)], facts);
  const [streams, types] = ['streams', 'types'].map(
    (table) => new Map(database.prepare(`SELECT id, name FROM ${table}`).raw().all()),
  );
  const suites = new Set([
    /** @type {Suite} */ ('sha256-ed25519'),
    ...anchors.map((it) => it.suite),
  ]);
  const trees = [...suites].map((suite) => new Tree(suite));
  const [sequence, commands, seenTypes] = [new Sequence(), new Commands(database), new Set()];
  let at = 0;
  for (const [position, stream, revision, type, text, leaf] of rowsOf(database)) {
    compareRoots(trees, anchors, facts);
    at += 1;
    sound(position === at, at, '不在');
    // A flipped bit may turn either into nothing at all.
    const isRow = typeof text === 'string' && Buffer.isBuffer(leaf);
    sound(isRow && leaf.equals(leafOf('sha256-ed25519', text)), at, '的记录与它的散列不符');
    const record = sequence.take(text, at);
    const isFiled = streams?.get(stream) === record.stream && types?.get(type) === record.type;
    sound(isFiled && revision === record.revision, at, '归错了流水、序号或者类型');
    seenTypes.add(type);
    commands.take(record.commandId, at);
    for (const tree of trees) tree.push(tree === trees[0] ? leaf : leafOf(tree.suite, text));
  }
  compareRoots(trees, anchors, facts);
  commands.end(at);
  const isUsed = streams?.size === sequence.lengths.size && types?.size === seenTypes.size;
  sound(isUsed, null, '有流水或者类型没有任何事件');
  const container = database.pragma('integrity_check(1)', { simple: true });
  sound(container === 'ok', null, `台账文件的结构坏了（${container}）`);
  Object.assign(facts, { size: at, root: trees[0]?.root().toString('hex') });
  const longer = anchors.find(({ size }) => size > at);
  if (longer === undefined) return;
  const says = `变短：台账只有 ${at} 条，${longer.what}有 ${longer.size} 条，结尾被截掉或者是旧的副本。`;
  throw new Finding('shorter', says, at + 1);
}

/** A page that cannot be read is damage at the next event. @param {any} database */
function* rowsOf(database) {
  const columns = 'position, stream, revision, type, record, leaf';
  const rows = database.prepare(`SELECT ${columns} FROM events ORDER BY position`).raw();
  let read = 0;
  try {
    for (const row of rows.iterate()) {
      yield row;
      read += 1;
    }
  } catch (error) {
    if (!isDamage(error)) throw error;
    sound(false, read + 1, `读不出来（${String(error)}）`);
  }
}

/** The events of one append stand together, and `commands` has one row for it: its last event. */
class Commands {
  #id = '';
  #appends = 0;

  /** @param {any} database */
  constructor(database) {
    this.lastOf = database.prepare('SELECT position FROM commands WHERE id = ?').pluck();
    this.count = database.prepare('SELECT count(*) FROM commands').pluck();
  }

  /** @param {string} id @param {number} at */
  take(id, at) {
    if (id === this.#id) return;
    this.#endAppend(at - 1);
    this.#id = id;
  }

  /** @param {number} last */
  end(last) {
    this.#endAppend(last);
    sound(this.count.get() === this.#appends, null, '有指令没有事件');
  }

  /** @param {number} last */
  #endAppend(last) {
    if (last === 0) return;
    sound(this.lastOf.get(this.#id) === last, last, '的指令登记不符');
    this.#appends += 1;
  }
}

/** All the same as the ledger that the caller meant, if she did. @param {Facts} facts
 * @param {readonly (string | null)[]} ids */
function requireOneLedger(ids, facts) {
  const named = ids.filter((id) => id !== null);
  const meant = facts.ledgerId ?? named.at(-1) ?? null;
  facts.ledgerId = meant;
  const other = named.find((id) => id !== meant);
  if (other === undefined) return;
  throw new Finding('unknown-key', `公钥不符：这是台账 ${other}，应为 ${meant}。`);
}

/** @param {readonly Tree[]} trees @param {readonly Anchor[]} anchors @param {Facts} facts */
function compareRoots(trees, anchors, facts) {
  for (const { what, size, root, suite, typed = false } of anchors) {
    const tree = trees.find((it) => it.suite === suite);
    if (tree?.size !== size) continue;
    if (!tree.root().equals(root)) {
      throw new Finding(
        'forked',
        `分叉：前 ${size} 条与${what}不符，内容被改写过。${typed ? RETYPE : ''}`,
        size,
      );
    }
    facts.compared.push(`${what}（第 ${size} 条）`);
  }
}

// ---------------------------------------------------------------- an evidence bundle

/**
 * 证据包: `note.txt` with its parts for openssl, `events/NNNN.json`, `proofs/NNNN.txt` (the index of the
 * event, then its path, each sibling as base64).
 * @param {string} folder @param {readonly Key[]} keys @param {readonly Anchor[]} anchors
 * @param {Facts} facts
 */
function checkBundle(folder, keys, anchors, facts) {
  const read = (/** @type {string} */ name) => {
    const bytes = bytesOf(path.join(folder, name));
    sound(bytes !== null, null, `证据包缺少 ${name}`);
    return bytes;
  };
  const raw = Buffer.from(pemBody(read('public-key.pem').toString()), 'base64').subarray(-32);
  const what = '证据包的检查点';
  const { ledgerId } = readNote(read('note.txt').toString(), [], what);
  const offered = keyOf(`${ORIGIN}${ledgerId}`, 'sha256-ed25519', raw);
  // Its own key shows no more than that the bundle is of one piece, and a caller's is another one.
  const note = readOwnNote(read('note.txt').toString(), offered, what);
  const isSplit = read('body.txt').equals(Buffer.from(note.text));
  sound(isSplit && read('signature.bin').equals(note.signature), null, `${what}与拆开的不一致`);
  readNote(read('note.txt').toString(), keys, what);
  requireOneLedger([note.ledgerId, ...anchors.map((it) => it.ledgerId)], facts);
  const { size, root, suite } = note;
  Object.assign(facts, {
    size,
    root: root.toString('hex'),
    compared: [`${what}（第 ${size} 条）`],
  });

  const [events, proofs] = ['events', 'proofs'].map((name) => {
    const names = ifThere(() => fs.readdirSync(path.join(folder, name)));
    sound(names !== null, null, `证据包缺少 ${name}`);
    // Some systems leave files of their own, which begin with a dot.
    return names.filter((it) => !it.startsWith('.')).sort();
  });
  const numbers = (events ?? []).map((_, n) => String(n + 1).padStart(4, '0'));
  const isPaired = proofs?.join() === numbers.map((number) => `${number}.txt`).join();
  const isNumbered = events?.join() === numbers.map((number) => `${number}.json`).join();
  sound(isPaired && isNumbered && numbers.length > 0, null, '证据包的事件或者证明缺号');
  const sequence = new Sequence();
  let before = -1;
  for (const [n, number] of numbers.entries()) {
    const event = read(`events/${number}.json`).toString();
    const [index = '', ...path] = read(`proofs/${number}.txt`).toString().trimEnd().split('\n');
    const siblings = path.map((line) => Buffer.from(line, 'base64'));
    const isWritten = siblings.every((it, m) => it.toString('base64') === path[m]);
    const leads = rootFrom(suite, leafOf(suite, event), Number(index), size, siblings);
    const isProved = isWritten && /^(0|[1-9]\d*)$/.test(index) && leads?.equals(root) === true;
    sound(isProved && Number(index) > before, n + 1, '走不到检查点的根');
    before = Number(index);
    sequence.take(event, n + 1);
  }
  sound(sequence.lengths.size === 1, null, '证据包的事件不是同一件的');
  facts.events = numbers.length;
  for (const anchor of anchors) {
    const named = `${anchor.what}（第 ${anchor.size} 条）`;
    // The proofs lead to one root; of the tree at another size, or of other hashes, they say nothing.
    if (anchor.size !== size || anchor.suite !== suite) {
      facts.notCompared.push(named);
      continue;
    }
    if (!anchor.root.equals(root))
      throw new Finding(
        'forked',
        `分叉：与${anchor.what}不符。${anchor.typed ? RETYPE : ''}`,
        size,
      );
    facts.compared.push(named);
  }
}

/** @param {string} text @param {Key} offered @param {string} what */
function readOwnNote(text, offered, what) {
  try {
    return readNote(text, [offered], what);
  } catch (error) {
    if (!(error instanceof Finding) || error.status !== 'unknown-key') throw error;
    throw new Finding('damaged', `损坏：用包里的公钥看，${what}的签名不成立。`);
  }
}

/** @param {string} pem */
const pemBody = (pem) => /-----BEGIN PUBLIC KEY-----([^-]*)-----END/.exec(pem)?.[1] ?? '';

// ---------------------------------------------------------------- asking and answering

/** @param {Asked} asked @returns {Answer} */
function verify({ target, keys: given = [], heads = [], checkpoints = [], witness }) {
  /** @type {Facts} */
  const facts = {
    ledgerId: null,
    size: null,
    root: null,
    events: null,
    compared: [],
    notCompared: [],
  };
  const keyPinned = given.length > 0;
  try {
    const keys = given.flatMap(keysIn);
    facts.ledgerId = keys[0]?.name.slice(ORIGIN.length) ?? null;
    const anchors = [
      ...checkpoints.map((file) => readCheckpoint(file, keys)),
      // Before the ledger, so that what is added meanwhile can only make the ledger longer.
      ...(witness === undefined ? [] : [readWitness(witness, keys)]),
      ...heads.map(readHead),
    ];
    if (target !== undefined) checkTarget(target, keys, anchors, facts);
    else if (anchors.length === 0) throw new Finding('usage', '没有要核对的，请看 --help。');
    else
      requireOneLedger(
        anchors.map(({ ledgerId }) => ledgerId),
        facts,
      );
    const says = wordsOf(facts, target !== undefined, keyPinned);
    return { status: 'ok', exit: EXIT.ok, at: null, keyPinned, ...facts, says };
  } catch (error) {
    const finding = hindrance(error);
    if (finding === null) throw error;
    const { status, at, message } = finding;
    return { status, exit: EXIT[status], at, keyPinned, ...facts, says: [message] };
  }
}

/** @param {string | Buffer} target @param {Key[]} keys @param {Anchor[]} anchors @param {Facts} facts */
function checkTarget(target, keys, anchors, facts) {
  let source = target;
  if (typeof target === 'string') {
    const found = ifThere(() => fs.statSync(target));
    if (found === null) throw new Finding('usage', `找不到“${target}”，请核对路径。`);
    if (found.isDirectory()) source = path.join(target, 'ledger.db');
    if (source !== target && !isThere(String(source))) {
      return checkBundle(target, keys, anchors, facts);
    }
  }
  withLedger(source, (database) => checkLedger(database, anchors, facts));
}

const NO_KEY =
  '注意：没有给出公钥，没有核对是谁签的；台账编号和公钥都是对方自己说的。请用 --key 给出您手里的公钥。';
const NO_ANCHOR =
  '注意：没有可比的检查点，截掉结尾、整本重写都看不出来。请用 --checkpoint、--head 或者 --witness。';
const OTHER_SIZE =
  '证据包只能与条数、算法套件都相同的检查点比较；别的检查点，请到台账上核对（gongkai verify）。';

const NOT_ALL =
  '注意：证据包不能证明这一件只有这些事实：最后一条以后的，不论在检查点以前还是以后，整条略去都看不出来。' +
  '要查全，请核对台账本身。';

/** @param {Facts} facts @param {boolean} read @param {boolean} pinned */
function wordsOf({ ledgerId, size, root, events, compared, notCompared }, read, pinned) {
  const whole = `完好：台账 ${ledgerId}，${size} 条，根 ${root}。`;
  const part = `完好：证据包里的 ${events} 条事实都在台账 ${ledgerId} 的前 ${size} 条之中，根 ${root}。`;
  const checked = events === null ? whole : part;
  const what = read ? checked : `检查点完整：台账 ${ledgerId}。`;
  const agreed = compared.map((it) => `与${it}相符。`);
  const left = notCompared.map((it) => `注意：没有与${it}比较。${OTHER_SIZE}`);
  return [
    what,
    ...agreed,
    ...left,
    ...(events === null ? [] : [NOT_ALL]),
    ...(pinned ? [] : [NO_KEY]),
    ...(read && compared.length === 0 ? [NO_ANCHOR] : []),
  ];
}

const USAGE = `用法：node gongkai-verify.cjs [选项] [台账文件 | 数据文件夹 | 证据包文件夹]
  --key <文件或文字>     您信任的公钥，可以多次
  --head "<条数> <根>"   打印在纸上的台账头，可以多次
  --checkpoint <文件>    检查点，旧的也行，可以多次
  --witness <文件夹>     见证所在的文件夹
  --json                 输出 JSON
退出码：0 完好，1 损坏，2 用法不对或者读不了，3 比见证短，4 分叉，5 公钥不符，70 程序出错
`;

/** @param {string[]} args */
function main(args) {
  const text = /** @type {const} */ ({ type: 'string', multiple: true });
  const flag = /** @type {const} */ ({ type: 'boolean', default: false });
  const options = {
    key: text,
    head: text,
    checkpoint: text,
    witness: text,
    json: flag,
    help: flag,
  };
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const { key: keys = [], head: heads = [], checkpoint: checkpoints = [], json, help } = values;
    const [target, more] = positionals;
    if (help || more !== undefined) process.stdout.write(USAGE);
    if (help || more !== undefined) return help ? EXIT.ok : EXIT.usage;
    const answer = verify({ target, keys, heads, checkpoints, witness: values.witness?.at(-1) });
    process.stdout.write(`${json ? JSON.stringify(answer, null, 2) : answer.says.join('\n')}\n`);
    return answer.exit;
  } catch (error) {
    if (codeOf(error).startsWith('ERR_PARSE_ARGS')) {
      process.stderr.write(`命令行读不懂（${Object(error).message}）。\n${USAGE}`);
      return EXIT.usage;
    }
    process.stderr.write(`程序出错，没有核对出结果：${Object(error).stack}\n`);
    return FAULT;
  }
}

module.exports = { verify };

if (require.main === module) process.exitCode = main(process.argv.slice(2));
