#!/usr/bin/env node
'use strict';

/**
 * Runs after npm install: says in plain words what this machine still lacks, instead of failing at
 * the first print.
 */
const { findBrowser, INSTALL_BROWSER } = require('./find-browser.js');

const KINDS = { named: 'CHROMIUM_PATH', system: '系统自带', npm: 'npm 自带' };

function checkStore() {
  try {
    const Database = require('better-sqlite3');
    new Database(':memory:').close();
  } catch (error) {
    console.error(
      [
        `better-sqlite3 无法加载：${String(error.message).split('\n')[0]}`,
        '请先安装编译工具，再重新运行 npm ci；不能联网的机器，请从同系统、同版本 Node 的机器复制 node_modules：',
        '  Debian/Ubuntu:          apt-get install -y python3 make g++',
        '  RHEL/openEuler/Kylin:   yum install -y python3 make gcc-c++',
        'better-sqlite3 could not be loaded: install the packages above (a compiler) and run npm ci again.',
      ].join('\n'),
    );
    process.exitCode = 1;
  }
}

async function checkBrowser() {
  try {
    const { kind, path, version } = await findBrowser();
    console.log(`打印浏览器：Chromium ${version}（${KINDS[kind]}，${path}）`);
    if (kind === 'npm') {
      console.log(`  npm 自带的版本不再更新，正式使用请安装系统的 Chromium：${INSTALL_BROWSER}`);
    }
  } catch (error) {
    // Everything but printing works without a browser, so the installation stands.
    console.warn(`警告：暂时无法打印 PDF。${error.message}`);
  }
}

function checkFonts() {
  const packages = ['noto-serif-sc', 'noto-sans-sc', 'lxgw-wenkai'];
  const missing = packages.filter((it) => !resolves(`@fontsource/${it}/package.json`));
  if (missing.length > 0) {
    console.warn(`警告：缺少字体包 ${missing.join('、')}，请重新运行 npm ci。`);
    return;
  }
  console.log(
    '打印字体：优先用本机的方正小标宋、仿宋_GB2312、黑体、楷体_GB2312，没有时用思源宋体、思源黑体、霞鹜文楷。',
  );
}

function resolves(name) {
  try {
    require.resolve(name);
    return true;
  } catch {
    return false;
  }
}

checkStore();
void checkBrowser().then(checkFonts);
