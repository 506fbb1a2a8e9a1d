import { mkdtempSync, readFileSync, rmSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser } from 'puppeteer';
import type * as FindBrowser from '../../bin/find-browser.js';
import { PrintFailed } from '../annual-reports/report-printer.js';

type Finder = typeof FindBrowser;
type FoundBrowser = FindBrowser.FoundBrowser;

/**
 * Nothing here weakens the page's isolation; the npm package's own defaults do, and are not used.
 */
const ARGUMENTS = [
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  '--disable-gpu',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-sync',
  '--disable-quic',
  '--metrics-recording-only',
  '--mute-audio',
  // No name and no address resolves: whatever slips past the interception reaches nothing.
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

/** What the browser may know of our environment: never the keys of the ledger. */
const ENVIRONMENT =
  /^(PATH|HOME|LANG|LC_.*|TZ|TMPDIR|TEMP|TMP|XDG_.*|FONTCONFIG_.*|LD_LIBRARY_PATH)$/;

let found: Promise<FoundBrowser> | undefined;

/** The browser that will print, looked for once in a process. Rejects with what to install. */
function findBrowser(): Promise<FoundBrowser> {
  const file = join(projectFolder(), 'bin', 'find-browser.js');
  const finder = createRequire(__filename)(file) as Finder;
  found ??= finder.findBrowser().catch((error: unknown) => {
    found = undefined;
    throw new PrintFailed(error instanceof Error ? error.message : String(error), { cause: error });
  });
  return found;
}

/** Starts a browser with an empty profile of its own, which is removed when the browser ends. */
export async function startBrowser(timeoutMs: number): Promise<Browser> {
  const { path, environment } = await findBrowser();
  const profile = mkdtempSync(join(tmpdir(), 'gongkai-print-'));
  const removeProfile = (): void => {
    process.off('exit', removeProfile);
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  };
  process.on('exit', removeProfile);
  // Loaded only to print: most commands do not, and it is a large part of what they would load.
  const { launch } = await import('puppeteer');
  try {
    const browser = await launch({
      executablePath: path,
      headless: 'shell',
      // A pipe, because a debugging port would be open to everybody on the machine.
      pipe: true,
      userDataDir: profile,
      args: [...ARGUMENTS, ...extraArguments()],
      env: { ...ownEnvironment(), ...environment },
      timeout: timeoutMs,
      protocolTimeout: timeoutMs,
      // The server closes its printer itself; the library's handlers would end the process first.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    browser.on('disconnected', removeProfile);
    return browser;
  } catch (error) {
    removeProfile();
    throw new PrintFailed(launchAdvice(path, error), { cause: error });
  }
}

function extraArguments(): string[] {
  const extra = (process.env['GONGKAI_CHROMIUM_ARGS'] ?? '').split(/\s+/).filter((it) => it !== '');
  // Chromium refuses to start its sandbox as root; for everyone else the sandbox stays.
  return process.getuid?.() === 0 ? ['--no-sandbox', ...extra] : extra;
}

function ownEnvironment(): NodeJS.ProcessEnv {
  if (process.platform === 'win32') return process.env;
  const kept = Object.entries(process.env).filter(([name]) => ENVIRONMENT.test(name));
  return Object.fromEntries(kept);
}

function launchAdvice(path: string, error: unknown): string {
  const why =
    error instanceof Error ? error.message.split('\n').slice(0, 3).join(' ') : String(error);
  return [
    `浏览器 ${path} 无法启动：${why}`,
    '请先运行 node bin/check-setup.js 查看缺什么。',
    '若提示 No usable sandbox（容器或内核不支持沙箱），请改用系统安装的 Chromium，',
    '或设置 GONGKAI_CHROMIUM_ARGS=--no-sandbox 后重试。',
  ].join('');
}

/** The folder of package.json: two up from the sources, three up from dist. */
function projectFolder(): string {
  let folder = __dirname;
  while (!isProject(join(folder, 'package.json'))) {
    if (folder === dirname(folder)) throw new PrintFailed('找不到程序的安装目录，请重新安装。');
    folder = dirname(folder);
  }
  return folder;
}

function isProject(file: string): boolean {
  return existsSync(file) && readFileSync(file, 'utf8').includes('"gongkai-ledger"');
}
