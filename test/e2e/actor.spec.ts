import { actorAt } from '../../src/open-session.js';

describe('the actor of a command of the CLI', () => {
  it('is the user of the operating system', () => {
    expect(actorAt(() => ({ username: 'zhang' }))).toBe('cli:zhang');
  });

  it('is their number where the system has no name for it', () => {
    const nameless = () => {
      throw new Error('uv_os_get_passwd returned ENOENT');
    };
    expect(actorAt(nameless)).toBe(`cli:uid-${String(process.getuid?.() ?? 'unknown')}`);
  });
});
