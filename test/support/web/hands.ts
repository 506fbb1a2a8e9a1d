import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { press, settled, show } from './page.js';

/** What is answered to a question: its label as it begins, and the text, date or choice. */
export type Answers = Readonly<Record<string, string>>;

/**
 * Answers questions as they stand on the page: a text or a date is written, a choice is made by its
 * words. What keys do is tested elsewhere; here whole years pass.
 */
export async function answer(page: Page, answers: Answers): Promise<void> {
  for (const [label, value] of Object.entries(answers)) {
    const asked = JSON.stringify([label, value]);
    await orSay(page, `“${label}” could not be answered with “${value}”`, () =>
      page.waitForFunction(`(${ANSWER})(...${asked})`, { timeout: 10_000 }),
    );
  }
}

/** Runs in the page. False until the question is there. */
const ANSWER = `(label, value) => {
  const named = (text) => (one) => one.textContent.trim().startsWith(text);
  const among = (list, selector, text) => [...list.querySelectorAll(selector)].find(named(text));
  const group = among(document, 'fieldset > legend', label)?.parentElement;
  const choice = group && among(group, '.choices label', value);
  if (choice) {
    choice.control.click();
    return true;
  }
  const control = document.querySelector('[name="' + label + '"]') ??
    among(document, 'label', label)?.control;
  if (!control) return false;
  if (control.type === 'checkbox' || control.type === 'radio') {
    control.click();
    return true;
  }
  let text = value;
  if (control.tagName === 'SELECT') {
    const option = [...control.options].find((one) => one.value === value) ??
      among(control, 'option', value);
    if (!option) return false;
    text = option.value;
  }
  const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), 'value');
  set.call(control, text);
  control.dispatchEvent(new Event(control.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
  return true;
}`;

/**
 * Takes one step of a request that is on the page, and waits until it is in the history. What is put
 * before the head stands beside the history.
 */
export async function takeStep(page: Page, name: string, answers: Answers = {}): Promise<void> {
  const before = await historyOf(page);
  await press(page, name);
  await answer(page, answers);
  await page.evaluate(`document.querySelector('main form .actions button[type=submit]').click()`);
  await orSay(page, `“${name}” was not taken`, () =>
    page.waitForFunction(
      `${HISTORY} ${name === '送签' ? '>=' : '>'} ${String(before)} && !${OPEN_FORM}`,
      {
        timeout: 10_000,
      },
    ),
  );
}

const OPEN_FORM = `document.querySelector('[aria-label="办理"] form')`;
const HISTORY = `document.querySelectorAll('[aria-label="经过"] li').length`;

async function historyOf(page: Page): Promise<number> {
  await page.waitForFunction(`${HISTORY} > 0`);
  return (await page.evaluate(HISTORY)) as number;
}

/** What did not come about is told with what stands on the page instead. */
async function orSay(page: Page, what: string, done: () => Promise<unknown>): Promise<void> {
  try {
    await done();
  } catch {
    const said: unknown = await page.evaluate('document.body.innerText');
    throw new Error(`${what}:\n${String(said)}`);
  }
}

/** Registers a request, and leaves its page open. */
export async function register(page: Page, url: string, answers: Answers): Promise<void> {
  await show(page, `${url}/requests/new`);
  await answer(page, answers);
  await page.evaluate(`document.querySelector('main form .actions button[type=submit]').click()`);
  await page.waitForFunction(`location.pathname !== '/requests/new'`, { timeout: 10_000 });
  await historyOf(page);
}

/** Logs in as somebody, in a browser of his own. */
export async function logIn(
  page: Page,
  url: string,
  loginName: string,
  password: string,
): Promise<void> {
  await show(page, `${url}/`);
  await answer(page, { loginName, password });
  await press(page, '登录');
  await page.waitForSelector('nav#menu');
}

/** Keeps a picture of the page for the guide, where somebody wants them. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['GONGKAI_PICTURES'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await settled(page);
  await page.screenshot({ path: join(folder, `${name}.png`), captureBeyondViewport: false });
}
