import { projectFiles } from './project-files.js';
import { CHECKS, bannedWords, barrels, documentTitles, lockedHosts, longLines } from './tidy.js';

/** The only file that is left out: it holds the bad samples. */
const SAMPLES = 'test/house/tidy.spec.ts';

describe('the house is tidy', () => {
  const files = projectFiles().filter(({ path }) => path !== SAMPLES);

  it('looks at the sources, the documents and itself', () => {
    const paths = files.map(({ path }) => path);
    const some = ['src/kernel/decider.ts', 'package.json', 'test/house/tidy.ts', '.gitignore'];
    expect(paths).toEqual(expect.arrayContaining(some));
    expect(paths.filter((path) => /(^|\/)(node_modules|dist)\//.test(path))).toEqual([]);
  });

  it('has nothing to complain of', () => {
    expect(files.flatMap((file) => CHECKS.flatMap((check) => check(file)))).toEqual([]);
  });
});

describe('longLines', () => {
  it('counts code points, so that 汉字 and 𠮷 are one column each', () => {
    const path = 'src/a.ts';
    expect(longLines({ path, text: `ok\n${'字'.repeat(110)}\n${'𠮷'.repeat(110)}` })).toEqual([]);
    expect(longLines({ path, text: `ok\n${'字'.repeat(111)}` })).toEqual([
      'src/a.ts:2: more than 110 columns',
    ]);
  });

  it('leaves documents and tables alone', () => {
    expect(longLines({ path: 'README.md', text: 'x'.repeat(500) })).toEqual([]);
  });
});

describe('documentTitles', () => {
  const titles = (text: string): readonly string[] => documentTitles({ path: 'a.md', text });

  it('asks for one title', () => {
    expect(titles('# One\n\n## Part\n')).toEqual([]);
    expect(titles('## Part\n')).toEqual(['a.md:1: give the document one title, `# `']);
    expect(titles('# One\n\n# Two\n')).toEqual(['a.md:3: a second title: make it a `## `']);
  });

  it('does not take the comment of a shell for a title', () => {
    expect(titles('# One\n\n```sh\n# a year of events\n```\n')).toEqual([]);
    expect(titles('# One\n\n````md\n```\n# inner\n```\n````\n')).toEqual([]);
    expect(titles('# One\n\n```\n```\n# Two\n')).toHaveLength(1);
  });

  it('looks at documents only', () => {
    expect(documentTitles({ path: 'a.sh', text: '# a\n# b' })).toEqual([]);
  });
});

describe('bannedWords', () => {
  it.each([
    ['src/requests/a.ts', '// TODO: later', 'open an issue'],
    ['test/a.spec.ts', '/* FIXME */', 'open an issue'],
    ['src/a.ts', 'const a = b as any;', 'narrow from unknown'],
    ['src/a.ts', 'enum Kind { A }', 'union of string literals'],
    ['src/a.ts', 'export const enum Kind { A }', 'union of string literals'],
    ['projections/a.ts', 'export default {};', 'export by name'],
    ['src/kernel/a.ts', 'const now = new Date();', 'take it from the command'],
    ['src/requests/domain/a.ts', 'const now = Date.now();', 'take it from the command'],
    ['projections/a.ts', 'const now = new Date(0);', 'take it from the command'],
    ['src/read-models/a.ts', 'constructor(bus: EventBus) {}', 'read the ledger'],
    ['docs/a.md', 'It lies in /home/zhang/ledger.', 'no machine has this path'],
    ['bin/a.js', "require('/root/a')", 'no machine has this path'],
    ['.ci/run', 'cd /work/checkout', 'no machine has this path'],
    ['README.md', 'file:///work/checkout', 'no machine has this path'],
  ])('complains in %s of %s', (path, text, instead) => {
    const complaints = bannedWords({ path, text: `fine\n${text}\n` });
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toContain(`${path}:2: `);
    expect(complaints[0]).toContain(instead);
  });

  it.each([
    ['src/ledger/clock.ts', 'const now = new Date();'], // The ledger tells instants.
    ['src/requests/requests.module.ts', 'constructor(bus: EventBus) {}'],
    ['eslint.config.mjs', 'export default [];'],
    ['src/a.ts', '// Many enumerate; few as anybody can tell; todos los días.'],
    ['src/a.ts', "import { Worker } from '../work/home/worker.js';"],
    ['docs/a.md', 'https://example.org/home/page and src/work/ and ./root/'],
    ['docs/a.md', 'TODO is what an issue is for.'],
  ])('has no word against %s: %s', (path, text) => {
    expect(bannedWords({ path, text })).toEqual([]);
  });
});

describe('barrels', () => {
  it('complains of index.ts wherever it stands', () => {
    expect(barrels({ path: 'src/requests/index.ts', text: '' })).toHaveLength(1);
    expect(barrels({ path: 'index.ts', text: '' })).toHaveLength(1);
    expect(barrels({ path: 'src/requests/case-index.ts', text: '' })).toEqual([]);
  });
});

describe('lockedHosts', () => {
  const locked = (line: string): readonly string[] =>
    lockedHosts({ path: 'package-lock.json', text: `{\n${line}\n}` });

  it('complains of a package that comes from one office only', () => {
    expect(locked('"resolved": "http://mirror.local:4873/a/-/a-1.0.0.tgz",')).toEqual([
      'package-lock.json:2: resolved from mirror.local:4873: lock without hosts',
    ]);
    expect(locked('"resolved": "https://registry.npmjs.org.local/a.tgz"')).toHaveLength(1);
  });

  it('accepts the public registry, and no host at all', () => {
    expect(locked('"resolved": "https://registry.npmjs.org/a/-/a-1.0.0.tgz"')).toEqual([]);
    expect(locked('"version": "1.0.0"')).toEqual([]);
    expect(lockedHosts({ path: 'notes.json', text: '"resolved": "http://a/b"' })).toEqual([]);
  });
});
