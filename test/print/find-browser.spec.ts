import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../../bin/find-browser.js';

describe('findBrowser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'find-browser-'));
  const environment = { ...process.env };
  beforeEach(() => {
    delete process.env['CHROMIUM_PATH'];
    process.env['PATH'] = `${folder}:/usr/bin:/bin`;
  });
  afterEach(() => {
    process.env = { ...environment };
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const program = (name: string, body: string): string => {
    const file = join(folder, name);
    writeFileSync(file, `#!/bin/sh\n${body}\n`);
    chmodSync(file, 0o755);
    return file;
  };

  it('takes the browser that CHROMIUM_PATH names before any other', async () => {
    const named = program('my-browser', 'echo Chromium 150.0.7871.100 built on Debian');
    process.env['CHROMIUM_PATH'] = named;
    expect(await findBrowser()).toEqual({
      kind: 'named',
      path: named,
      version: '150.0.7871.100',
      environment: {},
    });
  });

  it('never falls back when the named browser does not start', async () => {
    process.env['CHROMIUM_PATH'] = program('broken', 'echo libnss3.so: not found >&2; exit 127');
    await expect(findBrowser()).rejects.toThrow(/CHROMIUM_PATH=.*libnss3\.so.*改正/);
  });

  it('takes a system browser that starts, and passes over one that does not and a snap', async () => {
    program('chromium', 'exit 1');
    program('chromium-browser', 'exec /snap/bin/chromium "$@"');
    const works = program('google-chrome', 'echo Google Chrome 149.0.1.2');
    expect(await findBrowser()).toMatchObject({ kind: 'system', path: works });
  });

  it('gives the npm browser a font to fall back on, for a machine that has none', async () => {
    // Without one, Chromium refuses the fonts that a page brings, and prints nothing.
    process.env['PATH'] = mkdtempSync(join(folder, 'nothing-'));
    const { kind, environment } = await findBrowser();
    if (kind !== 'npm') {
      console.warn(`skipped: this machine has a ${kind} browser outside its PATH`);
      return;
    }
    const configuration = readFileSync(environment['FONTCONFIG_FILE'] ?? '', 'utf8');
    const fonts = /<dir>(.+)<\/dir>/.exec(configuration)?.[1] ?? '';
    expect(readdirSync(fonts).filter((file) => file.endsWith('.ttf'))).not.toEqual([]);
    expect(configuration).toContain('/etc/fonts/fonts.conf');
  });
});
