import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
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

  it('leaves what was there, and nothing else, when it fails', async () => {
    // A folder of that name cannot be replaced by a file.
    const taken = join(folder, 'taken');
    mkdirSync(join(taken, 'inside'), { recursive: true });
    await expect(replaceFile(taken, '新')).rejects.toThrow();
    expect(readdirSync(taken)).toEqual(['inside']);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
