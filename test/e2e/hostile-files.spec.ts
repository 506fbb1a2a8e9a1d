import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pdf } from '../support/builders/attachments.js';
import { removeFolders } from '../support/e2e/gongkai.js';
import { registration, startServer, type Running } from '../support/e2e/server.js';

/*
 * Names, bytes and addresses a stranger might send to have a file written elsewhere, or shown as a
 * page. Whatever comes: no file outside the store, and nothing that a browser would open in place.
 */

let server: Running;
beforeAll(async () => {
  server = await startServer();
  await server.http.post(server.at('/requests')).send(registration('A-1')).expect(201);
});
afterAll(async () => {
  await server.close();
  removeFolders();
});

const UP = ['../', '..\\', '%2e%2e/', '..%2f', '....//', '/', 'C:\\', '//host/share/', 'file:///'];
const TARGETS = ['etc/passwd', 'ledger.db', 'keys/kek-1', 'x.pdf', '.bashrc', 'a.pdf/', 'CON'];
const NAMES: readonly string[] = [
  ...UP.flatMap((up) => TARGETS.map((target) => up.repeat(3) + target)),
  ...['html', 'htm', 'svg', 'xml', 'js', 'exe', 'sh', 'php', 'lnk', 'url', 'hta', 'pdf.html'].map(
    (extension) => `a.${extension}`,
  ),
  ...['\u202E', '\u0000', '\r\n', '\u2028', '\u200B', '"', "'", ';', '%', '*', '\\', '`', '$(id)'],
  ...['"; filename="a.html', 'a.pdf\r\nContent-Type: text/html\r\n\r\n<script>', "UTF-8''a.html"],
  ...['a.pdf;a.html', 'a.pdf%00.html', 'a.pdf\u0000.html', 'a.PDF ', 'a.pdf.', 'a.pdf::$DATA'],
  ...['', '.', '..', '...', ' ', '~', '-rf', '|id', '张三 身份证.pdf', '𠮷.pdf', 'é.pdf'],
  ...['長'.repeat(5_00), `${'../'.repeat(300)}a.pdf`, '%E5%BC', '%', '%zz', '\ud800.pdf'],
];

const PDF = pdf('甲');
const BODIES: readonly Buffer[] = [
  '',
  ' ',
  '%PDF-',
  '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
  '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><svg>&b;</svg>',
  '<!doctype html><script>alert(1)</script>',
  'GIF89a/*<svg/onload=alert(1)>*/=alert(1)//;',
  'MZ\u0090\u0000',
  '#!/bin/sh\nid\n',
  'Rar!\u001a\u0007',
  'PK\u0003\u0004',
  '{\\rtf1\\object}',
  '{"a":1}',
  `<script>1</script>${PDF.toString()}`,
  `${PDF.toString()}PK\u0005\u0006${'\u0000'.repeat(18)}`,
  '\ufeff%PDF-1.4 %%EOF',
].map((text) => Buffer.from(text));

const ADDRESSES = [
  ...UP.map((up) => encodeURIComponent(`${up.repeat(4)}etc/passwd`)),
  ...['..', '.', '*', '0', '%00', 'a'.repeat(64), 'AB'.repeat(32), `${'ab'.repeat(32)}%0a`],
  ...['keys', 'ledger.db', '__proto__', 'constructor', encodeURIComponent("' OR 1=1 --")],
];

/** Every file below the data folder, but those of the store. */
function elsewhere(): readonly string[] {
  return readdirSync(server.dataDir, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(server.dataDir.length + 1))
    .filter((path) => !/^files\/([0-9a-f]{2})\/\1[0-9a-f]{62}$/.test(path))
    .sort();
}

async function add(fileName: string, bytes: Buffer): Promise<Response> {
  return fetch(`${server.url}${server.at('/requests/A-1/attachments?kind=other')}`, {
    method: 'POST',
    headers: {
      ...server.clerk,
      'Content-Type': 'application/octet-stream',
      'File-Name': fileName,
    },
    body: new Uint8Array(bytes),
  });
}

function view(hash: string): Promise<Response> {
  return fetch(`${server.url}${server.at(`/requests/A-1/attachments/${hash}/views`)}`, {
    method: 'POST',
    headers: { ...server.clerk, 'Content-Type': 'application/json' },
    body: JSON.stringify({ by: '王科员', purpose: '核对' }),
  });
}

function header(name: string): string {
  return encodeURIComponent(name.isWellFormed() ? name : 'x');
}

describe('hostile files 恶意附件', () => {
  it('are at least two hundred, and none is written outside the store or shown in place', async () => {
    expect(NAMES.length + BODIES.length * 6 + ADDRESSES.length).toBeGreaterThanOrEqual(200);
    const before = elsewhere();
    let kept = 0;
    for (const [at, name] of NAMES.entries()) {
      const sent = name.startsWith('%') ? name : header(name);
      const answer = await add(sent, pdf(`第${String(at)}份`));
      expect([name, [201, 400, 422].includes(answer.status)]).toEqual([name, true]);
      if (answer.status !== 201) continue;
      kept += 1;
      const { hash } = (await answer.json()) as { hash: string };
      await isDownload(await view(hash), `第${String(at)}份`);
    }
    for (const [at, body] of BODIES.entries()) {
      for (const name of ['a.pdf', 'a.svg', '../../a', 'a.png', 'a.docx', '']) {
        const { status } = await add(header(name), body);
        expect([at, name, status]).toEqual([at, name, 415]);
      }
    }
    for (const address of ADDRESSES) {
      const { status } = await view(address);
      expect([address, [400, 404].includes(status)]).toEqual([address, true]);
    }
    expect(kept).toBeGreaterThan(50);
    expect(elsewhere()).toEqual(before);
    const stored = readdirSync(join(server.dataDir, 'files'), { recursive: true }).length;
    expect(stored).toBeGreaterThan(kept);
  });

  it('larger than 20 MB are refused while they come in', async () => {
    const { status, headers } = await add('a.pdf', Buffer.alloc(20 * 1024 * 1024 + 1));
    expect(status).toBe(413);
    expect(headers.get('content-type')).toContain('application/problem+json');
  });
});

/** RFC 6266: the disposition, then a token or a quoted string in ASCII, then RFC 8187. */
const DISPOSITION = new RegExp(
  '^attachment; filename=(?:"(?:[^"\\\\\\r\\n/]|\\\\.)*"|[\\w!#$&+.^`|~-]+)' +
    "(?:; filename\\*=UTF-8''[\\w!#$&+.^`|~%-]+)?$",
);

async function isDownload(answer: Response, text: string): Promise<void> {
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain(text);
  const { headers } = answer;
  expect(headers.get('content-type')).toBe('application/pdf');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
  expect(headers.get('cache-control')).toBe('no-store');
  const disposition = headers.get('content-disposition') ?? '';
  expect(disposition).toMatch(DISPOSITION);
  const name = decodeURIComponent(/filename\*=UTF-8''(.*)$/.exec(disposition)?.[1] ?? '');
  expect(name).not.toMatch(/[/\\\p{C}\p{Zl}]/u);
}
