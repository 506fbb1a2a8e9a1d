import { isAddressable, isPrintable, oneLineEnd } from '../../src/kernel/text.js';

describe('oneLineEnd', () => {
  it('makes a line feed of every line end', () => {
    expect(oneLineEnd('一\r\n二\r三\n四')).toBe('一\n二\n三\n四');
  });
});

describe('isPrintable', () => {
  it('holds for line ends, tabs and rare characters', () => {
    expect(isPrintable('上\n下\t右𠮷')).toBe(true);
  });

  it.each(['\u0000', '\u0008', '\u000b', '\r', '\u001f', '\u007f', '\ud842', '\udfb7'])(
    'does not hold for %j',
    (bad) => {
      expect(isPrintable(`a${bad}b`)).toBe(false);
    },
  );
});

describe('isAddressable', () => {
  it.each(['2021-1', '〔2021〕1号', '...', '.1', '一/二'])('holds for %s', (number) => {
    expect(isAddressable(number)).toBe(true);
  });

  it.each(['', ' ', '.', '..', ' .. ', '\u3000'])('does not hold for “%s”', (number) => {
    expect(isAddressable(number)).toBe(false);
  });

  it('refuses exactly the two that an address swallows', () => {
    for (const number of ['.', '..', '...', '.1']) {
      const { pathname } = new URL(`http://localhost/a/${encodeURIComponent(number)}/b`);
      expect(pathname === `/a/${number}/b`).toBe(isAddressable(number));
    }
  });
});
