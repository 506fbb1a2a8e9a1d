#!/usr/bin/env node
'use strict';

/** `npm start`: compiles when the sources are newer than what was compiled, then starts. */
const { spawnSync } = require('node:child_process');
const { existsSync, readdirSync, statSync } = require('node:fs');
const { dirname, join } = require('node:path');

process.env.TZ = 'Asia/Shanghai';

const root = join(__dirname, '..');
const main = join(root, 'dist', 'src', 'main.js');
const page = join(root, 'dist', 'web', 'index.html');

function newestIn(folder) {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile());
  return Math.max(
    0,
    ...files.map((entry) => statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs),
  );
}

function isStale(built, folders) {
  if (!existsSync(built)) return true;
  const { mtimeMs } = statSync(built);
  return folders
    .map((folder) => join(root, folder))
    .some((folder) => existsSync(folder) && newestIn(folder) > mtimeMs);
}

function run(program, ...args) {
  const { status } = spawnSync(process.execPath, [program, ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

if (isStale(main, ['src', 'projections', 'templates', 'samples'])) {
  console.log('正在编译……');
  // It empties dist, the page with it.
  run(require.resolve('@nestjs/cli/bin/nest.js'), 'build');
}
if (isStale(page, ['web'])) {
  console.log('正在编译网页……');
  const vite = join(dirname(require.resolve('vite/package.json')), 'bin', 'vite.js');
  run(vite, 'build', 'web', '--logLevel', 'warn');
}
require('./end-with-shell.js');
require(main);
