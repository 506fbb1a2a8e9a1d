#!/usr/bin/env node
'use strict';

/** `npm start`: compiles when the sources are newer than what was compiled, then starts. */
const { spawnSync } = require('node:child_process');
const { existsSync, readdirSync, statSync } = require('node:fs');
const { join } = require('node:path');

process.env.TZ = 'Asia/Shanghai';

const root = join(__dirname, '..');
const main = join(root, 'dist', 'src', 'main.js');

function newestIn(folder) {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile());
  return Math.max(
    0,
    ...files.map((entry) => statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs),
  );
}

function isStale() {
  if (!existsSync(main)) return true;
  const built = statSync(main).mtimeMs;
  return ['src', 'projections', 'templates', 'samples']
    .map((folder) => join(root, folder))
    .some((folder) => existsSync(folder) && newestIn(folder) > built);
}

if (isStale()) {
  console.log('正在编译……');
  const nest = require.resolve('@nestjs/cli/bin/nest.js');
  const { status } = spawnSync(process.execPath, [nest, 'build'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
require('./end-with-shell.js');
require(main);
