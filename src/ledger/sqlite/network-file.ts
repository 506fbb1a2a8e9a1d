import { statfsSync } from 'node:fs';

import { LedgerStopped } from '../ledger.js';

/** The numbers by which Linux names its file systems (statfs(2)). */
const NETWORK_FILE_SYSTEMS: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB2'],
  [0x564c, 'NCP'],
  [0x01021997, '9P'],
  [0x5346414f, 'AFS'],
  [0x00c36400, 'Ceph'],
]);

/**
 * Refuses to write where locks and flushes are promises of another machine: two writers would both
 * be let in, and an acknowledged event could be lost. Only Linux tells; elsewhere nothing is asked.
 */
export function refuseNetworkFile(file: string, typeOf = fileSystemType): void {
  if (process.platform !== 'linux') return;
  const name = NETWORK_FILE_SYSTEMS.get(typeOf(file));
  if (name === undefined || process.env['GONGKAI_ALLOW_NETWORK_DISK'] === '1') return;
  throw new LedgerStopped(
    `${file} is on a network file system (${name}), where neither locks nor flushes can be relied ` +
      'on: keep it on a local disk, or set GONGKAI_ALLOW_NETWORK_DISK=1 at your own risk',
  );
}

function fileSystemType(file: string): number {
  return statfsSync(file).type;
}
