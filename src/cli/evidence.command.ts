import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { appealStream } from '../appeals/appeal-stream.js';
import { caseBundle } from '../ledger/evidence/case-bundle.js';
import { openSigningKeys } from '../ledger/transparency/signing-keys.js';
import { verifierKey } from '../ledger/transparency/checkpoint.js';
import { SUITES } from '../ledger/transparency/suites.js';
import { KeysRefused } from '../ledger/vault/keys-refused.js';
import { requestStream } from '../requests/request-stream.js';
import { Usage } from './exit-codes.js';
import type { Output } from './output.js';
import { agencyMeant, type Session } from './session.js';

const ROOT = join(__dirname, '..', '..');
const VERIFIER = join(ROOT, 'verifier', 'gongkai-verify.cjs');

export type ExportOptions = Readonly<{
  case: string;
  /** The number is a 案号, whatever request has the same. */
  appeal?: boolean;
  out: string;
  agency: string | undefined;
}>;

/** `gongkai export`: the evidence bundle of one request or appeal. */
export async function exportEvidence(
  session: Session,
  output: Output,
  { case: number, appeal = false, out, agency }: ExportOptions,
): Promise<void> {
  const folder = resolve(out);
  // Files of an earlier bundle would make the new one fail.
  if (existsSync(folder)) throw new Usage(`“${folder}”已经存在，请写一个新的文件夹。`);
  const { stream, subject } = await caseOf(session, { number, appeal, agency });
  const bundle = await caseBundle(session.ledger, session.transparency, { stream, subject });
  const { files, note, events, verifierKey: key } = bundle;
  for (const { path, content } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content, { mode: 0o600 });
  }
  output.answer({ folder, stream, events, note, verifierKey: key }, [
    `${subject}：${String(events)} 条事实和证明写入 ${folder}`,
    `核对：sh ${join(folder, 'verify.sh')} '${key}'`,
    '公钥请另外交给核对的人，不要和证据包放在一起。',
  ]);
}

/** A request by 登记编号, or else an appeal by 案号; only the latter where an appeal is meant. */
async function caseOf(
  session: Session,
  {
    number,
    appeal,
    agency,
  }: Readonly<{ number: string; appeal: boolean; agency: string | undefined }>,
): Promise<Readonly<{ stream: string; subject: string }>> {
  const { agencyId, name } = await agencyMeant(session, agency);
  const view = await session.models.agency(agencyId);
  const request = appeal ? undefined : view.requests.find((row) => row.number === number);
  if (request !== undefined) {
    return { stream: requestStream(request), subject: `${name} 登记编号 ${number}` };
  }
  const filed = view.appeals.find((row) => row.caseNumber === number);
  if (filed !== undefined) {
    return { stream: appealStream(filed), subject: `${name} 案号 ${number}` };
  }
  throw new Usage(`${name}没有${appeal ? '' : '登记编号或者'}案号“${number}”，请核对。`);
}

export type VerifyOptions = Readonly<{
  head: readonly string[];
  checkpoint: readonly string[];
  key: readonly string[];
  witness?: string;
}>;

/**
 * `gongkai verify`: starts the stranger's program, and answers with its exit code. Without a target
 * that is the ledger of the data folder, compared with its witness under its own key. The session is not
 * opened: a damaged ledger would not open, and is what this is for.
 */
export function verifyLedger(
  dataDir: string,
  json: boolean,
  target: string | undefined,
  { head, checkpoint, key, witness }: VerifyOptions,
): number {
  const own = target === undefined;
  const folder = resolve(dataDir);
  const url = process.env['LEDGER_URL'];
  if (own && url !== undefined && !url.startsWith('sqlite:')) {
    // Without the URL in the sentence: there may be a password in it.
    throw new Usage('LEDGER_URL 指的不是台账文件，只能核对文件：请写出要核对的台账文件或证据包。');
  }
  const ledger = url?.replace(/^sqlite:/, '') ?? join(folder, 'ledger.db');
  const marks = own ? (process.env['GONGKAI_WITNESS'] ?? join(folder, 'witness')) : undefined;
  const from = witness ?? marks;
  const keys = key.length > 0 || from === undefined ? key : ownKeys(folder, from);
  const options = [
    ...keys.flatMap((it) => ['--key', it]),
    ...head.flatMap((it) => ['--head', it]),
    ...checkpoint.flatMap((it) => ['--checkpoint', it]),
    ...(from === undefined ? [] : ['--witness', from]),
    ...(json ? ['--json'] : []),
  ];
  const args = [VERIFIER, ...options, '--', target ?? ledger];
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 70;
}

/** The keys that lie in the data folder, for the ledger that the witness names. None is no fault here. */
function ownKeys(folder: string, witness: string): readonly string[] {
  const marks = join(witness, 'marks.jsonl');
  const ledgerId = existsSync(marks)
    ? /gongkai-ledger\/([\w-]+)/.exec(readFileSync(marks, 'utf8'))?.[1]
    : undefined;
  const keys = join(folder, 'keys');
  if (ledgerId === undefined || !existsSync(keys)) return [];
  const signers = openSigningKeys(keys, 'read', true);
  return SUITES.flatMap((suite) => {
    try {
      return [verifierKey(ledgerId, signers(suite))];
    } catch (error) {
      if (!(error instanceof KeysRefused)) throw error;
      process.stderr.write(`注意：签名密钥“${error.where}”缺失或者损坏，没有用它核对。\n`);
      return [];
    }
  });
}
