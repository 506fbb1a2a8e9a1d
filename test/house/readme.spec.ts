import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gongkai } from '../support/e2e/gongkai.js';
import { projectFiles } from './project-files.js';

const ROOT = join(__dirname, '..', '..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const CHINESE = readFileSync(join(ROOT, 'README.zh-CN.md'), 'utf8');

describe('what the READMEs promise', () => {
  it.each([
    ['README.md', README],
    ['README.zh-CN.md', CHINESE],
  ])('%s starts with the two commands', (_name, text) => {
    expect(text).toContain('npm ci && npm start');
    expect(text).toContain('npm ci && npm test');
  });

  it('every command they show is a command, and every command is shown', async () => {
    const { out } = await gongkai('--help');
    const known = [...out.matchAll(/^ {2}([a-z][a-z-]*) /gm)].map(([, name = '']) => name);
    expect(known.length).toBeGreaterThan(8);
    const shown = new Set(
      [
        ...`${README}\n${CHINESE}`.matchAll(
          /gongkai(?:\.js)?(?: --(?:data|agency) \S+)* ([a-z][a-z-]*)\b/g,
        ),
      ].map(([, name = '']) => name),
    );
    expect([...shown].filter((name) => !known.includes(name))).toEqual([]);
    const described = [...known].filter((name) => name !== 'help');
    expect(described.filter((name) => !new RegExp(`\\b${name}\\b`).test(README))).toEqual([]);
  });

  it('every environment variable they name is read somewhere', () => {
    const code = projectFiles()
      .filter(({ path }) => /^(src|bin)\//.test(path))
      .map(({ text }) => text)
      .join('\n');
    const named = new Set(
      `${README}\n${CHINESE}`.match(/\b(?:GONGKAI_[A-Z_]+|LEDGER_URL|CHROMIUM_PATH)\b/g),
    );
    expect([...named].filter((name) => !code.includes(name))).toEqual([]);
    expect(named.size).toBeGreaterThan(3);
  });
});
