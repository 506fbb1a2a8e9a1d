import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { SUITES, signerFrom, type Suite } from '../../../src/ledger/transparency/suites.js';
import { removeDirectories, temporaryDirectory } from '../../support/ledger/builders.js';

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
if (!hasOpenssl) {
  console.warn('openssl is not installed: what it says of our signatures was not asked');
}
const withOpenssl = hasOpenssl ? it : it.skip;

const SECRET = Buffer.alloc(32, 7);
const TEXT = 'gongkai-ledger/1\n2\n国办公开办函\n';
const SM2_OPTIONS = ['-rawin', '-digest', 'sm3', '-pkeyopt', 'distid:1234567812345678'];
const OPENSSL: Readonly<Record<Suite, readonly string[]>> = {
  'sha256-ed25519': ['-rawin'],
  'sm3-sm2': SM2_OPTIONS,
};

afterAll(removeDirectories);

describe.each(SUITES)('%s 算法套件', (suite) => {
  const signer = signerFrom(suite, SECRET);

  it('knows its own signature, and not that of another text or key', () => {
    const signature = signer.sign(TEXT);
    expect(signer.verify(TEXT, signature)).toBe(true);
    expect(signer.verify(`${TEXT} `, signature)).toBe(false);
    expect(signerFrom(suite, Buffer.alloc(32, 8)).verify(TEXT, signature)).toBe(false);
    expect(signer.verify(TEXT, Buffer.alloc(0))).toBe(false);
    expect(signer.verify(TEXT, signature.subarray(1))).toBe(false);
  });

  it('makes the same key of the same secret', () => {
    expect(signerFrom(suite, Buffer.from(SECRET)).pem).toBe(signer.pem);
    // Not in the range of a private key of SM2, and still a key.
    const last = signerFrom(suite, Buffer.alloc(32, 0xff));
    expect(last.verify(TEXT, last.sign(TEXT))).toBe(true);
  });

  withOpenssl('makes signatures that openssl believes, and none that it should not', () => {
    for (let round = 0; round < 10; round += 1) {
      const mine = signerFrom(suite, randomBytes(32));
      const text = randomBytes(40 + round).toString('base64');
      const files = written({ 'key.pem': mine.pem, text, other: `${text}.`, sig: mine.sign(text) });
      const args = ['-verify', '-pubin', '-inkey', files['key.pem'], '-sigfile', files.sig];
      const verify = (input: string): number | null =>
        spawnSync('openssl', ['pkeyutl', ...args, '-in', input, ...OPENSSL[suite]]).status;
      expect(verify(files.text)).toBe(0);
      expect(verify(files.other)).not.toBe(0);
    }
  });
});

withOpenssl('believes a signature that openssl made with SM2 and the same key', () => {
  // An EC private key of RFC 5915 with the scalar that 32 bytes of 7 give (they are in the range).
  const signer = signerFrom('sm3-sm2', SECRET);
  const scalar = Buffer.from(SECRET);
  scalar.writeUInt8(8, 31);
  const der = Buffer.concat([
    Buffer.from('30770201010420', 'hex'),
    scalar,
    Buffer.from('a00a06082a811ccf5501822da144034200', 'hex'),
    signer.publicKey,
  ]);
  const pem = `-----BEGIN EC PRIVATE KEY-----\n${der.toString('base64')}\n-----END EC PRIVATE KEY-----\n`;
  for (let round = 0; round < 10; round += 1) {
    const text = randomBytes(40 + round).toString('base64');
    const files = written({ 'key.pem': pem, text });
    const args = ['-sign', '-inkey', files['key.pem'], '-in', files.text, ...SM2_OPTIONS];
    const signature = execFileSync('openssl', ['pkeyutl', ...args]);
    expect(signer.verify(text, signature)).toBe(true);
    expect(signer.verify(`${text}.`, signature)).toBe(false);
  }
});

function written<Name extends string>(files: Record<Name, string | Buffer>): Record<Name, string> {
  const folder = temporaryDirectory();
  const paths = Object.entries<string | Buffer>(files).map(([name, content]) => {
    writeFileSync(join(folder, name), content);
    return [name, join(folder, name)];
  });
  return Object.fromEntries(paths) as Record<Name, string>;
}
