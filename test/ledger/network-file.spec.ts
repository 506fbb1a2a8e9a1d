import { LedgerStopped } from '../../src/ledger/ledger.js';
import { refuseNetworkFile } from '../../src/ledger/sqlite/network-file.js';

const NFS = 0x6969;
const EXT4 = 0xef53;

describe('refuseNetworkFile', () => {
  afterEach(() => {
    delete process.env['GONGKAI_ALLOW_NETWORK_DISK'];
  });
  const onLinux = process.platform === 'linux' ? it : it.skip;

  onLinux('refuses a file on a network file system, by its name and with a way out', () => {
    expect(() => refuseNetworkFile('ledger.db', () => NFS)).toThrow(LedgerStopped);
    expect(() => refuseNetworkFile('ledger.db', () => NFS)).toThrow(/NFS.*local disk/);
    expect(() => refuseNetworkFile('ledger.db', () => EXT4)).not.toThrow();
  });

  onLinux('lets in whoever insists', () => {
    process.env['GONGKAI_ALLOW_NETWORK_DISK'] = '1';
    expect(() => refuseNetworkFile('ledger.db', () => NFS)).not.toThrow();
  });
});
