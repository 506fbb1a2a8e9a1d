import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { ensurePrivateDirectory } from '../sqlite/private-file.js';
import type { Mode } from '../sqlite/database.js';
import { makeKeyFile, readKeyFile } from '../vault/key-file.js';
import { SUITES, signerFrom, type Signer, type Suite } from './suites.js';

/** 签名密钥: one for each suite, read when it is first asked for. */
export type SigningKeys = (suite: Suite) => Signer;

/**
 * The keys lie beside those of the vault as `sign-<suite>`, 32 random bytes each. A writer makes
 * those that are not there, unless `mustExist`: somebody else has already signed with them, so that
 * a new one would only hide that they are lost. Throws LedgerStopped for one that is missing or damaged.
 */
export function openSigningKeys(directory: string, mode: Mode, mustExist: boolean): SigningKeys {
  const fileOf = (suite: Suite): string => join(directory, `sign-${suite}`);
  if (mode === 'write' && !mustExist) {
    ensurePrivateDirectory(directory);
    for (const file of SUITES.map(fileOf)) if (!existsSync(file)) makeKeyFile(file);
  }
  const signers = new Map<Suite, Signer>();
  return (suite) => {
    const signer = signers.get(suite) ?? signerFrom(suite, readKeyFile(fileOf(suite)));
    signers.set(suite, signer);
    return signer;
  };
}
