import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const CRUISER = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/**
 * What stands in the small house before anything is planted. Each may be imported by some floor.
 */
const HOUSE: Readonly<Record<string, string>> = {
  'src/kernel/decider.ts': 'export type Refusal = { refused: string };',
  'src/kernel/local-date.ts': imports('./decider.js'),
  'src/requests/domain/request.events.ts': imports('../../kernel/decider.js'),
  'src/requests/domain/request.decider.ts': imports('./request.events.js'),
  'src/requests/register-request.handler.ts': imports('./domain/request.decider.js'),
  'src/requests/requests.module.ts': imports('./register-request.handler.js'),
  'src/agencies/domain/agency.events.ts': imports('../../kernel/decider.js'),
  'src/ledger/ledger.ts': imports('../kernel/decider.js'),
  'src/csv/csv-file.ts': imports('../kernel/decider.js'),
  'src/read-models/register.ts': imports('../kernel/decider.js'),
  'src/words/refusals.ts': imports('../kernel/decider.js'),
  'src/http/controller.ts': imports('../kernel/decider.js'),
  'src/cli/register.ts': imports('../kernel/decider.js'),
  'src/print/letter.ts': imports('../kernel/decider.js'),
  'src/app.module.ts': imports('./requests/requests.module.js'),
  'verifier/verify.ts': imports('node:crypto'),
  'projections/register.projection.ts': imports('../src/requests/domain/request.events.js'),
  'web/src/api.ts': 'export const get = () => {};',
  'test/support/builder.ts': imports('../../src/kernel/decider.js'),
  'node_modules/@nestjs/common/package.json': '{ "name": "@nestjs/common", "main": "index.js" }',
  'node_modules/@nestjs/common/index.js': 'exports.Inject = () => {};',
  'node_modules/fast-check/package.json': '{ "name": "fast-check", "main": "index.js" }',
  'node_modules/fast-check/index.js': 'exports.assert = () => {};',
  'package.json': JSON.stringify({
    dependencies: { '@nestjs/common': '*' },
    devDependencies: { 'fast-check': '*' },
  }),
};

/** A file that breaks one rule, the rule, and the import that breaks it. */
const BREACHES: readonly (readonly [rule: string, file: string, imported: string])[] = [
  ['kernel-imports-nothing', 'src/kernel/a.ts', '../ledger/ledger.js'],
  ['kernel-imports-nothing', 'src/kernel/b.ts', 'node:crypto'],
  ['kernel-imports-nothing', 'src/kernel/c.ts', '@nestjs/common'],
  ['domain-is-pure', 'src/requests/domain/a.ts', '@nestjs/common'],
  ['domain-is-pure', 'src/requests/domain/b.ts', 'node:fs'],
  ['domain-is-pure', 'src/requests/domain/c.ts', '../../ledger/ledger.js'],
  ['domain-is-pure', 'src/requests/domain/d.ts', '../../../projections/register.projection.js'],
  [
    'slices-meet-through-events',
    'src/agencies/domain/a.ts',
    '../../requests/domain/request.decider.js',
  ],
  ['slices-meet-through-events', 'src/agencies/a.handler.ts', '../requests/requests.module.js'],
  [
    'slices-meet-through-events',
    'src/agencies/b.handler.ts',
    '../requests/domain/request.decider.js',
  ],
  ['projections-fold-events', 'projections/a.ts', '../src/requests/domain/request.decider.js'],
  ['projections-fold-events', 'projections/b.ts', '../src/ledger/ledger.js'],
  ['projections-fold-events', 'projections/c.ts', '@nestjs/common'],
  ['ledger-knows-no-domain', 'src/ledger/a.ts', '../requests/domain/request.events.js'],
  ['ledger-knows-no-domain', 'src/ledger/b.ts', '../../projections/register.projection.js'],
  ['calendar-knows-the-kernel', 'src/calendar/a.ts', '../requests/domain/request.events.js'],
  ['office-files-know-nobody', 'src/office-files/a.ts', '../kernel/decider.js'],
  ['csv-knows-no-domain', 'src/csv/a.ts', '../requests/domain/request.events.js'],
  ['read-models-fold-projections', 'src/read-models/a.ts', '../requests/domain/request.decider.js'],
  ['read-models-fold-projections', 'src/read-models/b.ts', '../requests/requests.module.js'],
  ['words-name-codes', 'src/words/a.ts', '../ledger/ledger.js'],
  ['words-run-nothing', 'src/words/b.ts', '../requests/domain/request.decider.js'],
  ['words-are-for-people', 'src/requests/a.handler.ts', '../words/refusals.js'],
  ['words-are-for-people', 'src/read-models/c.ts', '../words/refusals.js'],
  ['edges-are-strangers', 'src/http/a.ts', '../cli/register.js'],
  ['edges-are-strangers', 'src/print/a.ts', '../http/controller.js'],
  ['nothing-imports-the-edge', 'src/requests/b.handler.ts', '../http/controller.js'],
  ['nothing-imports-the-edge', 'src/ledger/c.ts', '../cli/register.js'],
  ['nothing-imports-the-top', 'src/http/b.ts', '../app.module.js'],
  ['not-to-test', 'src/requests/c.handler.ts', '../../test/support/builder.js'],
  ['not-to-dev-tools', 'src/requests/d.handler.ts', 'fast-check'],
  ['verifier-is-a-stranger', 'verifier/a.ts', '../src/ledger/ledger.js'],
  ['verifier-is-a-stranger', 'verifier/b.ts', '@nestjs/common'],
  ['page-is-a-stranger', 'web/src/a.ts', '../../src/http/controller.js'],
  ['page-is-a-stranger', 'web/src/b.ts', 'node:fs'],
  ['nobody-imports-the-page', 'src/http/c.ts', '../../web/src/api.js'],
  ['verifier-is-started', 'src/cli/d.ts', '../../verifier/verify.js'],
  ['no-dead-ends', 'src/requests/e.handler.ts', './nowhere.js'],
];

/** The same neighbours, in the directions the floors allow. */
const LAWFUL: readonly (readonly [file: string, ...imported: string[]])[] = [
  [
    'src/agencies/domain/ok.ts',
    '../../kernel/decider.js',
    '../../requests/domain/request.events.js',
  ],
  [
    'src/agencies/ok.handler.ts',
    '@nestjs/common',
    'node:crypto',
    './domain/agency.events.js',
    '../requests/domain/request.events.js',
    '../kernel/decider.js',
    '../ledger/ledger.js',
    '../csv/csv-file.js',
    '../read-models/register.js',
  ],
  ['projections/ok.ts', '../src/requests/domain/request.events.js', './register.projection.js'],
  ['src/ledger/ok.ts', 'node:fs', '@nestjs/common', '../kernel/decider.js'],
  ['src/csv/ok.ts', 'node:fs', '../kernel/decider.js', '../ledger/ledger.js'],
  [
    'src/read-models/ok.ts',
    '../../projections/register.projection.js',
    '../requests/domain/request.events.js',
    '../ledger/ledger.js',
  ],
  ['src/cli/ok.ts', './register.js', '../words/refusals.js', '../requests/requests.module.js'],
  ['src/http/ok.ts', '../words/refusals.js', '../read-models/register.js', '../csv/csv-file.js'],
  // `src/cli.ts` is the top although `src/cli/` is an edge.
  [
    'src/cli.ts',
    './app.module.js',
    './cli/register.js',
    './print/letter.js',
    './words/refusals.js',
  ],
  ['src/main.ts', './app.module.js', './http/controller.js', './ledger/ledger.js'],
  ['test/ok.spec.ts', '../src/app.module.js', '../src/http/controller.js', './support/builder.js'],
  ['web/src/ok.ts', './api.js'],
  ['test/web.spec.ts', '../web/src/api.js'],
  ['verifier/ok.ts', 'node:fs', './verify.js'],
  ['test/alone.spec.ts'],
];

describe('the floors of ARCHITECTURE.md', () => {
  let found: readonly string[] = [];

  beforeAll(() => {
    found = cruise((folder) => {
      for (const [file, text] of Object.entries(HOUSE)) write(folder, file, text);
      for (const [, file, imported] of BREACHES) write(folder, file, imports(imported));
      for (const [file, ...imported] of LAWFUL) write(folder, file, imports(...imported));
      write(folder, 'src/words/ok.ts', typeImport('../requests/domain/request.decider.js'));
      write(folder, 'src/requests/domain/heads.ts', typeImport('./tails.js'));
      write(folder, 'src/requests/domain/tails.ts', typeImport('./heads.js'));
      write(folder, 'src/print/alone.ts', 'export const alone = true;');
    });
  });

  it.each(BREACHES)('%s: %s must not import %s', (rule, file) => {
    expect(found).toContain(`${rule}: ${file}`);
  });

  it('no-cycles: a circle of types alone is a circle', () => {
    expect(found).toContain('no-cycles: src/requests/domain/heads.ts');
  });

  it('no-orphans: a file outside every import is dead', () => {
    expect(found).toContain('no-orphans: src/print/alone.ts');
  });

  it.each([...LAWFUL.map(([file]) => file), 'src/words/ok.ts'])('%s is lawful', (file) => {
    expect(found.filter((report) => report.endsWith(` ${file}`))).toEqual([]);
  });

  it('reports nothing but what was planted', () => {
    const planted = new Set([
      ...BREACHES.map(([, file]) => file),
      'src/requests/domain/heads.ts',
      'src/requests/domain/tails.ts',
      'src/print/alone.ts',
    ]);
    expect(found.filter((report) => !planted.has(report.replace(/^.* /, '')))).toEqual([]);
  });

  it('has a planted breach for every rule', () => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- The config is CommonJS.
    const config = require('../../.dependency-cruiser.cjs') as { forbidden: { name: string }[] };
    const reported = new Set(found.map((report) => report.replace(/: .*$/, '')));
    expect(config.forbidden.map(({ name }) => name).filter((name) => !reported.has(name))).toEqual(
      [],
    );
  });
});

/**
 * Builds a house in a temporary folder and answers `rule: file` for every breach reported there.
 */
function cruise(build: (folder: string) => void): string[] {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'floors-')));
  try {
    for (const config of ['.dependency-cruiser.cjs', 'tsconfig.json']) {
      cpSync(join(ROOT, config), join(folder, config));
    }
    build(folder);
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [
        CRUISER,
        '--config',
        '.dependency-cruiser.cjs',
        '-T',
        'json',
        'src',
        'projections',
        'verifier',
        'web/src',
        'test',
      ],
      { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    );
    if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser did not report: ${stderr}`);
    const report = JSON.parse(stdout) as {
      summary: { violations: { from: string; rule: { name: string } }[] };
    };
    return report.summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function imports(...paths: readonly string[]): string {
  const statements = paths.map((path, index) => `import * as n${index} from '${path}';`);
  return [...statements, `export const used = [${paths.map((_, index) => `n${index}`).join()}];`]
    .map((line) => `${line}\n`)
    .join('');
}

function typeImport(path: string): string {
  return `import type * as n from '${path}';\nexport type Used = typeof n;\n`;
}

function write(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}
