/*
 * What an error of the client means. It comes in three kinds: errors of the client with a `type`,
 * raw errors of gRPC with a `code` alone (also from the same call, when it failed a step earlier),
 * and plain errors with neither (discovery, our own timers).
 */

export type Fault =
  /** Another writer was first, and nothing was written. */
  | 'behind'
  /** There is no such stream. */
  | 'absent'
  /** The stream was deleted: its facts are gone. */
  | 'deleted'
  /** This user may not, or the certificate is nobody's we trust. Asking again changes nothing. */
  | 'refused'
  /** Larger than the store takes. */
  | 'too-large'
  /** The node is not the leader; the client goes to the leader with its next call. */
  | 'elsewhere'
  /** Anything else. Of a write nobody knows whether it happened. */
  | 'unknown';

const BY_TYPE: Readonly<Record<string, Fault>> = {
  'wrong-expected-version': 'behind',
  'stream-not-found': 'absent',
  'stream-deleted': 'deleted',
  'access-denied': 'refused',
  'maximum-append-size-exceeded': 'too-large',
  'not-leader': 'elsewhere',
};

// google.rpc.Code
const PERMISSION_DENIED = 7;
const UNAVAILABLE = 14;
const UNAUTHENTICATED = 16;

/** gRPC reports a certificate it does not trust as a server that is away. */
const UNTRUSTED = /certificate|altnames|ERR_TLS|ERR_OSSL|wrong version number/i;

export function faultOf(error: unknown): Fault {
  const { type, code, message } = error as Partial<{ type: string; code: number; message: string }>;
  const known = type === undefined ? undefined : BY_TYPE[type];
  if (known !== undefined) return known;
  if (code === PERMISSION_DENIED || code === UNAUTHENTICATED) return 'refused';
  if (code === UNAVAILABLE && UNTRUSTED.test(message ?? '')) return 'refused';
  return 'unknown';
}

/** The first line of what went wrong, for the operator. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n', 1)[0] ?? '';
}
