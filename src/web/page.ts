import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { NextFunction, Request, RequestHandler, Response } from 'express';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** What is behind these is not the page's, and a wrong address there stays a 404. */
const OTHERS = /^\/(v1|api|api-json|api-yaml)(\/|$)/;

/** Longer than any office keeps a browser open; the name changes with the content. */
const FOR_EVER = 'public, max-age=31536000, immutable';

type Asset = Readonly<{ type: string; plain: Buffer; gzip: Buffer; br: Buffer }>;

/**
 * The page that `npm run build` left in a folder: its files, and the page itself for every address
 * a browser may open. Without a build nothing is served, and the addresses stay unknown.
 */
export function pageOf(folder: string): RequestHandler {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) return (_request, _response, next) => next();
  const html = readFileSync(index, 'utf8');
  const assets = assetsIn(folder);
  return (request: Request, response: Response, next: NextFunction) => {
    const { method, path } = request;
    if ((method !== 'GET' && method !== 'HEAD') || OTHERS.test(path)) {
      next();
      return;
    }
    const asset = assets.get(path);
    if (asset !== undefined) {
      sendAsset(request, response, asset);
    } else if (request.accepts(['json', 'html']) === 'html' && !path.startsWith('/assets/')) {
      sendPage(response, html);
    } else {
      next();
    }
  };
}

function sendAsset(request: Request, response: Response, asset: Asset): void {
  const encoding = request.acceptsEncodings(['br', 'gzip']);
  response.setHeader('content-type', asset.type);
  response.setHeader('vary', 'accept-encoding');
  const hashed = request.path.startsWith('/assets/');
  response.setHeader('cache-control', hashed ? FOR_EVER : 'no-cache');
  if (encoding === false) {
    response.send(asset.plain);
    return;
  }
  response.setHeader('content-encoding', encoding);
  response.send(encoding === 'br' ? asset.br : asset.gzip);
}

/**
 * Styles that the page's library makes while it runs are let in by a nonce, new with every answer;
 * scripts come from our own files alone.
 */
function sendPage(response: Response, html: string): void {
  const nonce = randomBytes(16).toString('base64');
  response.setHeader('content-security-policy', policyWith(nonce));
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.setHeader('cache-control', 'no-store');
  response.send(html.replace('STYLE-NONCE', nonce));
}

function policyWith(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    // Previews of letters and attachments are made from answers, in a frame of their own.
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "font-src 'self'",
    "frame-src 'self' blob:",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join('; ');
}

/** Read once: they are few, and never change while the server runs. */
function assetsIn(folder: string): ReadonlyMap<string, Asset> {
  const assets = new Map<string, Asset>();
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const type = TYPES[extname(entry)];
    if (type === undefined) continue;
    const file = join(folder, entry);
    assets.set(`/${entry.replaceAll('\\', '/')}`, {
      type,
      plain: readFileSync(file),
      gzip: readFileSync(`${file}.gz`),
      br: readFileSync(`${file}.br`),
    });
  }
  return assets;
}
