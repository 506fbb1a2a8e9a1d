'use strict';

/**
 * Finds the browser that prints. Plain CommonJS, because npm runs it after installing, before
 * anything is compiled. Order: CHROMIUM_PATH, a Chromium on the system (it gets security updates),
 * the one that came from npm.
 */
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { pipeline } = require('node:stream/promises');
const zlib = require('node:zlib');

const ROOT = path.join(__dirname, '..');
const VERSION_TIMEOUT_MS = 15_000;
const NAMES = [
  'chromium',
  'chromium-browser',
  'chromium-headless-shell',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
];
const PLACES = [
  '/usr/lib/chromium/chromium',
  '/usr/lib64/chromium-browser/chromium-browser',
  '/opt/google/chrome/chrome',
  '/opt/chromium/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
/** The libraries that the npm Chromium needs and a bare server may lack, by what installs them. */
const INSTALL_LIBRARIES =
  'Debian/Ubuntu: apt-get install -y libnss3 libnspr4 libexpat1 · RHEL/openEuler/Kylin: yum install -y nss nspr expat';
const INSTALL_BROWSER =
  'Debian/Ubuntu: apt-get install -y chromium · RHEL/openEuler/Kylin: yum install -y chromium';

async function findBrowser() {
  const wanted = process.env['CHROMIUM_PATH'];
  if (wanted !== undefined && wanted !== '') {
    const answer = await versionOf(wanted);
    // The operator named one browser: printing quietly with another would hide the mistake.
    if (answer.version === null) {
      throw new Error(
        `CHROMIUM_PATH=${wanted} 无法启动：${answer.why}。请改正该路径，或取消这一设置。`,
      );
    }
    return { kind: 'named', path: wanted, version: answer.version, environment: {} };
  }
  for (const candidate of systemCandidates()) {
    const { version } = await versionOf(candidate);
    if (version !== null) return { kind: 'system', path: candidate, version, environment: {} };
  }
  return npmBrowser();
}

function systemCandidates() {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((it) => it !== '');
  const found = [...NAMES.flatMap((name) => folders.map((it) => path.join(it, name))), ...PLACES];
  return [...new Set(found)].filter((it) => isProgram(it) && !isSnap(it));
}

function isProgram(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

/** A snap may read neither /tmp nor hidden folders, so it can print nothing for us. */
function isSnap(file) {
  const real = fs.realpathSync(file);
  if (real === '/usr/bin/snap' || real.startsWith('/snap/')) return true;
  const { size } = fs.statSync(real);
  return size < 10_000 && fs.readFileSync(real, 'utf8').includes('/snap/bin/');
}

/** Asks a browser for its version, which also shows that its libraries are there. */
function versionOf(file, environment = {}) {
  // Windows browsers answer --version by opening a window.
  if (process.platform === 'win32') return Promise.resolve({ version: 'unknown', why: '' });
  return new Promise((resolve) => {
    const child = spawn(file, ['--version'], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: VERSION_TIMEOUT_MS,
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => (out += chunk));
    child.stderr.on('data', (chunk) => (err += chunk));
    child.on('error', (error) => resolve({ version: null, why: error.message }));
    child.on('close', (code) => {
      const version = code === 0 ? (/\d+(\.\d+){2,3}/.exec(out)?.[0] ?? null) : null;
      resolve({ version, why: err.trim().split('\n')[0] || `exit code ${code}` });
    });
  });
}

async function npmBrowser() {
  const packed = npmPackage();
  if (packed === null) {
    throw new Error(
      `没有找到可用于打印的浏览器。请安装 Chromium（${INSTALL_BROWSER}），或用 CHROMIUM_PATH 指明其路径。`,
    );
  }
  const folder = await unpacked(packed);
  const file = path.join(folder, 'chromium');
  // The system's own libraries come first: they get security updates, the packed ones do not.
  const fonts = { FONTCONFIG_FILE: path.join(folder, 'fonts.conf') };
  const choices = [fonts, { ...fonts, LD_LIBRARY_PATH: path.join(folder, 'lib') }];
  let why = '';
  for (const environment of choices) {
    const answer = await versionOf(file, environment);
    if (answer.version !== null) {
      return { kind: 'npm', path: file, version: answer.version, environment };
    }
    why = why || answer.why;
  }
  throw new Error(`npm 自带的 Chromium 无法启动：${why}。请安装系统库：${INSTALL_LIBRARIES}`);
}

function npmPackage() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  try {
    // The package exports no package.json, so its folder is found upwards from its entry.
    let base = path.dirname(require.resolve('@sparticuz/chromium', { paths: [ROOT] }));
    while (!fs.existsSync(path.join(base, 'bin', 'chromium.br'))) {
      if (base === path.dirname(base)) return null;
      base = path.dirname(base);
    }
    const { version } = JSON.parse(fs.readFileSync(path.join(base, 'package.json'), 'utf8'));
    return { bin: path.join(base, 'bin'), version };
  } catch {
    return null;
  }
}

/**
 * The folder with the unpacked browser, unpacking it on first use into the first place we may write
 * to.
 */
async function unpacked({ bin, version }) {
  const name = `browser-${version}`;
  const places = cachePlaces().map((it) => ({ ...it, final: path.join(it.folder, name) }));
  const ready = places.find(({ final, shared }) => isOurs(final, shared));
  if (ready !== undefined) return ready.final;

  const problems = [];
  for (const { folder, final, shared } of places) {
    try {
      fs.mkdirSync(folder, { recursive: true, mode: shared ? 0o755 : 0o700 });
      return await unpackInto(bin, folder, final, shared);
    } catch (error) {
      problems.push(`${folder}: ${error.message}`);
    }
  }
  throw new Error(
    `无法解开 npm 自带的 Chromium（${problems.join('；')}）。请检查磁盘空间和写权限。`,
  );
}

function cachePlaces() {
  const home = process.env['XDG_CACHE_HOME'] || path.join(os.homedir(), '.cache');
  return [
    // As trusted as the rest of node_modules, and readable to the service when root installed it.
    { folder: path.join(ROOT, 'node_modules', '.cache', 'gongkai-ledger'), shared: true },
    { folder: path.join(home, 'gongkai-ledger'), shared: false },
    {
      folder: path.join(os.tmpdir(), `gongkai-ledger-${process.getuid?.() ?? 0}`),
      shared: false,
    },
  ];
}

/**
 * A folder in /tmp that somebody else made, or may write to, is not a place to start programs from.
 */
function isOurs(folder, shared) {
  if (!isProgram(path.join(folder, 'chromium'))) return false;
  if (shared) return true;
  const { uid, mode } = fs.statSync(path.dirname(folder));
  return uid === process.getuid?.() && (mode & 0o022) === 0;
}

async function unpackInto(bin, folder, final, shared) {
  const temporary = fs.mkdtempSync(path.join(folder, 'unpacking-'));
  try {
    const target = path.join(temporary, 'chromium');
    await pipeline(
      fs.createReadStream(path.join(bin, 'chromium.br')),
      zlib.createBrotliDecompress(),
      fs.createWriteStream(target, { mode: shared ? 0o755 : 0o700 }),
    );
    fs.mkdirSync(path.join(temporary, 'lib'));
    const libraries = zlib.brotliDecompressSync(fs.readFileSync(path.join(bin, 'al2023.tar.br')));
    for (const { name, content } of filesOfTar(libraries)) {
      fs.writeFileSync(path.join(temporary, 'lib', path.basename(name)), content, { mode: 0o755 });
    }
    unpackFonts(bin, temporary, final);
    if (shared) fs.chmodSync(temporary, 0o755);
    renameUnlessThere(temporary, final);
    return final;
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true });
  }
}

/**
 * Where the system has no font at all, the browser has none to fall back on and then refuses those
 * that a page brings. The system's own, if any, are still seen.
 */
function unpackFonts(bin, temporary, final) {
  fs.mkdirSync(path.join(temporary, 'fonts'));
  const archive = zlib.brotliDecompressSync(fs.readFileSync(path.join(bin, 'fonts.tar.br')));
  for (const { name, content } of filesOfTar(archive)) {
    if (!name.endsWith('.ttf')) continue;
    fs.writeFileSync(path.join(temporary, 'fonts', path.basename(name)), content, { mode: 0o644 });
  }
  const configuration = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    '  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>',
    `  <dir>${xml(path.join(final, 'fonts'))}</dir>`,
    '  <cachedir prefix="xdg">fontconfig</cachedir>',
    '</fontconfig>',
    '',
  ];
  fs.writeFileSync(path.join(temporary, 'fonts.conf'), configuration.join('\n'), { mode: 0o644 });
}

function xml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Two processes may unpack at once: the first to finish wins, and both have the same bytes. */
function renameUnlessThere(temporary, final) {
  try {
    fs.renameSync(temporary, final);
  } catch (error) {
    if (!isProgram(path.join(final, 'chromium'))) throw error;
  }
}

/** The plain files of a ustar archive: all that the package uses of the format. */
function* filesOfTar(tar) {
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
    const name = tar.toString('utf8', at, at + 100).replace(/\0.*$/s, '');
    const size = parseInt(tar.toString('latin1', at + 124, at + 136), 8);
    const type = tar.toString('latin1', at + 156, at + 157);
    if (type === '0' || type === '\0') {
      yield { name, content: tar.subarray(at + 512, at + 512 + size) };
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

module.exports = { findBrowser, INSTALL_BROWSER };
