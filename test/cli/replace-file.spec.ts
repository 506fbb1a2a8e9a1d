import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replaceFile } from '../../src/cli/replace-file.js';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('replaceFile', () => {
  it('makes the folder, writes the file, and replaces it whole', async () => {
    const file = join(folder, 'reports', '2021.json');
    await replaceFile(file, '旧');
    await replaceFile(file, '新');
    expect(readFileSync(file, 'utf8')).toBe('新');
    expect(readdirSync(join(folder, 'reports'))).toEqual(['2021.json']);
  });

  it('writes through a link, and never puts a file in the place of a device', async () => {
    const [file, link] = [join(folder, 'file'), join(folder, 'link')];
    await replaceFile(file, '旧');
    symlinkSync(file, link);
    await replaceFile(link, '新');
    expect(readFileSync(file, 'utf8')).toBe('新');
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    const device = join(folder, 'device');
    symlinkSync('/dev/null', device);
    await replaceFile(device, '新');
    expect(lstatSync(device).isSymbolicLink()).toBe(true);
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it('leaves what was there, and nothing else, when it fails', async () => {
    // A folder of that name cannot be replaced by a file.
    const taken = join(folder, 'taken');
    mkdirSync(join(taken, 'inside'), { recursive: true });
    await expect(replaceFile(taken, '新')).rejects.toThrow();
    expect(readdirSync(taken)).toEqual(['inside']);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
