import { failureOf } from '../../src/cli/exit-codes.js';
import { LedgerFull, LedgerStopped, LedgerUnreachable } from '../../src/ledger/ledger.js';
import { Unscrubbed } from '../../src/ledger/vault/scrub.js';

describe('the advice of a ledger that has stopped', () => {
  it.each(['磁盘和文件夹的权限', '用户密码和 CA 证书'])('names %s, whatever the store', (what) => {
    const { exit, code, says } = failureOf(new LedgerStopped('127.0.0.1:2113 refused: denied'));
    expect({ exit, code }).toEqual({ exit: 3, code: 'ledger/stopped' });
    expect(says).toContain('refused: denied');
    expect(says).toContain(what);
  });
});

describe('what a failure says of the entry that was being made', () => {
  it('is that it is not known, where nobody knows', () => {
    const { says } = failureOf(new LedgerUnreachable('no answer'));
    expect(says).toContain('是否已经登记还不知道');
  });

  it('is nothing, where the command only read', () => {
    for (const error of [new LedgerUnreachable('no answer'), new LedgerFull('full')]) {
      const { exit, says } = failureOf(error, true);
      expect(exit).toBe(3);
      expect(says).not.toContain('登记');
    }
  });

  it('does not deny what a full disk still took in', () => {
    const { says } = failureOf(new LedgerFull('full'));
    expect(says).toContain('已经写入的留在台账里');
    expect(says).toContain('已登记的不会重复');
  });
});

it('a full disk is exit 3, whichever file met it', () => {
  const error = Object.assign(new Error('no space'), { code: 'ENOSPC', path: '/x' });
  expect(failureOf(error)).toMatchObject({ exit: 3, code: 'file/ENOSPC' });
});

it('an erasure whose bytes wait to be scrubbed is not called undone', () => {
  const { exit, code, says } = failureOf(new Unscrubbed('read'));
  expect({ exit, code }).toEqual({ exit: 3, code: 'keys/unscrubbed' });
  expect(says).toContain('密钥已经销毁（或者轮换）并记入台账');
  expect(says).not.toContain('没有登记');
});
