import { createHash } from 'node:crypto';

import type { Instant } from '../ledger.js';
import { isSuite, type Signer, type Suite } from './suites.js';

/*
 * 检查点: the head of a ledger in the form of C2SP tlog-checkpoint, signed as a C2SP signed note.
 *
 *   gongkai-ledger/<ledger id>
 *   <size>
 *   <root, base64>
 *   time <RFC 3339>
 *   suite <sha256-ed25519 | sm3-sm2>
 *
 *   — gongkai-ledger/<ledger id> <base64(key id ‖ signature)>
 *
 * The signed text is the first five lines with their line ends; the first line is also the name of
 * the key.
 */

export type Checkpoint = Readonly<{
  ledgerId: string;
  /** How many events the tree has. */
  size: number;
  root: Buffer;
  time: Instant;
  suite: Suite;
}>;

const ORIGIN = 'gongkai-ledger/';
const KEY_ID_BYTES = 4;
const NOTE = new RegExp(
  `^((${ORIGIN}(\\S+))\\n(0|[1-9]\\d{0,15})\\n(\\S{44})\\ntime (\\S+)\\nsuite (\\S+)\\n)` +
    `\\n\u2014 (\\S+) (\\S+)\\n$`,
);

/** The note of a checkpoint. */
export function signNote(checkpoint: Checkpoint, signer: Signer): string {
  const text = textOf(checkpoint);
  const name = ORIGIN + checkpoint.ledgerId;
  const signature = Buffer.concat([keyId(name, signer), signer.sign(text)]);
  return `${text}\n\u2014 ${name} ${signature.toString('base64')}\n`;
}

/** What is wrong with a note, from its form inwards. */
export type NoteFault = 'malformed' | 'other-ledger' | 'unknown-key' | 'bad-signature';

export type ReadNote = Readonly<{ checkpoint: Checkpoint } | { fault: NoteFault }>;

/**
 * Reads a note and believes it only if the key of this ledger signed it. A null signer leaves the
 * signature unread, for who has no keys.
 */
export function readNote(
  note: string,
  ledgerId: string,
  signerOf: (suite: Suite) => Signer | null,
): ReadNote {
  const [, text = '', name = '', id = '', size, root = '', time = '', suite = '', by, signed = ''] =
    NOTE.exec(note) ?? [];
  if (!isSuite(suite) || by !== name) return { fault: 'malformed' };
  if (id !== ledgerId) return { fault: 'other-ledger' };
  const signer = signerOf(suite);
  const fault = signer === null ? null : signatureFault(text, signed, keyId(name, signer), signer);
  if (fault !== null) return { fault };
  const checkpoint = { ledgerId, size: Number(size), root: Buffer.from(root, 'base64') };
  return { checkpoint: { ...checkpoint, time, suite } };
}

function signatureFault(
  text: string,
  signed: string,
  id: Buffer,
  signer: Signer,
): NoteFault | null {
  const bytes = Buffer.from(signed, 'base64');
  if (!bytes.subarray(0, KEY_ID_BYTES).equals(id)) return 'unknown-key';
  return signer.verify(text, bytes.subarray(KEY_ID_BYTES)) ? null : 'bad-signature';
}

/** The C2SP verifier key: what somebody else needs to know the signatures of this ledger. */
export function verifierKey(ledgerId: string, signer: Signer): string {
  const name = ORIGIN + ledgerId;
  const key = Buffer.concat([signer.algorithm, signer.publicKey]);
  return `${name}+${keyId(name, signer).toString('hex')}+${key.toString('base64')}`;
}

function textOf({ ledgerId, size, root, time, suite }: Checkpoint): string {
  const lines = [ORIGIN + ledgerId, String(size), root.toString('base64')];
  return [...lines, `time ${time}`, `suite ${suite}`, ''].join('\n');
}

function keyId(name: string, { algorithm, publicKey }: Signer): Buffer {
  const hash = createHash('sha256').update(`${name}\n`).update(algorithm).update(publicKey);
  return hash.digest().subarray(0, KEY_ID_BYTES);
}
