import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

import { sm2 } from 'sm-crypto-v2';

import type { TreeHash } from './merkle.js';

/** 算法套件: the hash of a tree and the signature over its head. */
export const SUITES = ['sha256-ed25519', 'sm3-sm2'] as const;
export type Suite = (typeof SUITES)[number];

export function isSuite(name: string): name is Suite {
  return (SUITES as readonly string[]).includes(name);
}

export const TREE_HASH: Readonly<Record<Suite, TreeHash>> = {
  'sha256-ed25519': 'sha256',
  'sm3-sm2': 'sm3',
};

/** A signing key with its public half. */
export type Signer = Readonly<{
  suite: Suite;
  /** What C2SP puts before a public key, to say for which signatures it is. */
  algorithm: Buffer;
  publicKey: Buffer;
  /** SubjectPublicKeyInfo, as `openssl pkeyutl` takes it. */
  pem: string;
  sign: (text: string) => Buffer;
  verify: (text: string, signature: Buffer) => boolean;
}>;

/** The key pair that follows from 32 secret random bytes. */
export function signerFrom(suite: Suite, secret: Buffer): Signer {
  return suite === 'sha256-ed25519' ? ed25519(secret) : sm2WithSm3(secret);
}

const ED25519 = Buffer.of(0x01);
/** PKCS #8 and SubjectPublicKeyInfo of RFC 8410, up to the 32 bytes of the key. */
const ED25519_PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex');
const ED25519_KEY_BYTES = 32;

function ed25519(secret: Buffer): Signer {
  const der = Buffer.concat([ED25519_PRIVATE, secret]);
  const key: KeyObject = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(key);
  return {
    suite: 'sha256-ed25519',
    algorithm: ED25519,
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-ED25519_KEY_BYTES),
    pem: publicKey.export({ format: 'pem', type: 'spki' }).toString(),
    sign: (text) => sign(null, Buffer.from(text), key),
    verify: (text, signature) => verify(null, Buffer.from(text), publicKey, signature),
  };
}

/** C2SP: 0xff, then a name that is nobody else's. */
const SM2_WITH_SM3 = Buffer.concat([Buffer.of(0xff), Buffer.from('sm2-with-sm3')]);
/** GB/T 32918.5: the order of the base point. */
const SM2_ORDER = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
/** SubjectPublicKeyInfo of an uncompressed point on the curve 1.2.156.10197.1.301 (GM/T 0006). */
const SM2_PUBLIC = Buffer.from('3059301306072a8648ce3d020106082a811ccf5501822d034200', 'hex');
/** The distinguishing id that GM/T 0009 gives to who has none; `openssl -pkeyopt distid:…`. */
const SM2_OPTIONS = { der: true, hash: true, userId: '1234567812345678' } as const;
const PEM_LINE = 64;

function sm2WithSm3(secret: Buffer): Signer {
  // A private key is 1 … n-2, and not every 32 bytes are: fold them into the range.
  const scalar = (BigInt(`0x${secret.toString('hex')}`) % (SM2_ORDER - 2n)) + 1n;
  const privateKey = scalar.toString(16).padStart(secret.length * 2, '0');
  const point = sm2.getPublicKeyFromPrivateKey(privateKey);
  const publicKey = Buffer.from(point, 'hex');
  const options = { ...SM2_OPTIONS, publicKey: point };
  return {
    suite: 'sm3-sm2',
    algorithm: SM2_WITH_SM3,
    publicKey,
    pem: pemOf(Buffer.concat([SM2_PUBLIC, publicKey])),
    sign: (text) => Buffer.from(sm2.doSignature(Buffer.from(text), privateKey, options), 'hex'),
    verify: (text, signature) => {
      try {
        const hex = signature.toString('hex');
        return sm2.doVerifySignature(Buffer.from(text), hex, point, SM2_OPTIONS);
      } catch {
        // The library throws at what is no DER, which is a signature that does not hold.
        return false;
      }
    },
  };
}

function pemOf(der: Buffer): string {
  const lines = der.toString('base64').match(new RegExp(`.{1,${PEM_LINE}}`, 'g')) ?? [];
  return ['-----BEGIN PUBLIC KEY-----', ...lines, '-----END PUBLIC KEY-----', ''].join('\n');
}
