import { readFileSync } from 'node:fs';
import type { Browser, HTTPRequest, Page } from 'puppeteer';
import { startBrowser } from './browser.js';
import { type FontChoice, type FontSheet, LOCAL_FAMILY_PREFIX, fontSheet } from './fonts.js';
import { PrintFailed } from '../annual-reports/report-printer.js';

export type PrinterOptions = Readonly<{
  /**
   * The data folder's fonts/: fangsong.ttf, xiaobiaosong.ttf, heiti.ttf, kaiti.ttf, songti.ttf (or
   * otf, woff2).
   */
  fontsDir?: string;
  fonts: FontChoice;
  /** How long one print may take; shorter in tests. */
  timeoutMs?: number;
}>;

const TIMEOUT_MS = 30_000;
const PRINTS_AT_ONCE = 2;
/** Made up, and never looked up: the interception answers for it. */
const ORIGIN = 'http://report.invalid';
const STYLE_PATH = '/print/fonts.css';
const POLICY = "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'";

/**
 * HTML in, PDF out: no JavaScript, no network, no files but our fonts. Keeps one browser and prints
 * two at once.
 */
export class Printer {
  readonly #fonts: Pick<PrinterOptions, 'fonts' | 'fontsDir'>;
  readonly #timeoutMs: number;
  readonly #queue: (() => void)[] = [];
  #printing = 0;
  #sheet: FontSheet | undefined;
  #browser: Promise<Browser> | undefined;
  #closed = false;

  constructor({ fonts, fontsDir, timeoutMs = TIMEOUT_MS }: PrinterOptions) {
    this.#fonts = { fonts, ...(fontsDir === undefined ? {} : { fontsDir }) };
    this.#timeoutMs = timeoutMs;
  }

  /**
   * Prints one trusted, escaped document. Rejects with PrintFailed; never resolves to a broken PDF.
   */
  async print(html: string, title: string): Promise<Uint8Array> {
    await this.#turn();
    try {
      return await this.#printOnce(html, title);
    } catch (error) {
      if (!isBrowserGone(error)) throw explained(error, this.#timeoutMs);
      // A browser killed from outside is worth one fresh start; a second death is a fault to
      // report.
      await this.#dropBrowser();
      return await this.#printOnce(html, title).catch((again: unknown) => {
        throw explained(again, this.#timeoutMs);
      });
    } finally {
      // The place goes straight to the next in the queue, so that nobody slips in between.
      const next = this.#queue.shift();
      if (next === undefined) this.#printing -= 1;
      else next();
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#dropBrowser();
  }

  async #turn(): Promise<void> {
    if (this.#printing < PRINTS_AT_ONCE) this.#printing += 1;
    else await new Promise<void>((resolve) => this.#queue.push(resolve));
  }

  async #printOnce(html: string, title: string): Promise<Uint8Array> {
    if (this.#closed) throw new PrintFailed('打印服务已关闭，请重新启动程序后再打印。');
    const browser = await this.#running();
    const page = await browser.newPage();
    const deadline = new Deadline(this.#timeoutMs);
    try {
      return await deadline.limit(this.#fill(page, html, title));
    } catch (error) {
      // A page that hangs may hold the whole browser: start the next print with a new one.
      if (deadline.passed) browser.process()?.kill('SIGKILL');
      throw error;
    } finally {
      deadline.clear();
      await page.close().catch(() => undefined);
    }
  }

  async #fill(page: Page, html: string, title: string): Promise<Uint8Array> {
    await page.setJavaScriptEnabled(false);
    await page.setRequestInterception(true);
    const document = html.replace('</head>', `<link rel="stylesheet" href="${STYLE_PATH}"></head>`);
    let opened = false;
    page.on('request', (request) => {
      const first =
        !opened && request.isNavigationRequest() && request.frame() === page.mainFrame();
      if (first) opened = true;
      // An answer that fails leaves its font unloaded, which is reported; a page already closed
      // needs none.
      this.#answer(request, first ? document : null).catch(() =>
        request.abort().catch(() => undefined),
      );
    });
    page.setDefaultTimeout(this.#timeoutMs);
    await page.goto(`${ORIGIN}/`, { waitUntil: 'load' });
    await page.evaluate(`document.title = ${JSON.stringify(title)}`);
    await assertFontsLoaded(page);
    return page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
      waitForFonts: false,
      timeout: this.#timeoutMs,
    });
  }

  /**
   * Answers the document, its style sheet and its fonts from memory and disk; everything else stays
   * unanswered.
   */
  async #answer(request: HTTPRequest, document: string | null): Promise<void> {
    if (document !== null) {
      const headers = { 'content-security-policy': POLICY, 'referrer-policy': 'no-referrer' };
      return request.respond({
        status: 200,
        contentType: 'text/html; charset=utf-8',
        headers,
        body: document,
      });
    }
    // "No content" leaves the document where it is; an aborted meta refresh would replace it by an
    // error page.
    if (request.isNavigationRequest()) return request.respond({ status: 204 });
    const { origin, pathname } = new URL(request.url());
    this.#sheet ??= fontSheet(this.#fonts.fonts, this.#fonts.fontsDir);
    if (origin === ORIGIN && pathname === STYLE_PATH) {
      return request.respond({ status: 200, contentType: 'text/css', body: this.#sheet.css });
    }
    const file = origin === ORIGIN ? this.#sheet.files.get(pathname) : undefined;
    if (file === undefined) return request.abort('blockedbyclient');
    return request.respond({ status: 200, contentType: 'font/woff2', body: readFileSync(file) });
  }

  #running(): Promise<Browser> {
    this.#browser ??= startBrowser(this.#timeoutMs).then(
      (browser) => {
        browser.once('disconnected', () => (this.#browser = undefined));
        return browser;
      },
      (error: unknown) => {
        this.#browser = undefined;
        throw error;
      },
    );
    return this.#browser;
  }

  async #dropBrowser(): Promise<void> {
    const browser = this.#browser;
    this.#browser = undefined;
    await browser?.then((it) => it.close()).catch(() => undefined);
  }
}

/** A time limit that leaves no timer behind. */
class Deadline {
  passed = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly milliseconds: number) {}

  limit<Value>(work: Promise<Value>): Promise<Value> {
    const late = new Promise<never>((_, reject) => {
      this.#timer = setTimeout(() => {
        this.passed = true;
        reject(new TimedOut());
      }, this.milliseconds);
    });
    return Promise.race([work, late]);
  }

  clear(): void {
    clearTimeout(this.#timer);
  }
}

class TimedOut extends Error {}

/** A font that does not load prints as another one, or as boxes, without a word: so it is asked. */
async function assertFontsLoaded(page: Page): Promise<void> {
  const failed = (await page.evaluate(
    `document.fonts.ready.then((fonts) => [...fonts]
      .filter((it) => it.status !== 'loaded' && it.status !== 'unloaded').map((it) => it.family))`,
  )) as string[];
  const names = [...new Set(failed.map((it) => it.replace(/["']/g, '')))];
  const faults = names.filter((it) => !it.startsWith(LOCAL_FAMILY_PREFIX));
  if (faults.length > 0) {
    throw new PrintFailed(
      `字体无法载入：${faults.join('、')}。请检查数据目录中的字体文件是否完整，或重新运行 npm ci。`,
    );
  }
}

function isBrowserGone(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof TimedOut) return false;
  const gone =
    /Target closed|Session closed|Connection closed|TargetCloseError|detached|disconnected/i;
  return gone.test(`${error.name} ${error.message}`);
}

function explained(error: unknown, timeoutMs: number): Error {
  if (error instanceof PrintFailed) return error;
  const slow =
    error instanceof TimedOut || (error instanceof Error && error.name === 'TimeoutError');
  if (slow) {
    const seconds = Math.round(timeoutMs / 1000);
    return new PrintFailed(
      `打印超过 ${seconds} 秒，已停止。请稍后重试；若机器繁忙，请减少同时打印的份数。`,
      {
        cause: error,
      },
    );
  }
  const why = error instanceof Error ? error.message : String(error);
  return new PrintFailed(
    `打印没有完成：${why}。请重试；若再次出现，请运行 node bin/check-setup.js。`,
    {
      cause: error,
    },
  );
}
