import { passwordRefusal } from '../../src/access/domain/password.rules.js';

describe('密码', () => {
  it.each([
    ['access/password-too-short', '春江潮水连海平海上'],
    ['access/password-common', '1234567890'],
    ['access/password-common', 'Password123'],
    ['access/password-common', 'P@ssw0rd2025'],
    ['access/password-common', 'aaaaaaaaaaaa'],
    ['access/password-common', 'abcabcabcabc'],
    ['access/password-common', 'qwertyuiop12'],
    ['access/password-common', 'abcdefgh4321'],
    ['access/password-is-login-name', 'zhangsan2025'],
    ['access/password-too-long', '长'.repeat(129)],
  ])('is refused as %s: %s', (refused, password) => {
    expect(passwordRefusal(password, 'zhangsan')).toMatchObject({ refused });
  });

  const LONGEST = '春江潮水连海平，海上明月共潮生。'.repeat(8);

  it.each(['春江潮水连海平海上明', 'mei tian zao qi he cha', LONGEST, 'k7#vQ2!mZp'])(
    'may be anything else, whatever it is made of: %s',
    (password) => {
      expect(passwordRefusal(password, 'zhangsan')).toBeNull();
    },
  );
});
