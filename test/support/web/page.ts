import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch, type Browser, type HTTPRequest, type Page } from 'puppeteer';
import type { Pass } from '../e2e/accounts.js';
import type * as FindBrowser from '../../../bin/find-browser.js';

const require = createRequire(__filename);
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** The widths every screen is looked at: an office's screen, and a small phone. */
export const WIDTHS = [1280, 360] as const;

/** A browser as a clerk has it, in Chinese. */
export async function openBrowser(): Promise<Browser> {
  const finder = require(join(__dirname, '../../../bin/find-browser.js')) as typeof FindBrowser;
  const { path, environment } = await finder.findBrowser();
  return launch({
    executablePath: path,
    headless: 'shell',
    pipe: true,
    args: [
      '--lang=zh-CN',
      '--disable-dev-shm-usage',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    env: { ...process.env, ...environment, LANGUAGE: 'zh_CN' },
  });
}

/** A page and everything it did that it must not do. */
export type Watched = Readonly<{ page: Page; faults: string[] }>;

export async function openPage(
  browser: Browser,
  url: string,
  { pass, answer }: Readonly<{ pass?: Pass; answer?: (request: HTTPRequest) => boolean }> = {},
): Promise<Watched> {
  const context = await browser.createBrowserContext();
  if (pass !== undefined) {
    const [name = '', value = ''] = pass.Cookie.split('=');
    await context.setCookie({ name, value, domain: new URL(url).hostname, path: '/' });
  }
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`error: ${String(error)}`));
  await page.exposeFunction('reportViolation', (said: string) => faults.push(`policy: ${said}`));
  await page.evaluateOnNewDocument(`
    document.addEventListener('securitypolicyviolation', (event) =>
      window.reportViolation(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample));
  `);
  await page.evaluateOnNewDocument(COUNTING);
  if (answer !== undefined) await page.setRequestInterception(true);
  page.on('request', (request) => {
    const local = ['data:', 'blob:'].some((scheme) => request.url().startsWith(scheme));
    if (!local && !request.url().startsWith(url)) faults.push(`asked of ${request.url()}`);
    if (answer !== undefined && !answer(request)) void request.continue();
  });
  return { page, faults };
}

/** Opens an address and waits until nothing more is asked for, as long as a screen needs to draw. */
export async function show(page: Page, address: string, width = 1280): Promise<void> {
  await page.setViewport({ width, height: 800 });
  await page.goto(address);
  await page.waitForSelector('h1');
  await settled(page);
}

/** Waits until every question to the server is answered, and what was answered is drawn. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction('window.asking === 0', { timeout: 15_000 });
}

/**
 * Counts the questions that are open, a moment longer than they are. Puppeteer's own count does not
 * come to nothing where a page was left while it was asking.
 */
const COUNTING = `
  window.asking = 0;
  const ask = window.fetch;
  window.fetch = async (...about) => {
    window.asking += 1;
    try {
      return await ask(...about);
    } finally {
      setTimeout(() => (window.asking -= 1), 80);
    }
  };
`;

/** What axe-core finds wrong (WCAG 2.2 AA), one line each. */
export async function barriersOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate(`axe.run({
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => id + ': ' + html.slice(0, 160) + ' ' + failureSummary)))`);
  return found as readonly string[];
}

/** Whether the page is wider than the window, so that a reader has to push it sideways. */
export async function isTooWide(page: Page): Promise<boolean> {
  const wide = await page.evaluate(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  );
  return wide as boolean;
}

/** Presses the button of that name, wherever it has moved meanwhile. */
export async function press(page: Page, name: string): Promise<void> {
  const path = `//button[normalize-space()='${name}']`;
  await page.waitForSelector(`::-p-xpath(${path})`, { timeout: 10_000 });
  await page.evaluate(`document.evaluate(${JSON.stringify(path)}, document, null,
    XPathResult.FIRST_ORDERED_NODE_TYPE).singleNodeValue.click()`);
}

/** Fills the question of that label, as typing would. */
export async function fill(page: Page, label: string, text: string): Promise<void> {
  const path = `//main//label[starts-with(normalize-space(), '${label}')]`;
  await page.waitForSelector(`::-p-xpath(${path})`);
  await page.evaluate(`(() => {
    const { control } = document.evaluate(${JSON.stringify(path)}, document, null,
      XPathResult.FIRST_ORDERED_NODE_TYPE).singleNodeValue;
    control.focus();
    if (control.type !== 'date' && control.type !== 'month') control.select();
  })()`);
  await page.keyboard.type(text);
}

/** Waits until the page says so. */
export async function reads(page: Page, words: string): Promise<void> {
  await page.waitForFunction(`document.body.innerText.includes(${JSON.stringify(words)})`, {
    timeout: 10_000,
  });
}

/** What stands in the input of that name. */
export async function typed(page: Page, name: string): Promise<unknown> {
  return page.evaluate(`document.querySelector('main input[name=${name}]')?.value`);
}

/** Waits until the screen of that title is there. */
export async function titled(page: Page, title: string): Promise<void> {
  const begins = `document.querySelector('h1')?.innerText.startsWith(${JSON.stringify(title)})`;
  await page.waitForFunction(begins, { timeout: 15_000 });
}
