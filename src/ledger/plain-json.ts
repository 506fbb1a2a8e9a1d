import { canonicalize } from 'json-canonicalize';

import type { Json } from '../kernel/decider.js';
import { InvalidEvent } from './ledger.js';

/**
 * Deeper than any form of this domain; a bound, so that hostile nesting cannot exhaust the stack.
 */
const DEPTH_MAX = 32;

// The C0 controls but line feed and tab, and halves of surrogate pairs: SQLite, UTF-8 and screens
// each make something else of these, so what was hashed would not be what is read.
const UNSTORABLE = /[^\P{Cc}\n\t\u007f-\u009f]|\p{Surrogate}/u;

/**
 * The one text of a value: RFC 8785 over I-JSON (RFC 7493). Members that are `undefined` are left
 * out. Anything that could not be read back as it was written throws {@link InvalidEvent} with its
 * path, from `path` on.
 */
export function canonicalText(value: unknown, path = ''): string {
  return canonicalize(plain(value, path, 0));
}

/**
 * A checked copy. A copy also because the canonicalizer can take an object it meets twice for a
 * cycle.
 */
function plain(value: unknown, path: string, depth: number): Json {
  if (depth > DEPTH_MAX) throw new InvalidEvent(`${path}: nested deeper than ${DEPTH_MAX}`);
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') return storable(value, path);
  if (typeof value === 'number') return exact(value, path);
  if (Array.isArray(value)) {
    return Array.from(value, (item, index) => plain(item, `${path}[${index}]`, depth + 1));
  }
  // Instances of a class pass by their members; a date, a map and the like would lose what they
  // hold.
  if (Object.prototype.toString.call(value) === '[object Object]') {
    return plainObject(value as object, path, depth);
  }
  throw new InvalidEvent(`${path}: ${Object.prototype.toString.call(value)} is not JSON`);
}

function plainObject(value: object, path: string, depth: number): Json {
  const members: [string, Json][] = [];
  for (const [name, member] of Object.entries(value) as [string, unknown][]) {
    if (member === undefined) continue;
    const memberPath = path === '' ? name : `${path}.${name}`;
    // The canonicalizer would leave an object with this member to JSON.stringify, which does not
    // sort.
    if (name === 'toJSON') throw new InvalidEvent(`${memberPath}: not a name for a member`);
    members.push([storable(name, memberPath), plain(member, memberPath, depth + 1)]);
  }
  return Object.fromEntries(members);
}

function storable(text: string, path: string): string {
  if (!UNSTORABLE.test(text)) return text;
  throw new InvalidEvent(`${path}: a control character or half of a surrogate pair`);
}

function exact(value: number, path: string): number {
  if (Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value)) return value;
  throw new InvalidEvent(`${path}: ${value} is not a number that JSON keeps exactly`);
}
