// Runs the script of its first argument in a child process of a test, TypeScript the way jest does.
const Module = require('node:module');
const { resolve: resolvePath } = require('node:path');
const { transformFileSync } = require('@swc/core');

const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  // TypeScript's own rule: './x.js' in a source names './x.ts'.
  if (!/^\.{1,2}\/.*\.js$/.test(request)) return resolve.call(this, request, ...rest);
  try {
    return resolve.call(this, request.replace(/\.js$/, '.ts'), ...rest);
  } catch {
    return resolve.call(this, request, ...rest);
  }
};

Module._extensions['.ts'] = (module, file) => module._compile(transformFileSync(file).code, file);

process.argv.splice(1, 1);
require(resolvePath(process.argv[1]));
