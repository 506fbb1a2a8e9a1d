import { readFileSync, writeFileSync } from 'node:fs';
import type { Checkpoint, NoteFault } from '../ledger/transparency/checkpoint.js';
import { SUITES, isSuite, type Suite } from '../ledger/transparency/suites.js';
import { rootInGroups } from '../words/witness.zh-CN.js';
import { Usage } from './exit-codes.js';
import type { Output } from './output.js';
import type { Session } from './session.js';

export type CheckpointOptions = Readonly<{
  suite: string;
  out?: string;
  publicKey: boolean;
  newWitness: boolean;
}>;

/** `gongkai checkpoint`: the signed head of the ledger, or the key that knows its signature. */
export async function printCheckpoint(
  { transparency }: Session,
  output: Output,
  { suite: name, out, publicKey, newWitness }: CheckpointOptions,
): Promise<void> {
  const suite = suiteNamed(name);
  if (publicKey) {
    const key = transparency.publicKeys().find((it) => it.suite === suite);
    // The verifier reads the line and openssl what is below it.
    const text = `${key?.verifierKey ?? ''}\n\n${key?.pem ?? ''}`;
    if (out !== undefined) writeFileSync(out, text);
    output.answer(key, [`签名公钥（${suite}）：`, text]);
    return;
  }
  const { checkpoint, note } = await transparency.checkpoint(suite);
  if (out !== undefined) writeFileSync(out, note);
  const begun = newWitness
    ? ['已按现状重新留存，原来的标记（如有）改名留在原处。此前的缺失、调换只能凭外部的检查点发现。']
    : [];
  const { ledgerId, size, time } = checkpoint;
  const root = checkpoint.root.toString('hex');
  output.answer({ ledgerId, size, root, time, suite, note }, [
    ...begun,
    `台账 ${ledgerId} 到 ${time} 共 ${String(size)} 条，根散列：`,
    rootInGroups(root),
    ...(out === undefined ? ['', note] : [`检查点写入 ${out}`]),
  ]);
}

export type ProveOptions = Readonly<{
  event: string | undefined;
  since?: string;
  suite: string;
  out?: string;
}>;

/** `gongkai prove`: that an event is in the ledger, or that the ledger grew from an older one. */
export async function prove(
  session: Session,
  output: Output,
  { event, since, suite, out }: ProveOptions,
): Promise<void> {
  if ((event === undefined) === (since === undefined)) {
    throw new Usage('请写明事实的位置或编号，或者用 --since 写明从前的检查点，二者写一个。');
  }
  const proof =
    event === undefined
      ? await growth(session, since ?? '', suiteNamed(suite))
      : await inclusion(session, event, suiteNamed(suite));
  if (out !== undefined) writeFileSync(out, `${JSON.stringify(proof.value, null, 2)}\n`);
  const where =
    out === undefined ? '证明的内容请加 --json 或 --out 文件 取得。' : `证明写入 ${out}`;
  output.answer(proof.value, [proof.says, where]);
}

type Proof = Readonly<{ value: Readonly<{ path: readonly string[] }>; says: string }>;

async function inclusion(session: Session, event: string, suite: Suite): Promise<Proof> {
  const value = await session.transparency.proveEvent(event, suite);
  if (value === undefined) {
    throw new Usage(`台账里没有“${event}”这条事实，请写登记时回答的位置，或者事实的编号。`);
  }
  const { index, size, path } = value;
  const says = `这条事实是台账 ${String(size)} 条中的第 ${String(index + 1)} 条，由 ${String(path.length)} 个散列证明。`;
  return { value, says };
}

async function growth(session: Session, since: string, suite: Suite): Promise<Proof> {
  const older = /^\d{1,15}$/.test(since)
    ? { size: Number(since) }
    : olderCheckpoint(session, since, suite);
  if (!('root' in older)) {
    const { size } = (await session.transparency.checkpoint('sha256-ed25519')).checkpoint;
    if (older.size > size) throw new Usage(`台账只有 ${String(size)} 条，请核对 --since。`);
  }
  const value = await session.transparency.proveGrowth(older, suite);
  const { olderSize, olderRoot, size, path } = value;
  const compared =
    'root' in older
      ? '与检查点一致，没有变过'
      : `的根散列是 ${rootInGroups(olderRoot)}，请与手中的检查点比对`;
  const says = `台账现有 ${String(size)} 条，前 ${String(olderSize)} 条${compared}；由 ${String(path.length)} 个散列证明。`;
  return { value, says };
}

const NOTE_WORDS: Readonly<Record<NoteFault, string>> = {
  malformed: '不是检查点：应为带签名的七行文字',
  'other-ledger': '是另一本台账的检查点',
  'unknown-key': '不是用这本台账的密钥签的',
  'bad-signature': '的签名不成立，内容被改动过',
};

function olderCheckpoint(session: Session, file: string, suite: Suite): Checkpoint {
  // Scanned or mailed, a note may come with other line ends or without its last.
  const note = `${readFileSync(file, 'utf8').replace(/\r\n?/g, '\n').trimEnd()}\n`;
  const read = session.transparency.read(note);
  if ('fault' in read) throw new Usage(`“${file}”${NOTE_WORDS[read.fault]}，请核对。`);
  if (read.checkpoint.suite !== suite) {
    throw new Usage(
      `“${file}”用的是 ${read.checkpoint.suite}，请写 --suite ${read.checkpoint.suite}。`,
    );
  }
  return read.checkpoint;
}

function suiteNamed(name: string): Suite {
  if (isSuite(name)) return name;
  throw new Usage(`没有“${name}”这种算法套件，请写 ${SUITES.join(' 或 ')}。`);
}
