#!/usr/bin/env node
'use strict';

const { existsSync } = require('node:fs');
const { join } = require('node:path');

// Legal dates never pass through the machine's zone; what is shown of instants should still be
// Shanghai's.
process.env.TZ = 'Asia/Shanghai';

const cli = join(__dirname, '..', 'dist', 'src', 'cli.js');
if (existsSync(cli)) {
  require(cli);
} else {
  console.error('程序还没有编译，请先运行 npm run build。');
  process.exitCode = 2;
}
