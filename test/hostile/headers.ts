import { ServerResponse, type IncomingHttpHeaders } from 'node:http';
import type { Figures, Run } from '../support/crash/harness.js';
import { atEveryRoute } from './malformed.js';

/*
 * S-19: the headers and cookies that protect, with every answer: good ones, refusals and downloads.
 */

const WANTED: Readonly<Record<string, RegExp>> = {
  'x-content-type-options': /^nosniff$/,
  'content-security-policy': /default-src/,
  'referrer-policy': /^no-referrer$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'x-frame-options': /^SAMEORIGIN$/i,
  'cache-control': /^no-store$/,
};

export async function protectingHeaders({ cases, seed, fault = false }: Run): Promise<Figures> {
  const writeHead = ServerResponse.prototype.writeHead;
  if (fault) {
    ServerResponse.prototype.writeHead = function (this: ServerResponse, ...given: unknown[]) {
      if (this.req.url?.includes('/deadlines.ics') === true) {
        this.removeHeader('x-content-type-options');
      }
      return Reflect.apply(writeHead, this, given) as ServerResponse;
    } as typeof writeHead;
  }
  try {
    return await atEveryRoute({ cases, seed }, ({ headers }) => lacking(headers));
  } finally {
    ServerResponse.prototype.writeHead = writeHead;
  }
}

function lacking(headers: IncomingHttpHeaders): string | null {
  const missing = Object.entries(WANTED)
    .filter(([name, right]) => !right.test(String(headers[name] ?? '')))
    .map(([name]) => `${name}: ${String(headers[name])}`);
  const loose = (headers['set-cookie'] ?? []).filter(
    (cookie) => !/; HttpOnly/i.test(cookie) || !/; SameSite=Strict/i.test(cookie),
  );
  const told = headers['x-powered-by'] === undefined ? [] : ['x-powered-by'];
  const wrong = [...missing, ...loose, ...told];
  return wrong.length === 0 ? null : wrong.join();
}
