import type { Browser, Page } from 'puppeteer';
import { serve } from '../../src/serve.js';
import { withDirectory, type Figures, type Run } from '../support/crash/harness.js';
import { deskIn, type Desk } from '../support/e2e/accounts.js';
import { registration } from '../support/e2e/server.js';
import { openBrowser, openPage, settled, show, type Watched } from '../support/web/page.js';

/*
 * S-8: scripts in whatever can be written down, and every screen, letter and report that shows it. No
 * script runs, and the policy of the page has nothing to stop.
 */

const RAN = 'window.ran=1';

/** Ways to make a page run something, for each place a text may come to stand in. */
const WAYS: readonly string[] = [
  `<script>${RAN}</script>`,
  `<img src=x onerror="${RAN}">`,
  `<svg onload=${RAN}>`,
  `"><script>${RAN}</script>`,
  `'><img src=x onerror=${RAN}>`,
  `" onfocus="${RAN}" autofocus="`,
  `' onmouseover='${RAN}' x='`,
  `</textarea><script>${RAN}</script>`,
  `</title><svg/onload=${RAN}>`,
  `</style><script>${RAN}</script>`,
  `javascript:${RAN}`,
  `data:text/html,<script>${RAN}</script>`,
  `<iframe srcdoc="<script>parent.ran=1</script>">`,
  `<a href="javascript:${RAN}">x</a>`,
  `<details open ontoggle=${RAN}>`,
  `<math><mi xlink:href="javascript:${RAN}">x`,
  `<base href="https://evil.example/">`,
  `<style>@import'https://evil.example/x.css'</style>`,
  `<form action="javascript:${RAN}"><button>x`,
  `{{constructor.constructor("${RAN}")()}}`,
];

/** How a text may be bent so that a filter does not know it again. */
const BENDS: readonly ((way: string) => string)[] = [
  (way) => way,
  (way) => `甲${way}乙`,
  (way) => way.replace(/script|svg|img|iframe/g, (tag) => tag.toUpperCase()),
  (way) => way.replace(/<(\w)/g, '<\u0020$1'),
  (way) => way.replace(/</g, '&lt;').replace(/>/g, '&gt;'),
  (way) => way.replace(/</g, '\uff1c').replace(/>/g, '\uff1e'),
  (way) => encodeURIComponent(way),
  (way) => `]]>${way}<!--`,
  (way) => `\\u003c${way}`,
  (way) => `${way}${way}`,
];

export const PAYLOADS: readonly string[] = BENDS.flatMap((bend) => WAYS.map(bend));

export async function storedScripts({ cases, fault = false }: Run): Promise<Figures> {
  const payloads = PAYLOADS.slice(0, cases);
  return withDirectory(async (directory) => {
    const { app, url } = await serve(directory, 0);
    app.useLogger(false);
    const browser = await openBrowser();
    try {
      const desk = await deskIn(app, { name: '某市某局', shortName: `某局${WAYS[1]!}` });
      const stored = await store(url, desk, payloads);
      return await lookAtAll(browser, url, { desk, stored, fault });
    } finally {
      await browser.close();
      await app.close();
    }
  });
}

type Stored = Readonly<{ screens: readonly string[]; fields: number; refused: number }>;

/** Writes each payload into every field that takes it. */
async function store(url: string, desk: Desk, payloads: readonly string[]): Promise<Stored> {
  let fields = 0;
  let refused = 0;
  const send = async (path: string, body: object, method = 'POST'): Promise<boolean> => {
    const response = await fetch(`${url}/v1/agencies/${desk.agencyId}/${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...desk.clerk },
      body: JSON.stringify(body),
    });
    await response.arrayBuffer();
    if (response.ok) fields += Object.values(body).filter(isPayload).length;
    else refused += 1;
    return response.ok;
  };
  const isPayload = (value: unknown): boolean => payloads.some((one) => one === value);
  const screens: string[] = [];
  for (const [at, text] of payloads.entries()) {
    const number = `甲-${String(at)}`;
    const request = `requests/${encodeURIComponent(number)}`;
    const said = { applicant: text, contact: text, description: text };
    await send('requests', registration(number, { ...said, receivedOn: '2021-03-05' }));
    await send(`${request}/assignment`, { assignedOn: '2021-03-08', handler: text });
    const party = { sentOn: '2021-03-09', party: 'third-party', consultee: text };
    await send(`${request}/consultations`, party);
    await send(`${request}/disclosures`, { purpose: text });
    await send('appeals', {
      ...{ caseNumber: text, kind: 'review', requestNumbers: [number], acceptedOn: '2021-04-01' },
    });
    const document = { documentNumber: text, title: text, kind: 'normative_documents' };
    await send('documents', { ...document, issuedOn: '2021-05-01' });
    screens.push(
      `/requests/${encodeURIComponent(number)}`,
      `/facts/request/${encodeURIComponent(number)}`,
    );
  }
  const together = payloads.slice(0, WAYS.length).join('\n');
  await send('reports/2021/draft', { section: 'overview', text: together }, 'PUT');
  await send('name', { name: payloads[1] ?? '', effectiveOn: '2021-06-01' });
  const lists = ['/today', '/requests', '/requests?scope=mine', '/appeals', '/publications'];
  const years = ['/text', '/checks', '/print', '/cells/a1'].map((end) => `/reports/2021${end}`);
  const pages = Array.from(
    { length: Math.ceil(payloads.length / 50) },
    (_, page) => `/requests?page=${String(page + 1)}`,
  );
  const others = ['/reports', '/ledger', '/replay', '/tree', '/roll-up/2021', '/approvals'];
  return { screens: [...lists, ...years, ...pages, ...others, ...screens], fields, refused };
}

async function lookAtAll(
  browser: Browser,
  url: string,
  { desk, stored, fault }: Readonly<{ desk: Desk; stored: Stored; fault: boolean }>,
): Promise<Figures> {
  const watched = await openPage(browser, url, { pass: desk.clerk });
  if (fault) await watched.page.evaluateOnNewDocument(WRITTEN_AS_MARKUP);
  const failures: string[] = [];
  let shown = 0;
  for (const screen of stored.screens) {
    await show(watched.page, url + screen);
    await openWhatIsClosed(watched.page);
    if (await watched.page.evaluate(`document.body.innerText.includes('ran=1')`)) shown += 1;
    failures.push(...(await ran(watched, screen)));
    if (failures.length > 20) break;
  }
  const papers = ['reports/2021/html', 'reports/2021/html?website=true'];
  for (const paper of papers) {
    const { page } = watched;
    await page.goto(`${url}/v1/agencies/${desk.agencyId}/${paper}`);
    failures.push(...(await ran(watched, paper)));
  }
  const { screens, fields, refused } = stored;
  if (shown === 0) failures.push('no screen showed what was written');
  const counts = { 'fields written': fields, 'refused at once': refused, screens: screens.length };
  return { counts: { ...counts, 'screens that showed it': shown }, failures };
}

/** Panels and menus show more; a script may wait there. */
async function openWhatIsClosed(page: Page): Promise<void> {
  await page.evaluate(`document.querySelectorAll('details').forEach((one) => (one.open = true))`);
  await page.evaluate(`document.querySelectorAll('main *').forEach((one) =>
    ['mouseover', 'focus', 'toggle'].forEach((type) => one.dispatchEvent(new Event(type))))`);
  await settled(page);
}

async function ran({ page, faults }: Watched, where: string): Promise<readonly string[]> {
  const found = faults.splice(0).map((fault) => `${where}: ${fault.slice(0, 160)}`);
  const frames = await Promise.all(page.frames().map((frame) => frame.evaluate('window.ran')));
  return frames.some((value) => value !== undefined && value !== null)
    ? [...found, `${where}: a script ran`]
    : found;
}

/** The fault: what was written is put into the page as markup. */
const WRITTEN_AS_MARKUP = `
  addEventListener('DOMContentLoaded', () => new MutationObserver(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { nodeValue, parentElement } = walker.currentNode;
      if (nodeValue.includes('onerror') && !parentElement.dataset.seen) {
        parentElement.dataset.seen = '1';
        const beside = document.createElement('span');
        beside.innerHTML = nodeValue;
        document.body.append(beside);
      }
    }
  }).observe(document.body, { childList: true, subtree: true, characterData: true }));
`;
