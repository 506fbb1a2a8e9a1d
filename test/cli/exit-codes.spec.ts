import { failureOf } from '../../src/cli/exit-codes.js';
import { LedgerStopped } from '../../src/ledger/ledger.js';

describe('the advice of a ledger that has stopped', () => {
  it.each(['磁盘和文件夹的权限', '用户密码和 CA 证书'])('names %s, whatever the store', (what) => {
    const { exit, code, says } = failureOf(new LedgerStopped('127.0.0.1:2113 refused: denied'));
    expect({ exit, code }).toEqual({ exit: 3, code: 'ledger/stopped' });
    expect(says).toContain('refused: denied');
    expect(says).toContain(what);
  });
});
